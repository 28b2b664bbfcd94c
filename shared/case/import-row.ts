import { CivilDate } from "../calendar/civil-date.ts";
import { atTime, startOfDay } from "../calendar/zone.ts";
import { Instant } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import type { Field } from "../policy/field.ts";
import type { Category } from "../policy/intake.ts";
import { channelTitle, IntakeChannel } from "../policy/intake-channel.ts";
import type { Policy } from "../policy/policy.ts";
import type { Fact } from "../policy/terms.ts";
import type { Column } from "./import-columns.ts";

/** A row as a filing would say it, before anything of it was checked. */
export type Row = {
  readonly number?: string | undefined;
  readonly receivedAt: string;
  readonly channel: IntakeChannel;
  readonly source?: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
};

const DATE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?$/;

const two = (figures = ""): string => figures.padStart(2, "0");

/** `2026/3/10 9:30` as people and spreadsheets write it: its day, and its time where there is one. */
const partsOf = (said: string): { day: CivilDate; time: string | undefined } | undefined => {
  const [, year, month, day, hours, minutes] = DATE.exec(said) ?? [];
  const read = CivilDate.safeParse(`${year}-${two(month)}-${two(day)}`);
  if (!read.success || Number(hours ?? 0) > 23 || Number(minutes ?? 0) > 59) return undefined;
  return { day: read.data, time: hours === undefined ? undefined : `${two(hours)}:${minutes}` };
};

/** A day of a sheet, as people and spreadsheets write it; what is none stays as it is said. */
export const dayIn = (said: string): string => partsOf(said)?.day ?? said;

/** A moment of a sheet: by the wall clock of the office, where it names no offset; a day alone is its beginning. */
const momentIn = (said: string, zone: string): string => {
  const parts = partsOf(said);
  if (parts === undefined) return Instant.safeParse(said).data ?? said;
  return parts.time === undefined ? startOfDay(parts.day, zone) : atTime(parts.day, parts.time, zone);
};

const YES = new Set(["是", "有", "对", "√", "y", "yes", "true", "1"]);
const NO = new Set(["否", "无", "没有", "×", "n", "no", "false", "0"]);

const LANGUAGES: Readonly<Record<string, Locale>> = { 中文: "zh-CN", zh: "zh-CN", english: "en" };

/** A language of a sheet, as people name it; what is none stays as it is said. */
export const localeIn = (said: string): string => LANGUAGES[said.toLowerCase()] ?? said;

const leaves = (tree: readonly Category[]): readonly Category[] =>
  tree.flatMap((node) => (node.children.length === 0 ? [node] : leaves(node.children)));

const categoryIn = (policy: Policy, said: string): string => {
  const all = leaves(policy.categories);
  const code = said.split(/\s/)[0] ?? said;
  return (
    all.find((one) => one.code === said || one.code === code)?.code ??
    all.find(({ title }) => title["zh-CN"] === said || title.en === said)?.code ??
    said
  );
};

/** What a cell says, as the form would have it said; what it cannot be read as stays text and is refused by the form. */
const valueIn = (policy: Policy, field: Field | undefined, said: string): Fact => {
  switch (field?.type) {
    case "number": {
      const figures = said.replace(/[,，\s]/g, "");
      return /^[-+]?\d+(\.\d+)?$/.test(figures) ? Number(figures) : said;
    }
    case "flag": {
      const word = said.toLowerCase();
      return YES.has(word) ? true : NO.has(word) ? false : said;
    }
    case "choice":
      return field.of.find(({ value, label }) => [value, label["zh-CN"], label.en].includes(said))?.value ?? said;
    case "category":
      return categoryIn(policy, said);
    case "date":
      return dayIn(said);
    case "moment":
      return momentIn(said, policy.calendar.timeZone);
    default:
      return said;
  }
};

/** What is no way at all is read as the customer's own form, by which no file can come: the form then names those that can. */
const channelIn = (said: string | undefined): IntakeChannel =>
  IntakeChannel.options.find((way) => [way, ...Object.values(channelTitle(way))].includes(said ?? "")) ?? "web";

/** An apostrophe that a file of ours put before what a spreadsheet would have run. */
export const disarmed = (said: string): string => said.replace(/^'(?=[=+\-@\t\r])/, "");

/** Reads a row of a sheet into what the form would have sent. */
export const rowIn = (policy: Policy, columns: readonly (Column | undefined)[], cells: readonly string[]): Row => {
  const own: Record<string, string> = {};
  const contact: Record<string, string> = {};
  const fields: Record<string, Fact> = {};
  const damages: Record<number, Record<string, Fact>> = {};
  for (const [at, column] of columns.entries()) {
    const said = disarmed((cells[at] ?? "").trim());
    if (column === undefined || said === "") continue;
    const [first = "", second = "", third = ""] = column.id.split(".");
    if (first === "contact") contact[second] = said;
    else if (first === "damages") {
      damages[Number(second)] = { ...damages[Number(second)], [third]: valueIn(policy, column.field, said) };
    } else if (column.field === undefined) own[first] = said;
    else fields[column.id] = valueIn(policy, column.field, said);
  }
  const { number, receivedAt = "", channel, source } = own;
  const places = Object.keys(damages)
    .map(Number)
    .sort((a, b) => a - b);
  return {
    number,
    source,
    receivedAt: momentIn(receivedAt, policy.calendar.timeZone),
    channel: channelIn(channel),
    body: { ...fields, contact, ...(places.length === 0 ? {} : { damages: places.map((n) => damages[n]) }) },
  };
};

/** The column that a fault of the form speaks of: `/fields/orderNo` stands under `orderNo`. */
export const columnAt = (path: string): string =>
  path
    .replace(/^\/fields/, "")
    .split("/")
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part))
    .join(".");
