import { both, say, type Text } from "../kernel/text.ts";
import type { Cell, Lists, ReportTable, Section, Where } from "./document.ts";

export type Counted = Lists[string];

export const figure = (counted: Counted, of: string, where: Where = {}): Cell => ({
  n: counted.filter((one) => Object.entries(where).every(([name, value]) => one[name] === value)).length,
  of,
  where,
});

const NONE = "–";

/** Words in a cell; a dash where there are none. */
export const words = (says: Text | string): Cell => {
  const text = typeof says === "string" ? both(says) : says;
  return { says: say(text["zh-CN"] || NONE, text.en || NONE) };
};

/** Nothing was there to be counted; a report says so and leaves nothing blank. */
export const nothing = (zh: string, en: string): Section => ({ tables: [], notes: [say(zh, en)], lists: {} });

/** The values that a member takes in a list, each once, in order. */
const valuesOf = (counted: Counted, member: string): readonly string[] =>
  [...new Set(counted.flatMap((one) => one[member] ?? []))].sort();

type Split = {
  readonly id: string;
  readonly title: Text;
  /** The list, and the member by which it is told apart. */
  readonly of: string;
  readonly by: string;
  /** Values that have a line of their own whether anything was counted or not. */
  readonly always?: readonly string[];
  readonly called: (value: string) => Text;
  readonly columns: readonly { readonly title: Text; readonly where: Where }[];
};

/** A table with a line for each value of a member, and the sum of all where there are several. */
export const splitBy = (counted: Counted, split: Split): ReportTable => {
  const { id, title, of, by, called, columns, always = [] } = split;
  const values = [...new Set([...always, ...valuesOf(counted, by)])];
  const row = (label: Text, where: Where): Cell[] => [
    words(label),
    ...columns.map((column) => figure(counted, of, { ...where, ...column.where })),
  ];
  return {
    id,
    title,
    head: [title, ...columns.map((column) => column.title)],
    rows: [
      ...values.map((value) => row(called(value), { [by]: value })),
      ...(values.length > 1 ? [row(say("合计", "All"), {})] : []),
    ],
  };
};

/** Sections of one line as one. @throws when two of them count different records under one name. */
export const together = (sections: readonly Section[]): Section => ({
  tables: sections.flatMap(({ tables }) => tables),
  notes: sections.flatMap(({ notes }) => notes),
  lists: Object.assign({}, ...sections.map(({ lists }) => lists)),
});
