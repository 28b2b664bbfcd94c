import type * as z from "zod";
import type { VisitSchedules } from "../../../shared/api/visit-schedules.ts";
import { useDesk } from "../desk.ts";
import { FileImport } from "../imports/file-import.tsx";

type Regulations = z.infer<typeof VisitSchedules>["regulations"];

/** The list of what is visited from a file. */
export const ObjectsImport = ({ regulations }: { regulations: Regulations }) => {
  const { visiting } = useDesk().words;
  return (
    <FileImport
      title={visiting.import}
      lead={visiting.importLead}
      mayNot={visiting.mayNotImport}
      regulations={regulations.filter(({ schedules }) => schedules.some(({ may }) => may.includes("visit")))}
      path="/imports/visited"
      says={visiting.imports}
    />
  );
};
