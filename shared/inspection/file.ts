import { clean } from "../case/clean.ts";
import type { FieldFault, Refusal } from "../case/fault.ts";
import { Instant } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { both, say, type Text } from "../kernel/text.ts";
import type { Checklist } from "../policy/records.ts";
import { sameName } from "../policy/repetition.ts";
import type { Filed, Person } from "./event.ts";
import { keeps, type Line, Measured, type RESULTS } from "./line.ts";
import { dutyOf, type Ground } from "./sides.ts";

/** One line as somebody filled it in: an item of a checklist, or something that no list asks for. */
type LineSaid = {
  readonly of?: { readonly checklist: string; readonly item: string } | undefined;
  readonly code?: string | undefined;
  readonly title?: string | undefined;
  readonly result: (typeof RESULTS)[number];
  readonly value?: string | undefined;
  readonly note?: string | undefined;
};

/** An inspection as somebody hands it in. */
export type FileCommand = {
  readonly doneAt?: string | undefined;
  readonly object?: string | undefined;
  readonly subject: string;
  readonly department: string;
  readonly head?: Person | undefined;
  readonly people: readonly { readonly name: string; readonly inCharge: boolean }[];
  readonly lines: readonly LineSaid[];
};

const fault = (path: string, code: string, says: Text, rule?: string): FieldFault => ({ path, code, says, rule });
const required = (path: string, zh: string, en: string, rule?: string) => fault(path, "required", say(zh, en), rule);

/** At least as many people as the regulation says, exactly one of them in charge (GAS-06, AS-99). */
const peopleFaults = ({ schedule }: Ground, people: FileCommand["people"]): readonly FieldFault[] => {
  const least = dutyOf(schedule).people;
  const rule = schedule.rules.at(-1);
  const names = new Set(people.map(({ name }) => sameName(name)).filter((name) => name !== ""));
  const inCharge = people.filter((one) => one.inCharge).length;
  const few = say(`检查人员不得少于${least}人`, `at least ${least} different people inspect`);
  return [
    ...(names.size < Math.max(least, people.length) ? [fault("/people", "too-few", few, rule)] : []),
    ...(inCharge === 1 ? [] : [required("/people", "须指定其中一人负责", "exactly one of them is in charge", rule)]),
  ];
};

type Item = Checklist["items"][number];
type Found = { readonly list: Checklist; readonly item: Item };

/** The items that such an inspection goes by, in order. */
export const itemsOf = ({ policy, schedule }: Ground): readonly Found[] =>
  dutyOf(schedule).checklists.flatMap((id) => {
    const list = policy.checklists.find((one) => one.id === id);
    return list === undefined ? [] : list.items.map((item) => ({ list, item }));
  });

const key = ({ checklist, item }: { checklist: string; item: string }) => `${checklist}/${item}`;

/** One line of a checklist, judged: a value outside of its limit is never in order, whatever was ticked. */
const judged = ({ list, item }: Found, said: LineSaid, n: number, at: string): { line: Line; faults: FieldFault[] } => {
  const { limit } = item;
  const [rule] = list.rules;
  const value = said.value === undefined ? undefined : Measured.safeParse(said.value.trim());
  const measured = value?.success === true ? value.data : undefined;
  const broken = limit !== undefined && measured !== undefined && said.result !== "na" && !keeps(limit, measured);
  const note = clean(said.note ?? "", true) || undefined;
  const result = broken ? "remark" : said.result;
  const faults = [
    ...(value?.success === false
      ? [fault(`${at}/value`, "invalid", say("须填写数值，如 5.01", "a figure like 5.01"), rule)]
      : []),
    ...(limit !== undefined && said.value === undefined && said.result !== "na"
      ? [required(`${at}/value`, `“${item.title["zh-CN"]}”须填写测量值`, `"${item.title.en}" needs its value`, rule)]
      : []),
    ...(result === "remark" && !broken && note === undefined
      ? [required(`${at}/note`, "请写明发现了什么", "say what was found", rule)]
      : []),
  ];
  const leads = result === "remark" ? (broken ? item.beyond.leads : "finding") : undefined;
  const of = { checklist: list.id, item: item.id };
  return { line: { n, of, code: key(of), title: item.title, result, value: measured, note, leads }, faults };
};

