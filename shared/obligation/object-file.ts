import * as z from "zod";
import { clean } from "../case/clean.ts";
import { type CellFault, type Column, readHeads } from "../case/import-columns.ts";
import { dayIn, disarmed, localeIn } from "../case/import-row.ts";
import { say, type Text } from "../kernel/text.ts";
import { eventTitle } from "../policy/explain-words.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import { ObjectBody, ObjectId } from "./object.ts";
import { objectSchedules } from "./slots.ts";

/** The most rows of one file: each is read and written while whoever sent it waits. */
export const MOST_OBJECTS = 2000;

/** A row as it was read: what is to be visited. */
type ListedObject = { readonly row: number; readonly id: string; readonly body: ObjectBody };

const column = (id: string, zh: string, en: string, required = false): Column => ({
  id,
  title: say(zh, en),
  required,
});

/** The events from whose days a regulation counts visits: `delivered`. */
const eventsOf = (schedules: readonly Schedule[]): readonly string[] => [
  ...new Set(schedules.flatMap(({ rhythm }) => ("event" in rhythm ? [rhythm.event] : []))),
];

/** The columns of a list of what is visited by a regulation; where it has one schedule alone, none need be named. */
export const objectColumns = (policy: Policy): readonly Column[] => {
  const schedules = objectSchedules(policy);
  return [
    column("id", "对象编号", "Object no.", true),
    column("title", "对象名称", "Name of object", true),
    column("schedule", "回访计划", "Schedule", schedules.length > 1),
    column("contact.name", "客户联系人", "Customer contact", true),
    column("contact.phone", "联系电话", "Phone"),
    column("contact.email", "电子邮箱", "E-mail"),
    column("contact.address", "地址", "Address"),
    column("visitor.sub", "回访人账号", "Visitor's account"),
    column("visitor.name", "回访人", "Responsible visitor"),
    column("visitor.email", "回访人邮箱", "Visitor's e-mail"),
    column("visitor.locale", "回访人语言", "Visitor's language"),
    ...eventsOf(schedules).map((event): Column => {
      const title = eventTitle(policy, event);
      return column(`events.${event}`, `${title["zh-CN"]}日期`, `Date: ${title.en}`);
    }),
  ];
};

const SAYINGS: Readonly<Record<string, Text>> = {
  id: say(
    "编号须为字母、数字、点、横线，最多 60 个",
    "letters, digits, dots and dashes, beginning with a letter or digit; at most 60",
  ),
  title: say("须填写，最多 120 字", "needed, at most 120 characters"),
  "contact.name": say("须填写，最多 100 字", "needed, at most 100 characters"),
  "contact.phone": say("最多 30 字", "at most 30 characters"),
  "contact.email": say("不是有效的电子邮箱", "this is no e-mail address"),
  "contact.address": say("最多 300 字", "at most 300 characters"),
  "visitor.sub": say("须填写回访人账号，不含空格和 #", "the account of the visitor, without blanks and #"),
  "visitor.name": say("须填写，最多 100 字", "needed, at most 100 characters"),
  "visitor.email": say("不是有效的电子邮箱", "this is no e-mail address"),
  "visitor.locale": say("语言为 zh-CN 或 en", "the language is zh-CN or en"),
};
const NO_DAY = say("须为日期，如 2026-03-10", "a day, such as 2026-03-10");
const WRONG = say("内容有误", "this is wrong");

/** What the cells of a row say, as the interface would be told it: `contact.name` stands inside `contact`. */
const cellsOf = (columns: readonly (Column | undefined)[], cells: readonly string[]): Record<string, string> => {
  const said: Record<string, string> = {};
  for (const [at, one] of columns.entries()) {
    const text = clean(disarmed((cells[at] ?? "").trim()), false);
    if (one !== undefined && text !== "") said[one.id] = text;
  }
  return said;
};

const under = (said: Readonly<Record<string, string>>, part: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(said)
      .filter(([id]) => id.startsWith(`${part}.`))
      .map(([id, text]) => [id.slice(part.length + 1), text]),
  );

/** The schedule that a cell names, by its id or title; the only one where it names none. */
const scheduleIn = (schedules: readonly Schedule[], said: string | undefined): Schedule | undefined =>
  said === undefined
    ? schedules.length === 1
      ? schedules[0]
      : undefined
    : schedules.find(({ id, title }) => [id, title["zh-CN"], title.en].includes(said));

