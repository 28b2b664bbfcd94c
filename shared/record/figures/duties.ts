import type { CivilDate } from "../../calendar/civil-date.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { KpiFormula } from "../../policy/kpi.ts";
import { inTurns } from "../in-turns.ts";
import { obligationsEnding } from "../obligations/ending.ts";
import type { ObligationRow, ObligationStore } from "../obligations/obligations.ts";
import type { FigureRow, RowSpan } from "./figures.ts";

/** What figures of duties are counted from. */
export type DutySource = { readonly obligations: Pick<ObligationStore, "ending"> };

/** A figure that counts duties. */
export type DutyFormula = Extract<KpiFormula, { is: "duties" }>;

type Asked = {
  readonly of: { readonly org: string; readonly policy: string };
  readonly formula: DutyFormula;
  readonly window: readonly [CivilDate, CivilDate];
  readonly now: Instant;
};

/** What one duty adds by now; nothing while it may still be done, and nothing once it was waived. */
const partOf = ({ late }: DutyFormula, { object, id, schedule, state, due, doneAt }: ObligationRow): FigureRow[] => {
  const row = (at: Instant, numerator: 0 | 1) => [
    { of: `${object}/${id}`, member: schedule, at, numerator, denominator: 1 },
  ];
  if (state === "MISSED") return row(due, 0);
  if (state !== "DONE" && state !== "SIGNED") return [];
  return doneAt === undefined || doneAt < due ? row(doneAt ?? due, 1) : row(due, late ? 1 : 0);
};

/**
 * What makes up a figure of duties by now: those of its schedules whose windows end in the period and that were done or fell
 * due, those waived left out, the latest first (3.6). They are the rows of the duties themselves, so that nothing is kept
 * twice; costs a query a schedule and month of the period, whatever the history.
 */
export const dutyParts = async (
  deps: DutySource,
  { of, formula, window, now }: Asked,
): Promise<readonly FigureRow[]> => {
  const asking = { obligations: deps.obligations, now: () => now };
  const rows = await inTurns(formula.schedules, (schedule) => obligationsEnding(asking, { ...of, schedule }, window));
  const place = ({ at, of: duty }: FigureRow): string => `${at}#${duty}`;
  return rows
    .flat()
    .flatMap((row) => partOf(formula, row))
    .sort((a, b) => (place(a) > place(b) ? -1 : 1));
};

/** One page of them; the cursor counts how many were read. */
export const dutyPage = async (
  deps: DutySource,
  asked: Asked,
  { limit, cursor }: Required<Pick<RowSpan, "limit">> & Pick<RowSpan, "cursor">,
): Promise<{ readonly items: readonly FigureRow[]; readonly cursor: string | undefined }> => {
  const all = await dutyParts(deps, asked);
  const from = all.findIndex(({ at, of }) => cursor === undefined || `${at}#${of}` < cursor);
  const items = from === -1 ? [] : all.slice(from, from + limit);
  const last = items.at(-1);
  return { items, cursor: last === undefined || from + limit >= all.length ? undefined : `${last.at}#${last.of}` };
};
