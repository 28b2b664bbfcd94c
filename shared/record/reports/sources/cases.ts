import type { caseOf } from "../../../case/case.ts";
import { CaseId } from "../../../kernel/ids.ts";
import { type ClockRun, clocksOf, clocksSection } from "../../../report/cases.ts";
import type { ClosedCase } from "../../../report/closed.ts";
import type { Section } from "../../../report/document.ts";
import type { Loaded } from "../../change.ts";
import { loadCase } from "../../change.ts";
import type { CaseRow } from "../../columns.ts";
import { monthsFrom } from "../../past.ts";
import type { Placed, Span } from "../../store.ts";
import type { Counting } from "./counting.ts";

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

/** Cases that came in: the rows of the ledger alone, none of the records. */
export const receivedCases = (counting: Counting): Promise<readonly CaseRow[]> =>
  rowsOf(counting, (month, span) => counting.deps.records.received(counting.org, month, span));

/** Something of each case, some records at a time: what is made of one is kept, the record itself is not. */
const ofEach = async <T>(
  { deps, org }: Counting,
  rows: readonly CaseRow[],
  make: (found: Loaded, id: string) => readonly T[],
): Promise<readonly T[]> => {
  const made: T[] = [];
  for (let at = 0; at < rows.length; at += AT_A_TIME) {
    const some = rows.slice(at, at + AT_A_TIME).map(({ id }) => id);
    const found = await Promise.all(some.map((id) => loadCase(deps, { kind: "case", org, id: CaseId.parse(id) })));
    for (const [n, one] of found.entries()) if (one !== undefined) made.push(...make(one, some[n] ?? ""));
  }
  return made;
};

/** How the deadlines of cases that came in were kept by the end of the stretch, or by now where it is not over. */
export const clockRuns = async (counting: Counting): Promise<Section> => {
  const { policy, before } = counting;
  const runs = await ofEach(counting, await receivedCases(counting), ({ rulebook, current }, id): ClockRun[] =>
    clocksOf(rulebook, current, before).map((run) => ({ id, number: current.number, ...run })),
  );
  return clocksSection(policy, runs);
};

/** Cases that were closed in the stretch, whenever they came in. */
export const closedCases = async (counting: Counting): Promise<readonly ClosedCase[]> => {
  const { deps, org } = counting;
  const rows = await rowsOf(counting, (month, span) => deps.records.closed(org, month, span));
  return ofEach(counting, rows, ({ rulebook, current }, id) => [
    { id, current: { ...current, learnt: [], told: [], timeline: slim(rulebook.policy.liability, current.timeline) } },
  ]);
};

/** Of the timeline only what speaks of liability is read for a report. */
const slim = (liability: unknown, timeline: ReturnType<typeof caseOf>["timeline"]) =>
  liability === undefined ? [] : timeline.filter(({ type }) => type === "liabilityJudged" || type === "step");
