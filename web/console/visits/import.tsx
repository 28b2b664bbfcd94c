import { useEffect, useState } from "react";
import type * as z from "zod";
import type { VisitSchedules } from "../../../shared/api/visit-schedules.ts";
import { pathTo, useDesk } from "../desk.ts";
import { Takeover } from "../imports/takeover.tsx";
import { Choice } from "../list/choice.tsx";
import { Card } from "../parts.tsx";
import { searchOf } from "../route.ts";
import { Take } from "../take.tsx";

type Regulations = z.infer<typeof VisitSchedules>["regulations"];

/** The list of what is visited from a file, in three steps: the empty file, what is wrong with it, and the import. */
export const ObjectsImport = ({ regulations }: { regulations: Regulations }) => {
  const { org, words } = useDesk();
  const { imports, visiting } = words;
  const own = regulations.filter(({ schedules }) => schedules.some(({ may }) => may.includes("visit")));
  const [chosen, setChosen] = useState<string>();
  const policy = chosen ?? own[0]?.id ?? "";
  useEffect(() => {
    document.title = `${visiting.import} · ${words.console}`;
  }, [visiting, words]);
  const template = (format: string): string => pathTo(org, `/imports/visited/template?${searchOf({ policy, format })}`);
  return (
    <>
      <div className="head">
        <div>
          <h1>{visiting.import}</h1>
          <p className="quiet">{visiting.importLead}</p>
        </div>
      </div>
      {own.length === 0 && <p className="card empty">{visiting.mayNotImport}</p>}
      {own.length > 0 && (
        <>
          <Card title={imports.template}>
            {own.length > 1 && (
              <Choice
                label={imports.regulation}
                value={policy}
                options={own.map(({ id, title }) => [id, title])}
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
          <Takeover key={policy} path={pathTo(org, "/imports/visited")} policy={policy} says={visiting.imports} />
        </>
      )}
    </>
  );
};
