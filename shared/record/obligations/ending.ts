import { addDays, addMonths, type CivilDate, dayOfMonth } from "../../calendar/civil-date.ts";
import type { Now } from "../../kernel/instant.ts";
import { isOpen } from "../../obligation/obligation.ts";
import type { ObligationRow, ObligationStore, ScheduleRef } from "./obligations.ts";

/** The months in which days lie, `2026-11`. */
const monthsOf = ([from, to]: readonly [CivilDate, CivilDate]): readonly string[] => {
  const found: string[] = [];
  for (let first = addDays(from, 1 - dayOfMonth(from)); first <= to; first = addMonths(first, 1))
    found.push(first.slice(0, 7));
  return found;
};

/**
 * What a schedule asks for whose windows end between two days, both included, as it stands: what is past its due and still
 * open is missed, whether or not the clock has said so yet. Costs one query a month of the period, whatever the history.
 */
export const obligationsEnding = async (
  { obligations, now }: { readonly obligations: Pick<ObligationStore, "ending">; readonly now: Now },
  of: ScheduleRef,
  period: readonly [CivilDate, CivilDate],
): Promise<readonly ObligationRow[]> => {
  const [from, to] = period;
  const months = await Promise.all(monthsOf(period).map((month) => obligations.ending(of, month)));
  const at = now();
  return months
    .flat()
    .filter(({ day }) => day >= from && day <= to)
    .map((row) => (isOpen(row) && row.due <= at ? { ...row, state: "MISSED" } : row));
};

/** How many were asked for, and what came of them; those done late are among the done. */
export type ObligationCounts = {
  readonly planned: number;
  readonly done: number;
  readonly late: number;
  readonly missed: number;
  readonly waived: number;
};

/** Counts what {@link obligationsEnding} lists: `planned` are all that were asked for and not waived. */
export const countsOf = (rows: readonly ObligationRow[]): ObligationCounts => {
  const done = rows.filter(({ state }) => state === "DONE" || state === "SIGNED");
  const waived = rows.filter(({ state }) => state === "WAIVED").length;
  return {
    planned: rows.length - waived,
    done: done.length,
    late: done.filter(({ doneAt, due }) => doneAt !== undefined && doneAt >= due).length,
    missed: rows.filter(({ state }) => state === "MISSED").length,
    waived,
  };
};
