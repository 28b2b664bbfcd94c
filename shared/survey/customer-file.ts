import * as z from "zod";
import { clean } from "../case/clean.ts";
import type { CellFault } from "../case/import-columns.ts";
import { localeIn } from "../case/import-row.ts";
import { Locale, say, type Text } from "../kernel/text.ts";
import type { Customer } from "./customer.ts";
import { MOST_CUSTOMERS, type OwnColumn, ownColumn, personKey, samePerson } from "./customer-columns.ts";

/** By so many things customers can be told apart. */
const MOST_GROUPS = 10;
const GROUP_MAX = 40;
const VALUE_MAX = 100;

/** What a file says of somebody. */
type ListedPerson = Pick<Customer, "name" | "email" | "phone" | "locale" | "groups">;
type Read = { readonly people: readonly ListedPerson[]; readonly faults: readonly CellFault[] };

const FORMS: Readonly<Record<OwnColumn, z.ZodType>> = {
  name: z.string().min(1).max(100),
  email: z.string().max(254).pipe(z.email()),
  phone: z.string().regex(/^\+?[0-9][0-9 ()-]{3,28}[0-9]$/),
  locale: Locale,
};

const SAYINGS: Readonly<Record<string, Text>> = {
  name: say("须填写姓名，最多 100 字", "a name is needed, of at most 100 characters"),
  email: say("不是有效的电子邮箱", "this is no e-mail address"),
  phone: say("不是有效的电话号码", "this is no telephone number"),
  locale: say("语言为 zh-CN 或 en", "the language is zh-CN or en"),
};

const headFaults = (heads: readonly string[], columns: readonly (OwnColumn | undefined)[]): readonly CellFault[] => {
  const fault = (column: string, code: string, says: Text): CellFault => ({
    row: 1,
    column: column.slice(0, 80),
    code,
    says,
  });
  const twice = heads.filter((head, at) => head !== "" && heads.indexOf(head) < at);
  const groups = heads.filter((head, at) => head !== "" && columns[at] === undefined);
  return [
    ...twice.map((head) => fault(head, "duplicate-column", say("此列出现两次", "this column stands there twice"))),
    ...(columns.includes("name")
      ? []
      : [fault("name", "missing-column", say("缺少姓名列", "there is no column of names"))]),
    ...(columns.includes("email") || columns.includes("phone")
      ? []
      : [fault("email", "missing-column", say("缺少邮箱或电话列", "there is no column of addresses or numbers"))]),
    ...groups
      .filter((head) => head === "__proto__") // no object can have it for a name
      .map((head) => fault(head, "unknown-column", say("不能用此列名", "a column cannot be called this"))),
    ...groups
      .filter((head) => head.length > GROUP_MAX)
      .map((head) => fault(head, "too-long", say(`列名最多 ${GROUP_MAX} 字`, `at most ${GROUP_MAX} characters`))),
    ...(groups.length > MOST_GROUPS
      ? [
          fault(
            groups[MOST_GROUPS] ?? "",
            "too-many",
            say(`最多 ${MOST_GROUPS} 个分组列`, `at most ${MOST_GROUPS} groups`),
          ),
        ]
      : []),
  ];
};

type Row = { readonly person: ListedPerson | undefined; readonly faults: readonly CellFault[] };

/** Reads one row, of which every cell that is wrong is named. */
const readRow = (row: number, heads: readonly string[], cells: readonly string[]): Row => {
  const groups: Record<string, string> = {};
  const own: Partial<Record<OwnColumn, string>> = {};
  const faults: CellFault[] = [];
  for (const [at, head] of heads.entries()) {
    const text = clean(cells[at] ?? "", false);
    const column = ownColumn(head);
    if (head === "" || text === "") continue;
    if (column === undefined) {
      groups[head] = text;
      if (text.length > VALUE_MAX)
        faults.push({
          row,
          column: head,
          code: "too-long",
          says: say(`最多 ${VALUE_MAX} 字`, `at most ${VALUE_MAX} characters`),
        });
      continue;
    }
    const said = column === "locale" ? localeIn(text) : text;
    own[column] = said;
    if (!FORMS[column].safeParse(said).success)
      faults.push({ row, column, code: "invalid", says: SAYINGS[column] ?? say("有误", "this is wrong") });
  }
  const { name, email, phone, locale = "zh-CN" } = own;
  if (name === undefined)
    faults.push({ row, column: "name", code: "required", says: SAYINGS.name ?? say("必填", "required") });
  if (email === undefined && phone === undefined)
    faults.push({
      row,
      column: "email",
      code: "required",
      says: say("须有邮箱或电话", "an e-mail or a phone number is needed"),
    });
  if (faults.length > 0 || name === undefined) return { person: undefined, faults };
  return { person: { name, email, phone, locale: Locale.parse(locale), groups }, faults };
};

/**
 * Reads a list of customers, its head in the first line: all of it, or everything that is wrong with it, row by row as a
 * spreadsheet counts. Whoever stands there twice is named too, since the list would keep only what it says last.
 */
export const readCustomers = ([head = [], ...rows]: readonly (readonly string[])[]): Read => {
  const heads = head.map((cell) => clean(cell, false));
  const columns = heads.map(ownColumn);
  const wrong = headFaults(heads, columns);
  if (wrong.length > 0) return { people: [], faults: wrong };
  if (rows.length > MOST_CUSTOMERS) {
    const says = say(
      `一个文件最多 ${MOST_CUSTOMERS} 行，请分成几个文件`,
      `at most ${MOST_CUSTOMERS} rows a file: send it in parts`,
    );
    return { people: [], faults: [{ row: MOST_CUSTOMERS + 2, column: "", code: "too-many", says }] };
  }
  const first = new Map<string, number>();
  const people: ListedPerson[] = [];
  const faults: CellFault[] = [];
  for (const [at, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const row = at + 2;
    const read = readRow(row, heads, cells);
    faults.push(...read.faults);
    if (read.person === undefined) continue;
    const key = personKey(read.person);
    const before = first.get(key);
    if (before === undefined) first.set(key, row);
    else
      faults.push({
        row,
        column: read.person.email === undefined ? "phone" : "email",
        code: "duplicate-row",
        says: samePerson(before),
      });
    people.push(read.person);
  }
  return { people, faults };
};