/** Something that no list asks for: it is a finding, by a code of whoever found it. */
const further = (said: LineSaid, n: number, at: string): { line: Line; faults: FieldFault[] } => {
  const title = clean(said.title ?? "", false);
  const note = clean(said.note ?? "", true) || undefined;
  const code = sameName(said.code ?? "") || sameName(title);
  const faults = title === "" ? [required(`${at}/title`, "请写明是什么问题", "say what the problem is")] : [];
  const words = both(title === "" ? "–" : title);
  const leads = said.result === "remark" ? "finding" : undefined;
  return { line: { n, code, title: words, result: said.result, note, leads }, faults };
};

const linesOf = (ground: Ground, said: readonly LineSaid[]) => {
  const items = new Map(itemsOf(ground).map((one) => [key({ checklist: one.list.id, item: one.item.id }), one]));
  const answered = new Set<string>();
  const read = said.map((one, at) => {
    const path = `/lines/${at}`;
    if (one.of === undefined) return further(one, at + 1, path);
    const name = key(one.of);
    const found = items.get(name);
    if (found === undefined || answered.has(name)) {
      const says = say("不是此项检查的项目，或填写了两次", "no item of this inspection, or answered twice");
      return { line: undefined, faults: [fault(`${path}/of`, "unknown-item", says)] };
    }
    answered.add(name);
    return judged(found, one, at + 1, path);
  });
  const missing = [...items].filter(([name]) => !answered.has(name)).map(([, one]) => one);
  return {
    lines: read.flatMap(({ line }) => line ?? []),
    faults: [
      ...read.flatMap(({ faults }) => faults),
      ...missing.map(({ list, item: { title } }) =>
        required("/lines", `未填写“${title["zh-CN"]}”`, `"${title.en}" is not answered`, list.rules[0]),
      ),
    ],
  };
};

/**
 * What an inspection that is handed in comes to, line by line by the regulation's checklists and limits (AS-99, AS-104).
 * Refused as a whole, naming each field, where anything is missing.
 * @param now an inspection is never of the future.
 */
export const readInspection = (
  ground: Ground,
  command: FileCommand,
  now: Instant,
): Result<Omit<Filed, "type" | "at" | "by" | "key">, Refusal> => {
  const { schedule } = ground;
  const doneAt = command.doneAt === undefined ? now : Instant.safeParse(command.doneAt).data;
  const subject = clean(command.subject, false);
  const department = clean(command.department, false);
  const people = command.people.map(({ name, inCharge }) => ({ name: clean(name, false), inCharge }));
  const { lines, faults } = linesOf(ground, command.lines);
  const future = say("须为带时区的时间，且不晚于现在", "a time with its offset, and not in the future");
  const wrong = [
    ...(doneAt === undefined || doneAt > now ? [fault("/doneAt", "invalid", future)] : []),
    ...(subject === "" ? [required("/subject", "请填写检查对象", "say what was inspected")] : []),
    ...(department === "" ? [required("/department", "请填写责任部门", "say which department answers for it")] : []),
    ...(lines.length === 0 && faults.length === 0
      ? [required("/lines", "请填写检查结果", "write down what was looked at")]
      : []),
    ...peopleFaults(ground, people),
    ...faults,
  ];
  if (wrong.length > 0 || doneAt === undefined)
    return refuse({ code: "bad-fields", fields: wrong, rules: schedule.rules });
  const { object } = command;
  const head = command.head && { ...command.head, name: clean(command.head.name, false) };
  return accept({ schedule: schedule.id, doneAt, object, subject, department, head, people, lines });
};
