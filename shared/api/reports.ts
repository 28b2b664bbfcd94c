import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import { actsAs, titles } from "../case/roles.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import { sayPeriod } from "../policy/schedule-words.ts";
import type { LoadedReport } from "../record/reports/load.ts";
import { authorsOf } from "../report/author.ts";
import type { ReportDocument } from "../report/document.ts";
import { endOf } from "../report/due.ts";
import { isDraft, sayState } from "../report/report.ts";
import { cellIn } from "../report/shown.ts";
import { WORDS } from "../report/words.ts";

const Named = z.object({ id: z.string(), title: z.string() });

export const ReportRow = z
  .object({
    id: z.string(),
    policy: Named,
    schedule: Named,
    unit: Named.optional(),
    period: z.string(),
    says: z.string().meta({ description: "the stretch that it covers, in words" }),
    due: z.string().optional(),
    state: z.object({ id: z.enum(["DUE", "DRAFT", "SUBMITTED", "LATE", "CONSOLIDATED"]), says: z.string() }),
    overdue: z.boolean(),
    empty: z.boolean().optional().meta({ description: "nothing happened that it counts" }),
    submittedAt: z.string().optional(),
    correcting: z.string().optional().meta({ description: "why it was opened again after it was submitted" }),
    mine: z.boolean().meta({ description: "whether the caller writes it" }),
  })
  .meta({ id: "ReportRow" });
type ReportRow = z.infer<typeof ReportRow>;

export const ReportList = z.object({ month: z.string(), items: z.array(ReportRow), cursor: z.string().optional() });
export const ReportDrafts = z.object({ items: z.array(ReportRow) });

const Table = z.object({
  title: z.string(),
  head: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.number()]))),
});

export const ReportView = ReportRow.extend({
  rules: z.array(z.string()),
  author: z.array(z.string()),
  to: z.array(z.string()),
  content: z.number().optional().meta({ description: "which of its contents is shown" }),
  counted: z.object({ from: z.string(), before: z.string(), running: z.boolean() }).optional(),
  lines: z.array(
    z.object({ says: z.string(), tables: z.array(Table), notes: z.array(z.string()), text: z.string().optional() }),
  ),
  inputs: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      period: z.string().optional(),
      unit: z.string().optional(),
      is: z.enum(["missing", "draft", "submitted", "late", "source"]),
      says: z.string(),
      submittedAt: z.string().optional(),
      texts: z.array(z.object({ line: z.string(), text: z.string() })),
    }),
  ),
  contents: z.array(
    z.object({
      n: z.number(),
      at: z.string(),
      why: z.enum(["opened", "due", "asked", "input", "submitted"]),
      hash: z.string(),
      submitted: z.boolean(),
    }),
  ),
  letters: z.array(z.object({ to: z.string(), is: z.enum(["draft", "submitted"]), state: z.string() })),
  acts: z.array(z.enum(["write", "compile", "submit", "correct"])),
}).meta({ id: "Report" });
export type ReportView = z.infer<typeof ReportView>;

export const ReportOffers = z.object({
  items: z.array(
    z.object({
      policy: Named,
      schedule: Named,
      rules: z.array(z.string()),
      covers: z.enum(["day", "week", "month", "quarter", "half-year", "year"]),
      units: z.array(Named),
      mine: z.boolean().meta({ description: "whether the caller may begin one" }),
    }),
  ),
});

const line = z.string().regex(/^\d{1,2}$/);
export const BeginReportBody = z.strictObject({
  schedule: z.string(),
  period: z.string().max(12),
  unit: z.string().optional(),
});
export const WriteReportBody = z.strictObject({
  texts: z.record(line, z.string().max(8000)).meta({ description: "by the number of the line, from 0" }),
});
export const SubmitReportBody = z.strictObject({
  content: z.number().int().positive().meta({ description: "the content that its author has seen" }),
});
export const CorrectReportBody = z.strictObject({ reason: z.string().max(2000) });
export const ReportFileLink = z.object({
  url: z.string().meta({ description: "where it can be fetched for some minutes" }),
});

