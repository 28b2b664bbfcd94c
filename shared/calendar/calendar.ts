import { accept, type Result, refuse } from "../kernel/result.ts";
import type { Text } from "../kernel/text.ts";
import { type CivilDate, fromDay, toDay, weekdayOfDay, yearOf } from "./civil-date.ts";
import { CalendarDefinition } from "./definition.ts";

/** A day, whether it is worked, and why; `holiday` names what a make-up day makes up for. */
export type Day = { readonly working: boolean; readonly why: Text; readonly holiday?: Text };

/** No notice is loaded for that year. Never answered by a guess (K-12). */
export type MissingYear = { readonly missingYear: number };

/**
 * Working days of one country or company. Made once by {@link makeCalendar}; holds every covered day, so that each
 * question is an array lookup (measured: about 10 million additions a second).
 */
export type Calendar = {
  readonly id: string;
  readonly title: Text;
  readonly firstYear: number;
  readonly lastYear: number;
  /** The first covered day, counted from 1970-01-01. */
  readonly first: number;
  readonly days: readonly Day[];
  /** All working days in order. */
  readonly working: readonly CivilDate[];
  /** How many working days there are before the covered day of the same index; one entry more than days. */
  readonly before: readonly number[];
};

const WEEKEND: Day = { working: false, why: { "zh-CN": "周末", en: "weekend" } };
const WORKING: Day = { working: true, why: { "zh-CN": "工作日", en: "working day" } };
const MAKE_UP: Text = { "zh-CN": "调休上班", en: "make-up working day" };

/** @throws ZodError when the definition contradicts itself: a date twice or outside its year, a gap in the years. */
export const makeCalendar = (definition: CalendarDefinition): Calendar => {
  const { id, title, restDays, years } = CalendarDefinition.parse(definition);
  const named = new Map<number, Day>();
  for (const { name, daysOff, makeUpDays } of years.flatMap(({ holidays }) => holidays)) {
    for (const date of daysOff) named.set(toDay(date), { working: false, why: name, holiday: name });
    for (const date of makeUpDays) named.set(toDay(date), { working: true, why: MAKE_UP, holiday: name });
  }
  const firstYear = years[0]?.year ?? 0;
  const lastYear = years.at(-1)?.year ?? 0;
  const first = toDay(`${firstYear}-01-01` as CivilDate); // a four-digit year, by the schema
  const days: Day[] = [];
  const working: CivilDate[] = [];
  const before: number[] = [0];
  for (let day = first; yearOf(fromDay(day)) <= lastYear; day += 1) {
    const is = named.get(day) ?? (restDays.includes(weekdayOfDay(day)) ? WEEKEND : WORKING);
    days.push(Object.freeze(is));
    if (is.working) working.push(fromDay(day));
    before.push(working.length);
  }
  for (const list of [days, working, before]) Object.freeze(list);
  return Object.freeze({ id, title, firstYear, lastYear, first, days, working, before });
};

/** Whether that day is worked, and why: the holiday's name, weekend, make-up day or plain working day. */
export const dayOf = (calendar: Calendar, date: CivilDate): Result<Day, MissingYear> => {
  const day = calendar.days[toDay(date) - calendar.first];
  return day === undefined ? refuse({ missingYear: yearOf(date) }) : accept(day);
};

/**
 * The n-th working day after `date`, or before it when `n` is negative; the start day is never counted, whether or not
 * it is worked (K-3). `n` 0 is the day itself.
 */
export const addWorkingDays = (calendar: Calendar, date: CivilDate, n: number): Result<CivilDate, MissingYear> => {
  if (n === 0) return accept(date);
  const at = toDay(date) - calendar.first;
  // The day before the first covered one may start a count, the day after the last may end one: they are not counted.
  const known = calendar.before[n > 0 ? at + 1 : at];
  if (known === undefined) return refuse({ missingYear: yearOf(date) });
  const found = calendar.working[n > 0 ? known + n - 1 : known + n];
  return found === undefined
    ? refuse({ missingYear: n > 0 ? calendar.lastYear + 1 : calendar.firstYear - 1 })
    : accept(found);
};

/** A rest day moved to the next or previous working day; a working day, and `none`, stay (K-7). */
export const roll = (
  calendar: Calendar,
  date: CivilDate,
  to: "next" | "previous" | "none",
): Result<CivilDate, MissingYear> => {
  if (to === "none") return accept(date);
  const day = dayOf(calendar, date);
  if (!day.ok) return day;
  return day.value.working ? accept(date) : addWorkingDays(calendar, date, to === "next" ? 1 : -1);
};

/** The day on which the first reminder of a day clock goes out (K-7). */
export const lastWorkingDayBefore = (calendar: Calendar, date: CivilDate): Result<CivilDate, MissingYear> =>
  addWorkingDays(calendar, date, -1);
