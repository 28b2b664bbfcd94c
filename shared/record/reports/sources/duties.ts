import { isOpen } from "../../../obligation/obligation.ts";
import type { Section } from "../../../report/document.ts";
import { dutiesOf, dutiesSection, type OwedOnce } from "../../../report/duties.ts";
import { inTurns } from "../../in-turns.ts";
import { obligationsEnding } from "../../obligations/ending.ts";
import type { ObligationRow } from "../../obligations/obligations.ts";
import type { Counting } from "./counting.ts";

/** An unannounced one says no more than the regulation does: in which window, never on which day (GSS-04). */
const owedOnce = (row: ObligationRow): OwedOnce => {
  const { state, doneAt, due } = row;
  const is = (): OwedOnce["is"] => {
    if (state === "WAIVED") return "waived";
    if (state === "MISSED") return "missed";
    return isOpen(row) ? "open" : doneAt !== undefined && doneAt >= due ? "late" : "done";
  };
  return { id: `${row.object}/${row.id}`, schedule: row.schedule, day: row.day, is: is() };
};

/** What was owed again and again. Costs one query for each schedule and month of the stretch. */
export const dutyFigures = async ({ deps, org, policy, schedule, span, unit }: Counting): Promise<Section> => {
  const schedules = dutiesOf(policy, schedule);
  const found = await inTurns(schedules, ({ id }) =>
    obligationsEnding(deps, { org, policy: policy.id, schedule: id }, span.window),
  );
  return dutiesSection(schedules, found.flat().map(owedOnce), unit !== undefined);
};
