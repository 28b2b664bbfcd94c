import type { Case } from "../case/case.ts";
import { readLiability } from "../case/liability/liability.ts";
import { HOUR, type Instant, toMs } from "../kernel/instant.ts";
import { both, say, type Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import { listed } from "../policy/wording.ts";
import { sayCategory } from "./cases.ts";
import type { Cell, Section } from "./document.ts";
import { type Counted, figure, nothing, splitBy, words } from "./section.ts";

/** A case that was closed in the stretch, as it is told. */
export type ClosedCase = { readonly id: string; readonly current: Case };

const DAY = 24 * HOUR;

const daysBetween = (from: Instant, to: Instant): number => Math.floor((toMs(to) - toMs(from)) / DAY);

const days = (n: number): Text => say(`${n}天`, n === 1 ? "1 day" : `${n} days`);

/** Since when the matter is known: since the form before this one, where it stands in the place of another (CCF-27, A-32). */
const firstAt = ({ supersedes, receivedAt }: Case): Instant => supersedes?.firstReceivedAt ?? receivedAt;

/** Two decimals are all that a share has. */
const percent = (n: number): Text => both(`${Math.round(n * 100) / 100} %`);

const judged = (policy: Policy, current: Case) => {
  const read = readLiability(policy, current);
  const of = policy.liability?.classes.find(({ value }) => value === read?.class);
  return { class: of?.label, settled: read?.settled === true, shares: read?.shares ?? [] };
};

const sharesTable = (policy: Policy, cases: readonly ClosedCase[], counted: Counted): Section["tables"] => {
  const sums = new Map<string, number>();
  for (const { current } of cases)
    for (const { department, percent: n } of judged(policy, current).shares)
      sums.set(department, (sums.get(department) ?? 0) + n);
  const all = [...sums.values()].reduce((sum, n) => sum + n, 0);
  if (all === 0) return [];
  const title = say("部门责任比率", "Liability of the departments");
  const rows = [...sums].sort().map(([department, sum]): Cell[] => [
    words(department),
    {
      n: counted.filter((one) => one[`share:${department}`] !== undefined).length,
      of: "shares",
      where: { department },
    },
    words(percent((sum / all) * 100)),
  ]);
  const head = [say("部门", "Department"), say("涉及案件", "Cases"), say("占比", "Of all liability")];
  return [{ id: "shares", title, head, rows }];
};

/**
 * Cases that were closed in the stretch, one a line: category, liability with the departments' shares, and the age since
 * the first complaint (CCF-28, AS-48). Nobody is named: who complained and who was punished is none of its readers' business.
 */
export const closedSection = (policy: Policy, cases: readonly ClosedCase[]): Section => {
  if (cases.length === 0) return nothing("本期没有结案案件。", "No case was closed.");
  const rows: Cell[][] = [];
  const closed: Record<string, string>[] = [];
  const shares: Record<string, string>[] = [];
  for (const { id, current } of cases) {
    const { number, receivedAt, closedAt = receivedAt } = current;
    const liability = judged(policy, current);
    const category = sayCategory(policy, current);
    closed.push({
      ...{ id, number, receivedAt, closedAt, liability: liability.settled ? "settled" : "open" },
      ...Object.fromEntries(liability.shares.map((one) => [`share:${one.department}`, `${one.percent}`])),
    });
    shares.push(
      ...liability.shares.map((one) => ({ id, number, department: one.department, percent: `${one.percent}` })),
    );
    rows.push([
      words(number),
      words(category ?? ""),
      words(liability.class ?? say("未判定", "not decided")),
      words(listed(liability.shares.map((one) => both(`${one.department} ${one.percent} %`)))),
      words(days(daysBetween(firstAt(current), closedAt))),
    ]);
  }
  const head = [
    say("编号", "Number"),
    say("类别", "Category"),
    say("责任归属", "Liability"),
    say("各部门比率", "Shares"),
    say("总历时", "Age in all"),
  ];
  const title = say("结案案件", "Cases closed");
  const sum = splitBy(closed, {
    ...{ id: "closed-sum", of: "closed", by: "liability", title: say("责任判定", "Liability") },
    called: (value) => (value === "settled" ? say("已判定", "decided") : say("未判定", "not decided")),
    columns: [{ title: say("结案", "Closed"), where: {} }],
  });
  return {
    tables: [
      {
        id: "closed-all",
        title,
        head: [title, say("件数", "Cases")],
        rows: [[words(say("合计", "All")), figure(closed, "closed")]],
      },
      ...(policy.liability === undefined ? [] : [sum]),
      { id: "closed", title, head, rows },
      ...sharesTable(policy, cases, closed),
    ],
    notes: [],
    lists: { closed, shares },
  };
};

/** Discipline that was approved in cases closed in the stretch, for those alone whom the regulation names (CCF-38, A-36). */
export const sanctionsSection = (policy: Policy, cases: readonly ClosedCase[]): Section => {
  const approved = cases.flatMap(({ id, current }) =>
    current.sanctions
      .filter(({ decided }) => decided?.approved === true)
      .map((one) => ({
        id,
        number: current.number,
        rule: one.rule,
        kind: one.kind,
        subject: one.subject,
        basis: one.basis,
      })),
  );
  if (approved.length === 0) return nothing("本期结案案件没有经批准的处分。", "No discipline was approved.");
  const titleOf = (rule: string): Text => policy.sanctions.find(({ id }) => id === rule)?.title ?? both(rule);
  const title = say("经批准的处分", "Discipline approved");
  const head = [say("编号", "Number"), say("处分", "Discipline"), say("对象", "Whom"), say("依据", "On what grounds")];
  const rows = approved.map((one) => [
    words(one.number),
    words(titleOf(one.rule)),
    words(one.subject),
    words(one.basis),
  ]);
  const sum = splitBy(approved, {
    ...{ id: "sanctions-sum", of: "sanctions", by: "rule", title: say("处分", "Discipline"), called: titleOf },
    columns: [{ title: say("件数", "How many"), where: {} }],
  });
  return { tables: [sum, { id: "sanctions", title, head, rows }], notes: [], lists: { sanctions: approved } };
};
