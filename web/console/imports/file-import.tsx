import { type ComponentProps, useEffect, useState } from "react";
import { pathTo, useDesk } from "../desk.ts";
import { Choice } from "../list/choice.tsx";
import { Card } from "../parts.tsx";
import { searchOf } from "../route.ts";
import { Take } from "../take.tsx";
import { Takeover } from "./takeover.tsx";

type FileImportProps = {
  readonly title: string;
  readonly lead: string;
  /** What is said to somebody who may import by no regulation; absent while that is not known yet. */
  readonly mayNot: string | undefined;
  /** The regulations by which one may import. */
  readonly regulations: readonly { readonly id: string; readonly title: string }[];
  /** Where files are taken, below the company. */
  readonly path: string;
  readonly says: ComponentProps<typeof Takeover>["says"];
};

/** Taking over a file in three steps: the empty one, what is wrong with the filled one, and the import. */
export const FileImport = ({ title, lead, mayNot, regulations, path, says }: FileImportProps) => {
  const { org, words } = useDesk();
  const { imports } = words;
  const [chosen, setChosen] = useState<string>();
  const policy = chosen ?? regulations[0]?.id ?? "";
  useEffect(() => {
    document.title = `${title} · ${words.console}`;
  }, [title, words]);
  const template = (format: string): string => pathTo(org, `${path}/template?${searchOf({ policy, format })}`);
  return (
    <>
      <div className="head">
        <div>
          <h1>{title}</h1>
          <p className="quiet">{lead}</p>
        </div>
      </div>
      {regulations.length === 0 && mayNot !== undefined && <p className="card empty">{mayNot}</p>}
      {regulations.length > 0 && (
        <>
          <Card title={imports.template}>
            {regulations.length > 1 && (
              <Choice
                label={imports.regulation}
                value={policy}
                options={regulations.map((one) => [one.id, one.title])}
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
          <Takeover key={policy} path={pathTo(org, path)} policy={policy} says={says} />
        </>
      )}
    </>
  );
};
