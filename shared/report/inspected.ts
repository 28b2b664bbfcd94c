import type { FindingState } from "../inspection/finding.ts";
import { STATE } from "../inspection/words.ts";
import { both, say, type Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import { sameName } from "../policy/repetition.ts";
import type { Schedule } from "../policy/schedule.ts";
import { listed } from "../policy/wording.ts";
import { isNamed, type Unit } from "./author.ts";
import type { Cell, Section } from "./document.ts";
import type { ReportSchedule } from "./due.ts";
import { type Counted, nothing, splitBy, words } from "./section.ts";

/** One name for every spelling of a department: that of the company's unit, else the first that somebody wrote. */
export const oneName = (units: readonly Unit[]): ((written: string) => Text) => {
  const first = new Map<string, Text>();
  return (written) => {
    const unit = units.find((one) => isNamed(one, written));
    if (unit !== undefined) return unit.title;
    const key = sameName(written);
    const name = first.get(key) ?? both(written || "–");
    first.set(key, name);
    return name;
  };
};

/** An inspection that was made in the stretch. */
export type MadeInspection = {
  readonly id: string;
  readonly schedule: string;
  readonly department: Text;
  readonly subject: string;
  readonly findings: readonly {
    readonly n: number;
    readonly code: string;
    readonly title: Text;
    readonly state: FindingState;
    readonly measure?: string | undefined;
  }[];
};

export const SETTLED = "settled";

/** How far a finding is, as its columns count it: open, put right and not verified yet, or verified and closed. */
const FAR: Readonly<Record<FindingState, "open" | "rectified" | typeof SETTLED>> = {
  OPEN: "open",
  SIGNED: "open",
  RECTIFYING: "open",
  RECTIFIED: "rectified",
  CLOSED: SETTLED,
};

/** The inspections that a report is made from by name. */
export const inspectionsNamed = ({ schedules }: Policy, { duty }: ReportSchedule): readonly Schedule[] =>
  schedules.filter((one) => one.duty.is === "inspection" && duty.inputs.includes(one.id));

/** Inspections that were wanted and that nobody made (AS-123). */
const notMade = (wanted: readonly Schedule[], made: readonly MadeInspection[]): readonly Text[] => {
  const missing = wanted.filter(({ id }) => made.every(({ schedule }) => schedule !== id)).map(({ title }) => title);
  if (missing.length === 0) return [];
  const names = listed(missing);
  return [say(`本期没有进行：${names["zh-CN"]}。`, `Not made in this period: ${names.en}.`)];
};

/** The inspections and their findings as lists of what is counted. */
export const countedOf = (made: readonly MadeInspection[]): { inspections: Counted; findings: Counted } => ({
  inspections: made.map(({ id, schedule, department, subject, findings }) => ({
    ...{ id, schedule, department: department["zh-CN"], subject, is: findings.length === 0 ? "clean" : "found" },
  })),
  findings: made.flatMap(({ id, schedule, department, findings }) =>
    findings.map(({ n, code, state }) => ({
      ...{ id: `${id}/${n}`, schedule, department: department["zh-CN"], code, state, is: FAR[state] },
    })),
  ),
});

const titleOf = ({ schedules }: Policy, id: string): Text => schedules.find((one) => one.id === id)?.title ?? both(id);

/**
 * What inspections found, by check, department and kind of finding, and how far each was put right (PSI-20, SWQ-09). Those
 * that are wanted have a line whether they were made or not.
 */
export const findingsSection = (
  policy: Policy,
  wanted: readonly Schedule[],
  made: readonly MadeInspection[],
): Section => {
  if (made.length === 0 && wanted.length === 0) return nothing("本期没有检查记录。", "No inspection was made.");
  const { inspections, findings } = countedOf(made);
  const names = new Map(made.flatMap((one) => one.findings.map(({ code, title }) => [code, title] as const)));
  const columns: Parameters<typeof splitBy>[1]["columns"] = [
    { title: say("不合格", "Findings"), where: {} },
    { title: say("未整改", "Open"), where: { is: "open" } },
    { title: say("待验证", "Put right"), where: { is: "rectified" } },
    { title: say("已验证", "Verified"), where: { is: SETTLED } },
  ];
  const of = "findings";
  const checks = splitBy(inspections, {
    ...{ id: "checks", of: "inspections", by: "schedule", title: say("检查", "Check") },
    always: wanted.map(({ id }) => id),
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
      called: (name) => made.find(({ department }) => department["zh-CN"] === name)?.department ?? both(name),
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
  const clean = made.length > 0 && findings.length === 0;
  const notes = [
    ...(clean ? [say("本期检查没有不合格项。", "The inspections found nothing wrong.")] : []),
    ...notMade(wanted, made),
  ];
  return { tables: tables.filter((one) => one.rows.length > 0), notes, lists: { inspections, findings } };
};
