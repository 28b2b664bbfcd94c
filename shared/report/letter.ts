import type { Locale, Text } from "../kernel/text.ts";
import { say } from "../kernel/text.ts";
import type { Block } from "../mail/block.ts";
import { sayDue } from "../mail/date.ts";
import type { House } from "../mail/look/look.ts";
import { oneLine } from "../mail/plain.ts";
import { sentencesIn } from "../mail/sentences.ts";
import { type Letter, written } from "../mail/written.ts";
import { isEmpty, type ReportDocument } from "./document.ts";
import { factsIn, inputsIn, type PlainTable, tableIn } from "./shown.ts";
import { WORDS } from "./words.ts";

export type ReportLetterData = {
  readonly locale: Locale;
  readonly org: House;
  readonly document: ReportDocument;
  readonly is: "draft" | "submitted";
  /** Handed in again, in the place of what was handed in before. */
  readonly corrected: boolean;
  readonly late: boolean;
  readonly page: string;
};

const SUBJECTS: Readonly<Record<"draft" | "submitted" | "corrected", Text>> = {
  draft: say("请编制报告", "To be completed"),
  submitted: say("报告", "Report"),
  corrected: say("更正后的报告", "Corrected report"),
};
const OPEN = say("查看报告", "Open the report");
const DRAFTED = say(
  "系统已汇总本期数字，请补充说明并报送。",
  "The figures of the period are in it; please add your words and submit it.",
);
const LATE = say("本报告逾期报送。", "This report was submitted late.");

/** The first tables of a report, and their first columns: a mail shows what is in it, the page shows all. */
const MOST_TABLES = 4;
const MOST_COLUMNS = 5;

/** A table that a telephone shows without being pushed sideways. */
const narrow = ({ head, rows, ...table }: PlainTable): PlainTable => ({
  ...table,
  head: head.slice(0, MOST_COLUMNS),
  rows: rows.map((row) => row.slice(0, MOST_COLUMNS)),
});

/** Tells an author that there is a draft, or whoever gets a report that it was handed in, with its figures in short. */
export const reportLetter = ({ locale, org, document, is, corrected, late, page }: ReportLetterData): Letter => {
  const { schedule, says, policy, unit, due, timeZone } = document;
  const whose = unit === undefined ? "" : ` · ${unit[locale]}`;
  const name = `${schedule.title[locale]} · ${says[locale]}${whose}`;
  const subject = SUBJECTS[is === "submitted" && corrected ? "corrected" : is][locale];
  const tables = document.lines.flatMap((line) => line.tables).slice(0, MOST_TABLES);
  const texts = is === "draft" ? [] : document.lines.filter(({ text }) => text !== undefined);
  const blocks: readonly Block[] = [
    ...(is === "draft" ? [{ is: "words", text: DRAFTED[locale] } as const] : []),
    ...(is === "draft" && due !== undefined
      ? [{ is: "date", label: WORDS.due[locale], date: sayDue(due, timeZone, locale) } as const]
      : []),
    ...(late ? [{ is: "words", text: LATE[locale] } as const] : []),
    { is: "facts", rows: factsIn(document, locale).slice(0, 5) },
    ...(isEmpty(document) ? [{ is: "words", text: WORDS.empty[locale] } as const] : []),
    ...tables.map((one) => narrow(tableIn(one, locale))),
    ...(document.inputs.some(({ period }) => period !== undefined) ? [inputsIn(document, locale)] : []),
    ...texts.map((line) => ({ is: "quote", label: line.says[locale], text: line.text ?? "" }) as const),
    { is: "button", label: OPEN[locale], url: page },
  ];
  const s = sentencesIn(locale);
  const draft = { subject: `${subject} · ${oneLine(name, 120)}`, preview: name, heading: name, blocks };
  return written(org, locale, draft, [s.footer.policy(policy.title[locale], policy.version), s.footer.automatic]);
};
