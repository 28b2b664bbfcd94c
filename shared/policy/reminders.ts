import { type Calendar, lastWorkingDayBefore } from "../calendar/calendar.ts";
import type { CivilDate } from "../calendar/civil-date.ts";
import { atTime, civilDate } from "../calendar/zone.ts";
import { fromMs, HOUR, type Instant, later, plusMs, toMs } from "../kernel/instant.ts";
import type { Policy } from "./policy.ts";

const halfway = (from: Instant, due: Instant): Instant => fromMs(Math.floor((toMs(from) + toMs(due)) / 2));

const between = (from: Instant, due: Instant, all: readonly Instant[]): readonly Instant[] =>
  [...new Set(all)].filter((at) => at > from && at < due).sort();

/** Hour clocks and promised moments remind at half of the time and two hours before the end. */
export const hourReminders = (from: Instant, due: Instant): readonly Instant[] =>
  between(from, due, [halfway(from, due), plusMs(due, -2 * HOUR)]);

/** The same day leaves no working day before it: one reminder, when half of what is left of the day has passed. */
export const sameDayReminders = (from: Instant, due: Instant): readonly Instant[] =>
  between(from, due, [halfway(from, due)]);

/**
 * Day clocks remind on the last working day before the nominal due day, at the policy's hour (K-7). Where that hour has
 * passed when the clock starts the reminder goes out at once, and where the whole day has passed, in the morning of the
 * due day. None where the holidays of that time are not known.
 */
export const dayReminders = (
  { calendar: { timeZone, remindAt } }: Policy,
  calendar: Calendar,
  from: Instant,
  nominal: CivilDate,
): readonly Instant[] => {
  const day = lastWorkingDayBefore(calendar, nominal);
  if (!day.ok) return [];
  const passed = day.value < civilDate(from, timeZone);
  return [later(from, atTime(passed ? nominal : day.value, remindAt, timeZone))];
};
