import type { Case } from "../case/case.ts";
import { categoryOf, UNCLASSIFIED } from "../case/category.ts";
import { isRunning, type Rulebook, readClocks } from "../case/clocks.ts";
import type { Instant } from "../kernel/instant.ts";
import { both, say, type Text } from "../kernel/text.ts";
import { categoryTitle } from "../mail/answers.ts";
import { CaseKind, kindTitle } from "../policy/case-kind.ts";
import type { Policy } from "../policy/policy.ts";
import type { Section } from "./document.ts";
import { type Counted, nothing, splitBy } from "./section.ts";

/** What is counted of a case that came in: the columns of the ledger. */
export type ReceivedCase = {
  readonly id: string;
  readonly number: string;
  readonly caseKind: CaseKind;
  readonly category?: string | undefined;
  readonly state: string;
  readonly receivedAt: Instant;
  readonly closedAt?: Instant | undefined;
};

const sayCode = ({ categories }: Policy, code: string): Text => {
  const title = categoryTitle(categories, code);
  if (code === UNCLASSIFIED) return say("未分类", "not classified");
  return title === undefined ? both(code) : say(`${code} ${title["zh-CN"]}`, `${code} ${title.en}`);
};

const stateTitle = ({ workflow }: Policy, state: string): Text =>
  workflow?.states.find(({ id }) => id === state)?.title ?? both(state);

const COLUMNS: Parameters<typeof splitBy>[1]["columns"] = [
  { title: say("受理", "Received"), where: {} },
  { title: say("已结案", "Closed"), where: { is: "closed" } },
  { title: say("未结案", "Open"), where: { is: "open" } },
];

/** Cases that came in, by kind, category and state; as they stood when they were counted. */
export const casesSection = (policy: Policy, cases: readonly ReceivedCase[], before: Instant): Section => {
  if (policy.workflow === undefined) return nothing("本制度不受理案件。", "No cases are filed under this regulation.");
  if (cases.length === 0) return nothing("本期没有受理案件。", "No case came in.");
  const received: Counted = cases.map(({ id, number, caseKind, category, state, receivedAt, closedAt }) => {
    const closed = closedAt !== undefined && closedAt < before;
    return {
      ...{ id, number, kind: caseKind, state, receivedAt, is: closed ? "closed" : "open" },
      ...(category === undefined ? {} : { category }),
      ...(closedAt === undefined ? {} : { closedAt }),
    };
  });
  const of = "received";
  const tables = [
    { id: "kinds", by: "kind", title: say("类型", "Kind"), called: (kind: string) => kindTitle(CaseKind.parse(kind)) },
    {
      id: "categories",
      by: "category",
      title: say("类别", "Category"),
      called: (code: string) => sayCode(policy, code),
    },
    { id: "states", by: "state", title: say("状态", "State"), called: (state: string) => stateTitle(policy, state) },
  ]
    .map((one) => splitBy(received, { ...one, of, columns: COLUMNS }))
    .filter(({ rows }) => rows.length > 0);
  return { tables, notes: [], lists: { received } };
};

type Kept = "met" | "missed" | "excused" | "running";

/** How each clock of a case was kept by a moment; a clock that was cancelled, or waits for a calendar, is none of these. */
export const clocksOf = (rulebook: Rulebook, current: Case, at: Instant): readonly { clock: string; kept: Kept }[] =>
  readClocks(rulebook, current, at).flatMap((reading): { clock: string; kept: Kept }[] => {
    const clock = reading.clock.id;
    if (reading.clock.grade !== "binding") return [];
    if (reading.state === "EXCUSED") return [{ clock, kept: "excused" }];
    if (reading.onTime !== undefined) return [{ clock, kept: reading.onTime ? "met" : "missed" }];
    return isRunning(reading) ? [{ clock, kept: "running" }] : [];
  });

/** A run of a clock in a case that came in. */
export type ClockRun = { readonly id: string; readonly number: string; readonly clock: string; readonly kept: Kept };

/** How the deadlines of cases that came in were kept; advisory ones are not judged (0.3). */
export const clocksSection = (policy: Policy, runs: readonly ClockRun[]): Section => {
  if (runs.length === 0) return nothing("本期受理的案件没有应计的时限。", "No deadline ran in the cases that came in.");
  const clocks: Counted = runs.map((run) => ({ ...run }));
  const title = (id: string): Text => policy.clocks.find((one) => one.id === id)?.title ?? both(id);
  const table = splitBy(clocks, {
    ...{ id: "clocks", of: "clocks", by: "clock", title: say("时限", "Deadline"), called: title },
    columns: [
      { title: say("按时", "Kept"), where: { kept: "met" } },
      { title: say("超期", "Missed"), where: { kept: "missed" } },
      { title: say("免责", "Excused"), where: { kept: "excused" } },
      { title: say("计时中", "Running"), where: { kept: "running" } },
    ],
  });
  return { tables: [table], notes: [], lists: { clocks } };
};

/** The category of a case in words. */
export const sayCategory = (policy: Policy, current: Case): Text | undefined => {
  const code = categoryOf(policy, current.facts);
  return code === undefined ? undefined : sayCode(policy, code);
};
