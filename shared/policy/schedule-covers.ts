import type { CivilDate } from "../calendar/civil-date.ts";
import { type Period, periodBefore, periodOf, type Window } from "../calendar/period.ts";
import type { Covers, Duty } from "./duty.ts";
import type { Occurrence } from "./occurrence.ts";
import { sayPeriod } from "./schedule-words.ts";

const SPANS: Readonly<Record<Covers, { readonly period: Period; readonly before: boolean } | undefined>> = {
  day: { period: "day", before: false },
  week: { period: "week", before: false },
  "previous-week": { period: "week", before: true },
  month: { period: "month", before: false },
  "previous-month": { period: "month", before: true },
  quarter: { period: "quarter", before: false },
  "previous-quarter": { period: "quarter", before: true },
  "half-year": { period: "half-year", before: false },
  year: { period: "year", before: false },
  campaign: undefined,
};

/** The stretch of time that a report speaks of whose nominal due day is `due` (K-11); a campaign has its own. */
export const covered = (
  covers: Covers,
  due: CivilDate,
): { readonly window: Window; readonly period: Period } | undefined => {
  const span = SPANS[covers];
  if (span === undefined) return undefined;
  return { window: (span.before ? periodBefore : periodOf)(due, span.period), period: span.period };
};

/** Says of a report what it covers. */
export const covering = (duty: Duty, occurrence: Occurrence): Occurrence => {
  const span = duty.is === "report" ? covered(duty.covers, occurrence.window[1]) : undefined;
  if (span === undefined) return occurrence;
  const said = sayPeriod(span.window, span.period);
  const { why } = occurrence;
  return {
    ...occurrence,
    why: { "zh-CN": `${why["zh-CN"]}；报告期${said["zh-CN"]}`, en: `${why.en}; covers ${said.en}` },
  };
};
