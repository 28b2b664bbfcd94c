import { cut } from "./plain.ts";

/** A table of figures: its head, and lines as long as the head. Numbers stand to the right. */
export type Table = {
  readonly is: "table";
  readonly title?: string | undefined;
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
};
/** Words that lead somewhere. */
type Linked = { readonly text: string; readonly url: string };
type TableCell = string | number | Linked;

/** Figures beside each other as lengths; `value` against the greatest of all, `shown` as people read it. */
export type Bars = {
  readonly is: "bars";
  readonly title?: string | undefined;
  readonly bars: readonly Bar[];
};
export type Bar = {
  readonly label: string;
  readonly value: number;
  readonly shown: string;
  /** Missed its target; a letter says so by more than a colour, in `shown`. */
  readonly bad?: boolean | undefined;
};

/** Whole percents of the longest bar; something that is not nothing is seen. */
export const lengthOf = ({ bars }: Pick<Bars, "bars">, { value }: Bar): number => {
  const most = Math.max(0, ...bars.map((one) => one.value));
  return most <= 0 || value <= 0 ? 0 : Math.max(1, Math.round((value / most) * 100));
};

/** So wide is the longest bar of a letter in plain text. */
const MARKS = 20;

const said = (cell: TableCell): string => (typeof cell === "object" ? `${cell.text} <${cell.url}>` : `${cell}`);

/** A table as lines of a letter in plain text, a cell after the other under the words of its head. */
export const tableText = ({ title, head, rows }: Table): string =>
  [
    ...(title === undefined ? [] : [title]),
    ...rows.map((row) =>
      row.map((cell, at) => (at === 0 ? said(cell) : `${head[at] ?? ""} ${said(cell)}`.trim())).join(" | "),
    ),
  ].join("\n");

/** Bars as lines of a letter in plain text. */
export const barsText = (block: Bars): string =>
  [
    ...(block.title === undefined ? [] : [block.title]),
    ...block.bars.map(
      (one) => `${one.label} ${"#".repeat(Math.ceil((lengthOf(block, one) * MARKS) / 100))} ${one.shown}`,
    ),
  ].join("\n");

const shorter = (cell: TableCell, longest: number): TableCell => {
  if (typeof cell === "number") return cell;
  return typeof cell === "string" ? cut(cell, longest) : { ...cell, text: cut(cell.text, longest) };
};

/** A table with no more lines and no longer cells than that, the last line a sign that some are missing. */
export const shorterTable = (table: Table, most: number, longest: number): Table => ({
  ...table,
  head: table.head.map((one) => cut(one, longest)),
  rows: [
    ...table.rows.slice(0, most).map((row) => row.map((cell) => shorter(cell, longest))),
    ...(table.rows.length > most ? [table.head.map(() => "…")] : []),
  ],
});