export type ReportReader = { readonly locale: Locale; readonly now: Instant; readonly by: Actor };

/** A report as a row of a list. */
export const reportRow = (
  { record, policy, schedule, span, report }: LoadedReport,
  reader: ReportReader,
): ReportRow => {
  const { locale, now, by } = reader;
  const shown = (at: Instant) => withOffset(at, policy.calendar.timeZone);
  const last = report.submissions.at(-1);
  return {
    id: record.id,
    policy: { id: policy.id, title: policy.title[locale] },
    schedule: { id: schedule.id, title: schedule.title[locale] },
    unit: record.unit && { id: record.unit.id, title: record.unit.title[locale] },
    period: record.period,
    says: sayPeriod(span.window, span.period)[locale],
    due: record.due && shown(record.due),
    state: { id: report.state, says: sayState(report.state)[locale] },
    overdue: last === undefined && record.due !== undefined && now > record.due,
    empty: report.contents.at(-1)?.empty,
    submittedAt: last && shown(last.at),
    correcting: report.correcting,
    mine: actsAs(by, authorsOf(schedule, record.unit)),
  };
};

const linesOf = (document: ReportDocument, locale: Locale): ReportView["lines"] =>
  document.lines.map(({ says, tables, notes, text }) => ({
    says: says[locale],
    tables: tables.map(({ title, head, rows }) => ({
      title: title[locale],
      head: head.map((one) => one[locale]),
      rows: rows.map((row) => row.map((cell) => cellIn(cell, locale))),
    })),
    notes: notes.map((one) => one[locale]),
    text,
  }));

/** What whoever reads a report may do to it now. */
const actsOf = (
  { record, schedule, report, policy, span }: LoadedReport,
  { by, now }: ReportReader,
): ReportView["acts"] => {
  if (!actsAs(by, authorsOf(schedule, record.unit))) return [];
  if (isDraft(report)) return now < endOf(policy, span) && now < record.opensAt ? [] : ["write", "compile", "submit"];
  return report.submissions.length > 0 ? ["correct"] : [];
};

/** One report whole, with one of its contents. A draft shows what its author has written by now, whatever was compiled. */
export const reportView = (
  found: LoadedReport,
  document: ReportDocument | undefined,
  n: number | undefined,
  reader: ReportReader,
): ReportView => {
  const { record, policy, schedule, report } = found;
  const { locale } = reader;
  const shown = (at: Instant) => withOffset(at, policy.calendar.timeZone);
  const handedIn = new Set(report.submissions.map((one) => one.content ?? one.n));
  const last = report.submissions.find((one) => one.content === undefined && one.n === n);
  // what was handed in a moment ago is shown with its words before the clock has kept it
  const words = n === report.contents.at(-1)?.n && isDraft(report) ? report.texts : last?.texts;
  const lines = document === undefined ? [] : linesOf(document, locale);
  return {
    ...reportRow(found, reader),
    rules: schedule.rules,
    author: titles(policy, schedule.by).map((one) => one[locale]),
    to: titles(policy, schedule.duty.to).map((one) => one[locale]),
    content: n,
    counted: document && {
      from: shown(document.counted.from),
      before: shown(document.counted.before),
      running: document.running,
    },
    lines: words === undefined ? lines : lines.map((one, at) => ({ ...one, text: words[`${at}`] ?? one.text })),
    inputs: (document?.inputs ?? []).map(({ title, unit, is, submittedAt, texts, ...rest }) => ({
      ...rest,
      title: title[locale],
      unit: unit?.[locale],
      is,
      says: WORDS.is[is][locale],
      submittedAt: submittedAt && shown(submittedAt),
      texts: texts.map((one) => ({ line: one.line[locale], text: one.text })),
    })),
    contents: report.contents.map((one) => ({
      n: one.n,
      at: shown(one.at),
      why: one.why,
      hash: one.hash,
      submitted: handedIn.has(one.n),
    })),
    letters: record.letters.map(({ to, is, state }) => ({ to, is, state: state.is })),
    acts: actsOf(found, reader),
  };
};
