import type { Locale } from "../kernel/text.ts";
import { sayMoment } from "../mail/date.ts";
import { type Cell, isFigure, type ReportDocument, type ReportTable } from "./document.ts";
import { WORDS } from "./words.ts";

/** A table of figures and words in one language, as letters, pages and sheets alike take it. */
export type PlainTable = {
  readonly is: "table";
  readonly title?: string | undefined;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

/** A cell in one language: a figure stays a number. */
export const cellIn = (cell: Cell, locale: Locale): string | number => (isFigure(cell) ? cell.n : cell.says[locale]);

/** A table of a report in one language, for paper and mail alike. */
export const tableIn = ({ title, head, rows }: ReportTable, locale: Locale): PlainTable => ({
  is: "table",
  title: title[locale],
  head: head.map((one) => one[locale]),
  rows: rows.map((row) => row.map((cell) => cellIn(cell, locale))),
});

/** The reports that it is made from, as a table. */
export const inputsIn = ({ inputs, timeZone }: ReportDocument, locale: Locale): PlainTable => ({
  is: "table",
  title: WORDS.inputs[locale],
  head: [WORDS.input, WORDS.period, WORDS.unit, WORDS.state, WORDS.at].map((one) => one[locale]),
  rows: inputs.map(({ title, period, unit, is, submittedAt }) => [
    title[locale],
    period ?? "–",
    unit?.[locale] ?? "–",
    WORDS.is[is][locale],
    submittedAt === undefined ? "–" : sayMoment(submittedAt, timeZone, locale),
  ]),
});

type Fact = { readonly label: string; readonly value: string };

/** What stands at the head of a report: what it covers, whose it is, by when. */
export const factsIn = (document: ReportDocument, locale: Locale): readonly Fact[] => {
  const { says, counted, timeZone, author, to, unit, due, schedule, running } = document;
  const moment = (at: Parameters<typeof sayMoment>[0]) => sayMoment(at, timeZone, locale);
  const people = (all: ReportDocument["to"]) => all.map((one) => one[locale]).join(locale === "en" ? ", " : "、");
  const span = `${moment(counted.from)} – ${moment(counted.before)}`;
  const row = (label: keyof Omit<typeof WORDS, "is">, value: string | undefined): Fact[] =>
    value === undefined || value === "" ? [] : [{ label: WORDS[label][locale], value }];
  return [
    ...row("covers", says[locale]),
    ...row("counted", running ? `${span} (${WORDS.running[locale]})` : span),
    ...row("unit", unit?.[locale]),
    ...row("author", people(author)),
    ...row("to", people(to)),
    ...row("due", due === undefined ? undefined : moment(due)),
    ...row("rules", schedule.rules.join(", ")),
  ];
};
