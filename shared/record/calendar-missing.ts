import type { Case } from "../case/case.ts";
import type { Rulebook } from "../case/clocks.ts";
import { readClocks } from "../case/clocks.ts";
import type { Instant } from "../kernel/instant.ts";
import type { MissingCalendar } from "../mail/calendar-missing.ts";

/** The years of its calendar that clocks of a case wait for (K-12). */
export const calendarsMissing = (rulebook: Rulebook, current: Case, now: Instant): readonly MissingCalendar[] => {
  const years = readClocks(rulebook, current, now).flatMap(({ given, endedAt }) =>
    endedAt === undefined && given.applies === true && given.state === "CALENDAR_MISSING" ? [given.year] : [],
  );
  return [...new Set(years)].map((year) => ({ holidays: rulebook.policy.calendar.holidays, year }));
};

/** What remembers which calendars a company misses, and whether its administrator has been told today. */
export type CalendarNotices = {
  /**
   * Notes what is missing on a day. Answers all that was noted on that day or the one before, for the first who asks on
   * that day; undefined for everybody after them.
   */
  readonly note: (
    org: string,
    day: string,
    before: string,
    missing: readonly MissingCalendar[],
  ) => Promise<readonly MissingCalendar[] | undefined>;
};
