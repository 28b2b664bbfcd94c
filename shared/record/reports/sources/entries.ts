import { actsAs } from "../../../case/roles.ts";
import type { Section } from "../../../report/document.ts";
import { entriesOfReport, entriesSection, type WrittenEntry } from "../../../report/entries.ts";
import { inTurns } from "../../in-turns.ts";
import { entriesOf, type LoadedEntry } from "../../registers/load.ts";
import type { Counting } from "./counting.ts";

const IS: Readonly<Record<LoadedEntry["entry"]["state"], WrittenEntry["is"]>> = {
  WAITING: "waiting",
  COMPLETE: "complete",
  DECLINED: "declined",
  VOID: "void",
};

const writtenEntry = ({ record, entry }: LoadedEntry): WrittenEntry => ({
  ...{ id: record.id, form: record.form, number: record.number },
  ...{ writtenAt: entry.writtenAt, is: IS[entry.state], answers: entry.answers },
});

/** What was written into registers; a department's own report counts what its own people wrote. Costs what the stretch holds. */
export const entryFigures = async ({ deps, org, policy, schedule, unit, from, before }: Counting): Promise<Section> => {
  const forms = entriesOfReport(policy, schedule);
  const found = await inTurns(forms, (form) =>
    entriesOf(deps, { org, policy: policy.id, form: form.id, from, to: before }),
  );
  const own = found.flat().filter(({ entry }) => unit === undefined || actsAs(entry.writtenBy, [unit.role]));
  return entriesSection(forms, own.map(writtenEntry), unit !== undefined);
};
