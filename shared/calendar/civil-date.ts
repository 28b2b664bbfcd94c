import * as z from "zod";

/**
 * A day on the wall calendar, `YYYY-MM-DD`, without a time and without a zone. Text order is the order of days.
 * Reckoned as whole days since 1970-01-01 in the proleptic Gregorian calendar, years 0001 to 9999.
 */
export const CivilDate = z.iso.date().brand<"CivilDate">();
export type CivilDate = z.infer<typeof CivilDate>;

const figure = (date: string, at: number): number => date.charCodeAt(at) - 48;
const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
const yearIn = (date: string): number =>
  figure(date, 0) * 1000 + figure(date, 1) * 100 + figure(date, 2) * 10 + figure(date, 3);
const monthIn = (date: string): number => figure(date, 5) * 10 + figure(date, 6);
const dayIn = (date: string): number => figure(date, 8) * 10 + figure(date, 9);

const spelt = (year: number, month: number, day: number): CivilDate =>
  `${`${year}`.padStart(4, "0")}-${two(month)}-${two(day)}` as CivilDate; // the one spelling, by construction

/** Whole days since 1970-01-01. Integers alone, because a due date asks this a thousand times for every answer. */
export const toDay = (date: CivilDate): number => {
  const month = monthIn(date);
  // The year begins in March, so that the leap day is its last and months need no table.
  const year = yearIn(date) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayIn(date) - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
};

/** The inverse of {@link toDay}. */
export const fromDay = (day: number): CivilDate => {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch + (fromMarch < 10 ? 3 : -9);
  return spelt(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1);
};

export const yearOf = (date: CivilDate): number => yearIn(date);
/** 1 is January. */
export const monthOf = (date: CivilDate): number => monthIn(date);
export const dayOfMonth = (date: CivilDate): number => dayIn(date);

export const addDays = (date: CivilDate, n: number): CivilDate => fromDay(toDay(date) + n);

/** A day by its figures; where that month has no such day, its last day. 1 is January. */
export const dateIn = (year: number, month: number, day: number): CivilDate => {
  const first = spelt(year, month, 1);
  return addDays(first, Math.min(day, dayOfMonth(lastDayOfMonth(first))) - 1);
};

/** The last day of the month that holds `date`. */
export const lastDayOfMonth = (date: CivilDate): CivilDate => {
  const [year, month] = month12(yearIn(date), monthIn(date) + 1);
  return fromDay(toDay(spelt(year, month, 1)) - 1);
};

/** The corresponding day `n` months on (or back, when negative); where that month has no such day, its last day (K-6). */
export const addMonths = (date: CivilDate, n: number): CivilDate => {
  const [year, month] = month12(yearIn(date), monthIn(date) + n);
  const last = dayIn(lastDayOfMonth(spelt(year, month, 1)));
  return spelt(year, month, Math.min(dayIn(date), last));
};

/** A month number outside 1…12 carried over into the years. */
const month12 = (year: number, month: number): readonly [number, number] => {
  const since = month - 1;
  return [year + Math.floor(since / 12), since - Math.floor(since / 12) * 12 + 1];
};

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** 1 is Monday, 7 is Sunday, as ISO 8601 has it. */
export const weekday = (date: CivilDate): Weekday => weekdayOfDay(toDay(date));

/** {@link weekday} of a day counted from 1970-01-01, which was a Thursday. */
export const weekdayOfDay = (day: number): Weekday => {
  const since = day + 3;
  return (since - Math.floor(since / 7) * 7 + 1) as Weekday; // a remainder of 7, plus 1
};

/** The ISO week, Monday to Sunday (K-5); its year is the one that holds its Thursday. */
export const isoWeek = (date: CivilDate): { readonly year: number; readonly week: number } => {
  const thursday = addDays(date, 4 - weekday(date));
  const newYear = toDay(spelt(yearIn(thursday), 1, 1));
  return { year: yearIn(thursday), week: Math.floor((toDay(thursday) - newYear) / 7) + 1 };
};
