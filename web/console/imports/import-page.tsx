import { useEffect, useState } from "react";
import { allowed, pathTo, useDesk } from "../desk.ts";
import { Choice } from "../list/choice.tsx";
import { Card } from "../parts.tsx";
import { searchOf } from "../route.ts";
import { Take } from "../take.tsx";
import { Takeover } from "./takeover.tsx";

/** Taking cases over from a file, in three steps: the empty file, what is wrong with the filled one, and the import. */
export const ImportPage = () => {
  const desk = useDesk();
  const { org, words, house } = desk;
  const { imports } = words;
  const regulations = allowed(desk, "register");
  const [chosen, setChosen] = useState<string>();
  const policy = chosen ?? regulations[0]?.id ?? "";
  useEffect(() => {
    document.title = `${imports.title} · ${words.console}`;
  }, [imports, words]);
  const template = (format: string): string => pathTo(org, `/imports/template?${searchOf({ policy, format })}`);
  return (
    <>
      <div className="head">
        <div>
          <h1>{imports.title}</h1>
          <p className="quiet">{imports.lead}</p>
        </div>
      </div>
      {house !== undefined && regulations.length === 0 && <p className="card empty">{imports.mayNot}</p>}
      {regulations.length > 0 && (
        <>
          <Card title={imports.template}>
            {regulations.length > 1 && (
              <Choice
                label={imports.regulation}
                value={policy}
                options={regulations.map(({ id, title }) => [id, title])}
                choose={setChosen}
              />
            )}
            <p>{imports.templateHint}</p>
            <Take
              files={[
                { path: template("xlsx"), says: imports.xlsx },
                { path: template("csv"), says: imports.csv },
              ]}
            />
          </Card>
          <Takeover key={policy} path={pathTo(org, "/imports")} policy={policy} says={imports} />
        </>
      )}
    </>
  );
};
