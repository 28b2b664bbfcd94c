import { digest } from "../../audit/digest.ts";
import { startOfDay } from "../../calendar/zone.ts";
import { titles } from "../../case/roles.ts";
import { canonicalJson } from "../../kernel/canonical.ts";
import type { Instant } from "../../kernel/instant.ts";
import { sayPeriod } from "../../policy/schedule-words.ts";
import { authorsOf } from "../../report/author.ts";
import { ReportDocument } from "../../report/document.ts";
import { endOf } from "../../report/due.ts";
import type { Texts } from "../../report/event.ts";
import { together } from "../../report/section.ts";
import { inTurns } from "../in-turns.ts";
import { inputsOf } from "./inputs.ts";
import type { LoadedReport, ReportDeps } from "./load.ts";
import { unitsOf } from "./plan.ts";
import type { Counting } from "./sources/counting.ts";
import { counted } from "./sources/sources.ts";

/** A content with the hash by which it is kept. */
export type Content = { readonly hash: string; readonly document: ReportDocument };

const contentOf = (document: ReportDocument): Content => ({ hash: digest(canonicalJson(document)), document });

/** The same content with what its author has written by now. */
export const withTexts = (document: ReportDocument, texts: Texts): Content =>
  contentOf({
    ...document,
    lines: document.lines.map(({ text: _was, ...line }, n) => {
      const text = texts[`${n}`];
      return text === undefined || text === "" ? line : { ...line, text };
    }),
  });

/**
 * Makes the content of a report from the records, as they are now. The same records give the same content and hash, once
 * its stretch is over; before that it says until when was counted. Costs what lies in the stretch.
 */
export const compiled = async (deps: ReportDeps, found: LoadedReport, now: Instant): Promise<Content> => {
  const { record, policy, calendar, schedule, span, report } = found;
  const org = await deps.orgs.org(record.org);
  if (org === undefined) throw new Error(`report ${record.id} has no company`);
  const { timeZone } = policy.calendar;
  const end = endOf(policy, span);
  const from = startOfDay(span.window[0], timeZone);
  const before = end < now ? end : now;
  const units = unitsOf(org, schedule).filter((one) => one !== undefined);
  const unit = record.unit;
  const counting: Counting = { deps, org: org.id, policy, calendar, schedule, unit, units, span, from, before };
  const lines = await inTurns(schedule.duty.content, async ({ shows, ...says }) => ({
    says,
    section: together(await Promise.all(shows.map((one) => counted(one, counting)))),
  }));
  const document = ReportDocument.parse({
    id: record.id,
    policy: { id: policy.id, version: policy.version, title: policy.title },
    schedule: { id: schedule.id, title: schedule.title, rules: schedule.rules },
    company: org.name,
    unit: unit?.title,
    author: titles(policy, unit === undefined ? authorsOf(schedule, undefined) : schedule.by),
    to: titles(policy, schedule.duty.to),
    period: record.period,
    says: sayPeriod(span.window, span.period),
    timeZone,
    counted: { from, before },
    running: now < end,
    due: record.due,
    lines: lines.map(({ says, section }) => ({ says, tables: section.tables, notes: section.notes })),
    inputs: await inputsOf(deps, org, found),
    lists: together(lines.map(({ section }) => section)).lists,
  });
  return withTexts(document, report.texts);
};
