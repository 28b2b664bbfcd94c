import type { Locale } from "../kernel/text.ts";
import type { ReportDocument } from "../report/document.ts";
import { factsIn, inputsIn, tableIn } from "../report/shown.ts";
import { WORDS } from "../report/words.ts";
import type { Sheet } from "./sheet.ts";

const sheet = (name: string, head: readonly string[], rows: Sheet["rows"]): Sheet => ({
  name,
  columns: head.map((title, at) => ({ title, width: at === 0 ? 32 : 20 })),
  rows,
});

/** A sheet may not be called what another one is. */
const apart = (sheets: readonly Sheet[]): readonly Sheet[] =>
  sheets.map((one, at) => ({ ...one, name: `${at + 1} ${one.name}` }));

/** A report as a workbook: what it is, each of its tables, what it is made from, and every record that was counted. */
export const reportSheets = (document: ReportDocument, locale: Locale): readonly Sheet[] => {
  const { schedule, says, lines, inputs, lists } = document;
  const facts = factsIn(document, locale).map(({ label, value }) => [label, value]);
  const texts = lines.map((line) => [line.says[locale], line.text ?? line.notes.map((one) => one[locale]).join(" ")]);
  const first = sheet(schedule.title[locale], [schedule.title[locale], says[locale]], [...facts, ...texts]);
  const tables = lines
    .flatMap((line) => line.tables)
    .map((one) => {
      const { title = "", head, rows } = tableIn(one, locale);
      return sheet(title, head, rows);
    });
  const from = inputsIn(document, locale);
  const records = Object.entries(lists).flatMap(([name, all]) => {
    const head = [...new Set(all.flatMap((one) => Object.keys(one)))];
    return all.length === 0
      ? []
      : [
          sheet(
            name,
            head,
            all.map((one) => head.map((member) => one[member])),
          ),
        ];
  });
  return apart([
    first,
    ...tables,
    ...(inputs.length === 0 ? [] : [sheet(WORDS.inputs[locale], from.head, from.rows)]),
    ...records,
  ]);
};
