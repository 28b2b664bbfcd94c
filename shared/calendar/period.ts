import { addDays, addMonths, type CivilDate, dayOfMonth, isoWeek, monthOf, weekday, yearOf } from "./civil-date.ts";

/** A stretch of the wall calendar that frequencies and reports speak of (K-5, K-6). */
export type Period = "day" | "week" | "month" | "quarter" | "half-year" | "year";

/** First and last day, both included. */
export type Window = readonly [from: CivilDate, to: CivilDate];

const MONTHS = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

/** The period that holds `date`: an ISO week from Monday to Sunday, a calendar month, quarter, half-year or year. */
export const periodOf = (date: CivilDate, period: Period): Window => {
  if (period === "day") return [date, date];
  if (period === "week") {
    const monday = addDays(date, 1 - weekday(date));
    return [monday, addDays(monday, 6)];
  }
  const months = MONTHS[period];
  const first = addMonths(addDays(date, 1 - dayOfMonth(date)), -((monthOf(date) - 1) % months));
  return [first, addDays(addMonths(first, months), -1)];
};

/** The period before the one that holds `date` (K-11). */
export const periodBefore = (date: CivilDate, period: Period): Window =>
  periodOf(addDays(periodOf(date, period)[0], -1), period);

/** Every period whose last day lies within the two days, in order. */
export const periodsEnding = (from: CivilDate, to: CivilDate, period: Period): readonly Window[] => {
  const found: Window[] = [];
  for (let one = periodOf(from, period); one[1] <= to; one = periodOf(addDays(one[1], 1), period)) found.push(one);
  return found;
};

/** Every day from the first to the last. */
export const daysOf = ([from, to]: Window): readonly CivilDate[] => {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** How a period is written down: `2026-W08`, `2026-10`, `2026-Q4`, `2026-H2`, `2026`. */
export const periodName = ([from]: Window, period: Period): string => {
  const year = `${yearOf(from)}`.padStart(4, "0");
  switch (period) {
    case "day":
      return from;
    case "week": {
      const iso = isoWeek(from);
      return `${`${iso.year}`.padStart(4, "0")}-W${`${iso.week}`.padStart(2, "0")}`;
    }
    case "month":
      return from.slice(0, 7);
    case "quarter":
      return `${year}-Q${Math.ceil(monthOf(from) / 3)}`;
    case "half-year":
      return `${year}-H${monthOf(from) <= 6 ? 1 : 2}`;
    case "year":
      return year;
  }
};
