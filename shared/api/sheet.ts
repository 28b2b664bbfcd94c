import { type Locale, say, type Text } from "../kernel/text.ts";
import type { RowView } from "./row.ts";

/** A moment with its offset; a sheet shows its wall clock. */
type Moment = { readonly moment: string };
export type Cell = string | number | Moment | undefined;

/** What goes out as a file: one sheet with a head of titles. */
export type Sheet = {
  readonly name: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
};

/** `2026-03-10 09:30:00`: the wall clock of a moment that is written with its offset. */
export const wallOf = ({ moment }: Moment): string => moment.slice(0, 19).replace("T", " ");

const momentOf = (moment: string | undefined): Cell => (moment === undefined ? undefined : { moment });

const YES = say("是", "yes");

/** The columns of the tracking register (客户投诉登记追踪表): what it is, whose it is, by when, and when it was done. */
const COLUMNS: readonly {
  readonly title: Text;
  readonly width: number;
  readonly cell: (row: RowView, locale: Locale) => Cell;
}[] = [
  { title: say("编号", "Number"), width: 16, cell: ({ number }) => number },
  { title: say("制度", "Regulation"), width: 28, cell: ({ policy }) => policy.title },
  { title: say("受理时间", "Received"), width: 20, cell: ({ receivedAt }) => momentOf(receivedAt) },
  { title: say("提交人", "Filed by"), width: 16, cell: ({ reporter }) => reporter },
  {
    title: say("类别", "Category"),
    width: 24,
    cell: ({ category, categorySays = "" }) =>
      category === undefined ? undefined : `${category} ${categorySays}`.trim(),
  },
  { title: say("状态", "State"), width: 14, cell: ({ state }) => state.says },
  { title: say("责任部门", "Department"), width: 18, cell: ({ desk }) => desk?.title },
  { title: say("经办人", "In hand with"), width: 14, cell: ({ handler }) => handler?.name },
  { title: say("期限", "Due"), width: 20, cell: ({ due }) => momentOf(due) },
  { title: say("逾期", "Overdue"), width: 8, cell: ({ overdue }, locale) => (overdue ? YES[locale] : undefined) },
  { title: say("结案时间", "Closed"), width: 20, cell: ({ closedAt }) => momentOf(closedAt) },
];

/** Cases as a register on paper, one a line. */
export const registerSheet = (name: string, rows: readonly RowView[], locale: Locale): Sheet => ({
  name,
  columns: COLUMNS.map(({ title, width }) => ({ title: title[locale], width })),
  rows: rows.map((row) => COLUMNS.map(({ cell }) => cell(row, locale))),
});
