import type { FindingState } from "../inspection/finding.ts";
import { STATE } from "../inspection/words.ts";
import { both, say, type Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import { sameName } from "../policy/repetition.ts";
import type { Cell, Section } from "./document.ts";
import { type Counted, figure, nothing, splitBy, words } from "./section.ts";

/** An inspection that was made in the stretch. */
export type MadeInspection = {
  readonly id: string;
  readonly schedule: string;
  readonly department: string;
  readonly subject: string;
  readonly findings: readonly {
    readonly n: number;
    readonly code: string;
    readonly title: Text;
    readonly state: FindingState;
    readonly measure?: string | undefined;
  }[];
};

const SETTLED = "settled";

const countedOf = (made: readonly MadeInspection[]): { inspections: Counted; findings: Counted } => ({
  inspections: made.map(({ id, schedule, department, subject, findings }) => ({
    ...{ id, schedule, department, subject, is: findings.length === 0 ? "clean" : "found" },
  })),
  findings: made.flatMap(({ id, schedule, department, findings }) =>
    findings.map(({ n, code, state }) => ({
      ...{ id: `${id}/${n}`, schedule, department, code, state, is: state === "CLOSED" ? SETTLED : "open" },
    })),
  ),
});

const titleOf = ({ schedules }: Policy, id: string): Text => schedules.find((one) => one.id === id)?.title ?? both(id);

/** What inspections found, by check, department and kind of finding, and how far each was put right (PSI-20, SWQ-09). */
export const findingsSection = (policy: Policy, made: readonly MadeInspection[]): Section => {
  if (made.length === 0) return nothing("本期没有检查记录。", "No inspection was made.");
  const { inspections, findings } = countedOf(made);
  const names = new Map(made.flatMap((one) => one.findings.map(({ code, title }) => [code, title] as const)));
  const columns: Parameters<typeof splitBy>[1]["columns"] = [
    { title: say("不合格", "Findings"), where: {} },
    { title: say("已验证关闭", "Verified and closed"), where: { is: SETTLED } },
    { title: say("未关闭", "Open"), where: { is: "open" } },
  ];
  const of = "findings";
  const checks = splitBy(inspections, {
    ...{ id: "checks", of: "inspections", by: "schedule", title: say("检查", "Check") },
    called: (id) => titleOf(policy, id),
    columns: [
      { title: say("次数", "Times"), where: {} },
      { title: say("有不合格项", "With findings"), where: { is: "found" } },
    ],
  });
  const all = made.flatMap((one) => one.findings.map((finding) => ({ ...finding, department: one.department })));
  const rows = all.map(({ title, department, state, measure }): Cell[] => [
    words(title),
    words(department),
    words(STATE[state]),
    words(measure ?? ""),
  ]);
  const head = [
    say("不合格项", "Finding"),
    say("部门", "Department"),
    say("状态", "State"),
    say("整改措施", "What was done"),
  ];
  const title = say("逐项整改与验证", "What was done about each");
  const tables = [
    checks,
    splitBy(findings, {
      id: "by-department",
      of,
      by: "department",
      title: say("部门", "Department"),
      called: both,
      columns,
    }),
    splitBy(findings, {
      id: "by-code",
      of,
      by: "code",
      title: say("不合格类别", "Kind of finding"),
      called: (code) => names.get(code) ?? both(code),
      columns,
    }),
    { id: "each-finding", title, head, rows },
  ];
  const notes = findings.length === 0 ? [say("本期检查没有不合格项。", "The inspections found nothing wrong.")] : [];
  return { tables: tables.filter((one) => one.rows.length > 0), notes, lists: { inspections, findings } };
};

/**
 * Departments by how few findings a check of theirs has; one that was not checked stands as such, and has no place
 * (GSS-05). `known` are those that the company names, whether anybody went there or not.
 */
export const rankingSection = (known: readonly string[], made: readonly MadeInspection[]): Section => {
  const { inspections, findings } = countedOf(made);
  const names = [
    ...new Map([...known, ...made.map(({ department }) => department)].map((one) => [sameName(one), one])).values(),
  ];
  if (names.length === 0) return nothing("本期没有检查记录。", "No inspection was made.");
  const rated = names.map((department) => {
    const checks = inspections.filter((one) => one.department === department).length;
    const found = findings.filter((one) => one.department === department).length;
    return { department, checks, rate: checks === 0 ? undefined : found / checks };
  });
  const order = rated.toSorted((a, b) => (a.rate ?? Number.POSITIVE_INFINITY) - (b.rate ?? Number.POSITIVE_INFINITY));
  const placeOf = (rate: number) => 1 + rated.filter((one) => one.rate !== undefined && one.rate < rate).length;
  const rows = order.map(({ department, rate }): Cell[] => [
    words(rate === undefined ? say("未检查", "not inspected") : both(`${placeOf(rate)}`)),
    words(department),
    figure(inspections, "inspections", { department }),
    figure(findings, "findings", { department }),
    figure(findings, "findings", { department, is: SETTLED }),
  ]);
  const head = [
    say("名次", "Place"),
    say("部门或窗口", "Department or counter"),
    say("检查次数", "Checks"),
    say("不合格", "Findings"),
    say("已整改", "Put right"),
  ];
  const notes = [say("按每次检查的不合格项数由少到多排列。", "In order of findings for each check, the fewest first.")];
  return {
    tables: [{ id: "ranking", title: say("评比", "Ranking"), head, rows }],
    notes,
    lists: { inspections, findings },
  };
};
