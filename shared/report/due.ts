import type { Calendar } from "../calendar/calendar.ts";
import { addDays, type CivilDate } from "../calendar/civil-date.ts";
import { periodName } from "../calendar/period.ts";
import { atTime, civilDate, endOfDay, startOfDay } from "../calendar/zone.ts";
import { earliest, type Instant, plusMs } from "../kernel/instant.ts";
import { occurrences } from "../policy/occurrences.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import { type Span, spanOf } from "./key.ts";

export type ReportSchedule = Schedule & { readonly duty: Extract<Schedule["duty"], { is: "report" }> };

export const isReport = (schedule: Schedule): schedule is ReportSchedule => schedule.duty.is === "report";

/** The reports that a regulation asks for. */
export const reportsOf = ({ schedules }: Pick<Policy, "schedules">): readonly ReportSchedule[] =>
  schedules.filter(isReport);

/** One time that a report is asked for. */
export type Asked = {
  readonly span: Span;
  readonly period: string;
  readonly nominalDue: Instant;
  readonly due: Instant;
  /** When it is first compiled. */
  readonly opensAt: Instant;
  /** The morning of the day on which it is due: it is compiled once more, with what came meanwhile. */
  readonly dueMorning: Instant;
};

/** Due dates lie at most so far from the days that a report covers. */
const AROUND = 40;

/** The hour of the morning at which the office's letters leave, unless it is due before that. */
const morningOf = ({ calendar }: Policy, day: CivilDate, due: Instant): Instant => {
  const at = atTime(day, calendar.remindAt, calendar.timeZone);
  return at < due ? at : startOfDay(day, calendar.timeZone);
};

/** When a stretch of time is over. */
export const endOf = ({ calendar }: Policy, { window }: Span): Instant => endOfDay(window[1], calendar.timeZone);

const askedFor = (policy: Policy, { duty }: ReportSchedule, nominal: CivilDate, nominalDue: Instant, due: Instant) => {
  const span = spanOf(duty.covers, nominal);
  const dueMorning = morningOf(policy, civilDate(plusMs(due, -1), policy.calendar.timeZone), due);
  const over = morningOf(policy, addDays(span.window[1], 1), due);
  // a report on a week that is due on its Friday speaks of the days until then
  const opensAt = earliest(over, dueMorning) ?? dueMorning;
  return { span, period: periodName(span.window, span.period), nominalDue, due, opensAt, dueMorning };
};

/**
 * The reports of a schedule that are due within the days, both included, in order (AS-29, AS-30). Days are those of the
 * policy's zone. One that is waived, or that waits for a calendar, is not among them.
 */
export const asked = (
  policy: Policy,
  schedule: ReportSchedule,
  [from, to]: readonly [CivilDate, CivilDate],
  calendar: Calendar,
): readonly Asked[] => {
  const days = { from: addDays(from, -AROUND), to: addDays(to, AROUND) };
  const found = occurrences(policy, schedule, { ...days, facts: {}, events: {}, calendar });
  if (!found.known) return [];
  const zone = policy.calendar.timeZone;
  return found.list
    .flatMap(({ state, window, nominalDue, effectiveDue }) =>
      state !== "planned" || nominalDue === undefined || effectiveDue === undefined
        ? []
        : [askedFor(policy, schedule, window[1], nominalDue, effectiveDue)],
    )
    .filter(({ due }) => due > startOfDay(from, zone) && due <= endOfDay(to, zone));
};