const Row = z.strictObject({ id: ObjectId, ...ObjectBody.shape });

const readRow = (policy: Policy, row: number, said: Readonly<Record<string, string>>) => {
  const schedules = objectSchedules(policy);
  const schedule = scheduleIn(schedules, said.schedule);
  const visitor = under(said, "visitor");
  const spoken = visitor.locale === undefined ? {} : { locale: localeIn(visitor.locale) };
  const read = Row.safeParse({
    id: said.id,
    schedule: schedule?.id ?? "none",
    title: said.title,
    contact: under(said, "contact"),
    visitor: Object.keys(visitor).length === 0 ? undefined : { name: visitor.sub, ...visitor, ...spoken },
    events: Object.fromEntries(Object.entries(under(said, "events")).map(([event, day]) => [event, dayIn(day)])),
  });
  const rule = schedule?.rules[0];
  const known = schedules.map(({ id }) => id).join(", ");
  const faults: CellFault[] =
    schedule === undefined
      ? [{ row, column: "schedule", code: "unknown-schedule", says: say(`回访计划有：${known}`, `it has: ${known}`) }]
      : [];
  for (const { path } of read.error?.issues ?? []) {
    const at = path.join(".");
    const code = said[at] === undefined ? "required" : "invalid";
    faults.push({ row, column: at, code, rule, says: at.startsWith("events.") ? NO_DAY : (SAYINGS[at] ?? WRONG) });
  }
  const event = schedule !== undefined && "event" in schedule.rhythm ? schedule.rhythm.event : undefined;
  if (event !== undefined && said[`events.${event}`] === undefined)
    faults.push({ row, column: `events.${event}`, code: "required", rule, says: NO_DAY });
  return { schedule, faults, read: read.data };
};

type Read = { readonly rows: number; readonly objects: readonly ListedObject[]; readonly faults: readonly CellFault[] };

/**
 * Reads a list of what is to be visited, its head in the first line: all of it, or everything that is wrong with it, row
 * by row as a spreadsheet counts. @param mayVisit whether whoever sends it looks after what a schedule visits.
 */
export const readObjects = (
  policy: Policy,
  [heads = [], ...others]: readonly (readonly string[])[],
  mayVisit: (schedule: Schedule) => boolean,
): Read => {
  const head = readHeads(objectColumns(policy), heads);
  const rows = others.flatMap((cells, n) => (cells.some((cell) => cell.trim() !== "") ? [{ row: n + 2, cells }] : []));
  const alone = (row: number, code: string, zh: string, en: string): Read => ({
    rows: rows.length,
    objects: [],
    faults: [...head.faults, { row, column: "", code, says: say(zh, en) }],
  });
  if (rows.length === 0) return alone(1, "no-rows", "文件没有回访对象", "the file holds nothing to visit");
  if (rows.length > MOST_OBJECTS)
    return alone(MOST_OBJECTS + 2, "too-many-rows", `最多${MOST_OBJECTS}行`, `at most ${MOST_OBJECTS} rows`);
  if (head.faults.length > 0) return { rows: rows.length, objects: [], faults: head.faults };
  const first = new Map<string, number>();
  const objects: ListedObject[] = [];
  const faults: CellFault[] = [];
  for (const { row, cells } of rows) {
    const said = cellsOf(head.columns, cells);
    const { schedule, read, faults: wrong } = readRow(policy, row, said);
    faults.push(...wrong);
    if (schedule !== undefined && !mayVisit(schedule)) {
      const says = say("此项回访由其他岗位负责", "visits of this schedule are for other roles");
      faults.push({ row, column: "schedule", code: "not-your-role", rule: schedule.rules[0], says });
    }
    const before = said.id === undefined ? undefined : first.get(said.id);
    if (before !== undefined) {
      const says = say(`编号与第${before}行相同`, `row ${before} has this number too`);
      faults.push({ row, column: "id", code: "number-twice", says });
    } else if (said.id !== undefined) first.set(said.id, row);
    if (read === undefined) continue;
    const { id, ...body } = read;
    objects.push({ row, id, body });
  }
  return { rows: rows.length, objects, faults };
};

/** Something of that number is visited by another regulation of the company. */
export const takenElsewhere = (row: number): CellFault => ({
  row,
  column: "id",
  code: "number-taken",
  says: say("此编号已用于其他制度的回访对象", "another regulation visits something of this number"),
});
