import { accept, type Result } from "../kernel/result.ts";
import { type Calendar, dayOf, type MissingYear } from "./calendar.ts";
import { type CivilDate, weekday } from "./civil-date.ts";
import { daysOf, type Window } from "./period.ts";

/** The days on which an object is in operation. */
export type OperatingDays = "working" | "monday-to-saturday" | "all";

/**
 * Whether that day is one of operation: a working day; with `monday-to-saturday` also a Saturday that is no public
 * holiday; with `all` every day, for which no calendar is needed.
 */
export const operates = (calendar: Calendar, date: CivilDate, days: OperatingDays): Result<boolean, MissingYear> => {
  if (days === "all") return accept(true);
  const day = dayOf(calendar, date);
  if (!day.ok) return day;
  const plainSaturday = weekday(date) === 6 && day.value.holiday === undefined;
  return accept(day.value.working || (days === "monday-to-saturday" && plainSaturday));
};

/** Whether a window holds a day of operation; a day that is known suffices, so that a far end may be unknown (K-10). */
export const holdsOperatingDay = (
  calendar: Calendar,
  window: Window,
  days: OperatingDays,
): Result<boolean, MissingYear> => {
  let unknown: Result<boolean, MissingYear> | undefined;
  for (const date of daysOf(window)) {
    const is = operates(calendar, date, days);
    if (!is.ok) unknown ??= is;
    else if (is.value) return is;
  }
  return unknown ?? accept(false);
};
