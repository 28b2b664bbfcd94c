import type { Case } from "../../../case/case.ts";
import { CaseId } from "../../../kernel/ids.ts";
import { type ClockRun, casesSection, clocksOf, clocksSection } from "../../../report/cases.ts";
import { type ClosedCase, closedSection, sanctionsSection } from "../../../report/closed.ts";
import type { Section } from "../../../report/document.ts";
import type { Loaded } from "../../change.ts";
import { loadCase } from "../../change.ts";
import type { CaseRow } from "../../columns.ts";
import { monthsFrom } from "../../past.ts";
import type { Placed, Span } from "../../store.ts";
import type { Counting } from "./counting.ts";
import { isOwn, saysWhose } from "./of-unit.ts";

/** As many rows as a query answers, and as many records as are fetched side by side. */
const ROWS = 500;
const AT_A_TIME = 32;

/** The rows of a list of months that lie in the stretch, under one regulation whatever version of it judged each. */
const rowsOf = async (
  { from, before, policy }: Counting,
  read: (month: string, span: Span) => Promise<readonly Placed[]>,
): Promise<readonly CaseRow[]> => {
  const rows: CaseRow[] = [];
  for (const month of monthsFrom(from.slice(0, 7), before.slice(0, 7))) {
    for (let after: string = from; ; ) {
      const page = await read(month, { after, before, limit: ROWS });
      rows.push(...page.flatMap(({ row }) => (row.policy.id === policy.id ? [row] : [])));
      if (page.length < ROWS) break;
      after = page.at(-1)?.place ?? after;
    }
  }
  return rows;
};

/** The rows of cases that came in: the ledger alone, none of the records. */
const receivedRows = (counting: Counting): Promise<readonly CaseRow[]> =>
  rowsOf(counting, (month, span) => counting.deps.records.received(counting.org, month, span));

/** What was made of the cases that a report has, and of how many nobody can say whether it has them. */
type Made<T> = { readonly made: readonly T[]; readonly unknown: number };

/** Something of each case that the report has, some records at a time: what is made of one is kept, the record is not. */
const ofEach = async <T>(
  counting: Counting,
  rows: readonly CaseRow[],
  make: (found: Loaded, row: CaseRow) => readonly T[],
): Promise<Made<T>> => {
  const { deps, org } = counting;
  const made: T[] = [];
  let unknown = 0;
  for (let at = 0; at < rows.length; at += AT_A_TIME) {
    const some = rows.slice(at, at + AT_A_TIME);
    const found = await Promise.all(some.map(({ id }) => loadCase(deps, { kind: "case", org, id: CaseId.parse(id) })));
    for (const [n, row] of some.entries()) {
      const one = found[n];
      if (one === undefined) continue;
      const own = isOwn(counting, one.current);
      if (own === undefined) unknown += 1;
      if (own === true) made.push(...make(one, row));
    }
  }
  return { made, unknown };
};

/** A section that says whose cases it counts, where these are not all. */
const told = (counting: Counting, section: Section, unknown: number): Section => ({
  ...section,
  notes: [...saysWhose(counting, unknown), ...section.notes],
});

/** Cases that came in. A report of all reads no record; a department's reads each, to know whose it is. */
export const receivedCases = async (counting: Counting): Promise<Section> => {
  const { policy, before, unit } = counting;
  const rows = await receivedRows(counting);
  if (unit === undefined) return casesSection(policy, rows, before);
  const { made, unknown } = await ofEach(counting, rows, (_, row) => [row]);
  return told(counting, casesSection(policy, made, before), unknown);
};

/** How the deadlines of cases that came in were kept by the end of the stretch, or by now where it is not over. */
export const clockRuns = async (counting: Counting): Promise<Section> => {
  const { policy, before } = counting;
  const { made, unknown } = await ofEach(
    counting,
    await receivedRows(counting),
    ({ rulebook, current }, { id }): ClockRun[] =>
      clocksOf(rulebook, current, before).map((run) => ({ id, number: current.number, ...run })),
  );
  return told(counting, clocksSection(policy, made), unknown);
};

/** Of the timeline only what speaks of liability is read for a report. */
const slim = (liability: unknown, timeline: Case["timeline"]): Case["timeline"] =>
  liability === undefined ? [] : timeline.filter(({ type }) => type === "liabilityJudged" || type === "step");

const closedIn = async (counting: Counting): Promise<Made<ClosedCase>> => {
  const { deps, org } = counting;
  const rows = await rowsOf(counting, (month, span) => deps.records.closed(org, month, span));
  return ofEach(counting, rows, ({ rulebook, current }, { id }) => [
    { id, current: { ...current, learnt: [], told: [], timeline: slim(rulebook.policy.liability, current.timeline) } },
  ]);
};

/** Cases that were closed in the stretch, whenever they came in. */
export const closedCases = async (counting: Counting): Promise<Section> => {
  const { made, unknown } = await closedIn(counting);
  return told(counting, closedSection(counting.policy, made), unknown);
};

/** Discipline that was approved in these. */
export const sanctions = async (counting: Counting): Promise<Section> => {
  const { made, unknown } = await closedIn(counting);
  return told(counting, sanctionsSection(counting.policy, made), unknown);
};
