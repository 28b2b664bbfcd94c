import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import { Text } from "../kernel/text.ts";

/** Which records of a list made a figure: those whose members are all as said. `{}` is every one of them. */
const Where = z.record(z.string(), z.string());
export type Where = z.infer<typeof Where>;

/** A figure that can be counted again, or words. Words that stand for a figure say of which records it was made. */
const Cell = z.union([
  z.strictObject({ n: z.number(), of: z.string(), where: Where }),
  z.strictObject({ says: Text, of: z.string().optional(), where: Where.optional() }),
]);
export type Cell = z.infer<typeof Cell>;

const ReportTable = z.strictObject({
  id: z.string(),
  title: Text,
  head: z.array(Text),
  rows: z.array(z.array(Cell)),
});
export type ReportTable = z.infer<typeof ReportTable>;

/** The records that were counted, each with what it was counted by; `id` names it everywhere. */
const Counted = z.array(z.record(z.string(), z.string()));
const Lists = z.record(z.string(), Counted);
export type Lists = z.infer<typeof Lists>;

/** What the engine counted for a line. A section without a table says why in its notes. */
export type Section = {
  readonly tables: readonly ReportTable[];
  readonly notes: readonly Text[];
  readonly lists: Lists;
};

/** A report that this one is made from, as it stood when this one was compiled. */
const Input = z.strictObject({
  /** The report's id, or the name of a schedule, survey or form. */
  id: z.string(),
  title: Text,
  period: z.string().optional(),
  unit: Text.optional(),
  is: z.enum(["missing", "draft", "submitted", "late", "source"]),
  submittedAt: Instant.optional(),
  /** What its author wrote. */
  texts: z.array(z.strictObject({ line: Text, text: z.string() })).default([]),
});
export type Input = z.infer<typeof Input>;

const Line = z.strictObject({
  says: Text,
  tables: z.array(ReportTable),
  notes: z.array(Text),
  /** What the author wrote. */
  text: z.string().optional(),
});

/**
 * A report as it was compiled, whole: its words, its figures, and every record that was counted, so that whoever doubts a
 * figure can count it again from this file alone. The list grows; what is stored must parse for ever.
 */
export const ReportDocument = z.strictObject({
  id: z.string(),
  policy: z.strictObject({ id: z.string(), version: z.number(), title: Text }),
  schedule: z.strictObject({ id: z.string(), title: Text, rules: z.array(z.string()) }),
  company: Text,
  unit: Text.optional(),
  author: z.array(Text),
  to: z.array(Text),
  period: z.string(),
  says: Text,
  timeZone: z.string(),
  /** From when to when was counted: the first is in it, the last is not. */
  counted: z.strictObject({ from: Instant, before: Instant }),
  /** That the stretch was not over then. */
  running: z.boolean(),
  due: Instant.optional(),
  lines: z.array(Line),
  inputs: z.array(Input),
  lists: Lists,
});
export type ReportDocument = z.infer<typeof ReportDocument>;

export const isFigure = (cell: Cell): cell is Extract<Cell, { n: number }> => "n" in cell;

/** Whether nothing at all happened that it counts. */
export const isEmpty = ({ lists }: Pick<ReportDocument, "lists">): boolean =>
  Object.values(lists).every((list) => list.length === 0);
