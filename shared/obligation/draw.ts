import type { Calendar } from "../calendar/calendar.ts";
import type { CivilDate } from "../calendar/civil-date.ts";
import { operates } from "../calendar/operating.ts";
import { daysOf, type Window } from "../calendar/period.ts";
import type { Schedule } from "../policy/schedule.ts";

/**
 * The day on which something is done that nobody is told beforehand (S-13, GSS-04): one of those days of operation of its
 * window that are not over. The same for the same number, which is from 0 up to 1 and can be known by nobody who has not
 * the company's key; undefined where the window holds no such day, or the rhythm draws none.
 */
export const drawnDay = (
  calendar: Calendar,
  { rhythm }: Pick<Schedule, "rhythm">,
  window: Window,
  today: CivilDate,
  drawn: number,
): CivilDate | undefined => {
  if (rhythm.kind !== "random") return undefined;
  const days = daysOf(window).filter((day) => {
    const is = operates(calendar, day, rhythm.operatingDays);
    return day >= today && is.ok && is.value;
  });
  return days[Math.floor(drawn * days.length)];
};
