import { type Locale, say } from "../kernel/text.ts";
import type { Register } from "../policy/register-form.ts";
import { isMasked } from "../privacy/privacy.ts";
import type { EntryView } from "./registers.ts";
import type { Cell, Sheet } from "./sheet.ts";

const HEAD = [
  { title: say("编号", "Number"), width: 16, cell: ({ number }: EntryView): Cell => number },
  { title: say("日期", "Day"), width: 12, cell: ({ day }: EntryView): Cell => day },
  { title: say("状态", "State"), width: 12, cell: ({ stateSays }: EntryView): Cell => stateSays },
];
const TAIL = [
  { title: say("待办理", "Waits for"), width: 24, cell: ({ waits }: EntryView): Cell => waits?.title },
  { title: say("登记人", "Entered by"), width: 14, cell: ({ writtenBy }: EntryView): Cell => writtenBy },
  {
    title: say("登记时间", "Entered at"),
    width: 20,
    cell: ({ writtenAt }: EntryView): Cell => ({ moment: writtenAt }),
  },
];

/** A number stays one, so that a sheet can add it up; what is hidden is text. */
const cellOf = ({ answers, given }: EntryView, id: string): Cell => {
  const value = given[id];
  if (typeof value === "number" && !isMasked(value)) return value;
  const said = answers.filter((one) => one.id === id).map((one) => one.value);
  return said.length === 0 ? undefined : said.join("\n");
};

/** A register on paper, one entry a line, with everything that its form asks. */
export const entrySheet = (form: Register, rows: readonly EntryView[], locale: Locale): Sheet => {
  const fields = form.fields.map(({ id, label }) => ({ title: label[locale], width: 22, id }));
  return {
    name: form.title[locale].slice(0, 30),
    columns: [...HEAD, ...fields, ...TAIL].map(({ title, width }) => ({
      title: typeof title === "string" ? title : title[locale],
      width,
    })),
    rows: rows.map((row) => [
      ...HEAD.map(({ cell }) => cell(row)),
      ...fields.map(({ id }) => cellOf(row, id)),
      ...TAIL.map(({ cell }) => cell(row)),
    ]),
  };
};
