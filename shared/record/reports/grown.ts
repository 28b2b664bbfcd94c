import { leavesAt } from "../../case/owed-letter.ts";
import { earliest, type Instant } from "../../kernel/instant.ts";
import type { ReportEvent } from "../../report/event.ts";
import { isDraft, type Report, reportOf } from "../../report/report.ts";
import type { LoadedReport } from "./load.ts";
import type { ReportLetter, ReportRecord } from "./reports.ts";

/** What is to be done next with a report, and from when on. */
export type Work =
  | { readonly is: "compile"; readonly why: "opened" | "due" | "asked" }
  | { readonly is: "post" | "settle" };

type Owed = { readonly work: Work; readonly at: Instant };

/** Everything that is still to be done with it, each from its own moment on. */
const owedOf = (record: ReportRecord, report: Report): readonly Owed[] => {
  const { opensAt, dueMorning, lookedAt = opensAt, askedAt, letters } = record;
  const handedIn = report.submissions.at(-1);
  const owed: Owed[] = [];
  if (report.contents.length === 0) owed.push({ work: { is: "compile", why: "opened" }, at: opensAt });
  else if (isDraft(report)) {
    if (askedAt !== undefined && lookedAt < askedAt) owed.push({ work: { is: "compile", why: "asked" }, at: askedAt });
    if (handedIn === undefined && dueMorning !== undefined && lookedAt < dueMorning)
      owed.push({ work: { is: "compile", why: "due" }, at: dueMorning });
  }
  if (handedIn !== undefined && handedIn.content === undefined) owed.push({ work: { is: "settle" }, at: handedIn.at });
  const letter = earliest(...letters.map(leavesAt));
  if (letter !== undefined) owed.push({ work: { is: "post" }, at: letter });
  return owed;
};

/** What is to be done with a report by now, the first of it. */
export const workOn = ({ record, report }: Pick<LoadedReport, "record" | "report">, now: Instant): Work | undefined =>
  owedOf(record, report).find(({ at }) => at <= now)?.work;

/** When it must next be looked at. */
const wakeAtOf = (record: ReportRecord, report: Report): Instant | undefined =>
  earliest(...owedOf(record, report).map(({ at }) => at));

/** The role that hears of it, and what: a draft once in its life, and each time that it is handed in. */
const lettersOf = ({ schedule, record }: Pick<LoadedReport, "schedule" | "record">, event: ReportEvent) => {
  const letter = (is: ReportLetter["is"], id: string, to: string): ReportLetter => ({
    ...{ id, is, to, owedAt: event.at },
    state: { is: "waiting", attempts: 0 },
  });
  if (event.type === "submitted")
    return schedule.duty.to.map((to) => letter("submitted", `submitted-${event.at}-${to}`, to));
  if (event.type !== "compiled" || event.n > 1) return [];
  const authors = record.unit === undefined ? schedule.by : [record.unit.role];
  return authors.map((to) => letter("draft", `draft-${to}`, to));
};

/** The record with what has happened, the letters that follow, and when it is next looked at. The one place where events are added. */
export const grownReport = (
  found: Pick<LoadedReport, "schedule" | "record">,
  events: readonly ReportEvent[],
  more: Partial<Pick<ReportRecord, "lookedAt" | "letters" | "askedAt">> = {},
): ReportRecord => {
  const { record } = found;
  const letters = [...(more.letters ?? record.letters), ...events.flatMap((event) => lettersOf(found, event))];
  const grown = { ...record, ...more, letters, timeline: [...record.timeline, ...events] };
  const report = reportOf(grown.timeline);
  const { queue: _was, ...rest } = grown;
  const isOpen = report.contents.length > 0 && report.submissions.length === 0;
  const desk = record.unit?.role ?? found.schedule.by[0] ?? "";
  return {
    ...rest,
    wakeAt: wakeAtOf(grown, report),
    ...(isOpen && record.due !== undefined ? { queue: { desk, at: record.due } } : {}),
  };
};
