import { dayOf, roll } from "../calendar/calendar.ts";
import { addDays, addMonths, type CivilDate, dayOfMonth, lastDayOfMonth, monthOf } from "../calendar/civil-date.ts";
import { daysOf, periodOf, type Window } from "../calendar/period.ts";
import { type Asked, byDate, type Moved, moveTo, type Occurrence } from "./occurrence.ts";
import type { Rhythm } from "./schedule.ts";
import { sayBy } from "./schedule-words.ts";

type Of<K extends Rhythm["kind"]> = Extract<Rhythm, { kind: K }>;

/** The months whose date, as `dated` gives it, lies within the days asked for. */
const monthly = (
  { from, to }: Asked,
  dated: (first: CivilDate) => CivilDate | undefined,
): readonly { readonly window: Window; readonly date: CivilDate }[] => {
  const found: { window: Window; date: CivilDate }[] = [];
  for (let first = addDays(from, 1 - dayOfMonth(from)); first <= to; first = addMonths(first, 1)) {
    const date = dated(first);
    if (date !== undefined && date >= from && date <= to) found.push({ window: [first, date], date });
  }
  return found;
};

/** S-6, S-9: by a day of each month, or of one month of each quarter; rolled as the rhythm says (K-7, K-9). */
export const byMonthDay = (asked: Asked, rhythm: Of<"monthly"> | Of<"quarterly">): readonly Occurrence[] =>
  monthly(asked, (first) =>
    rhythm.kind === "monthly" || (monthOf(first) - 1) % 3 === rhythm.month - 1
      ? addDays(first, rhythm.day - 1)
      : undefined,
  ).map(({ window, date }) => byDate(asked, window, roll(asked.calendar, date, rhythm.roll), sayBy(date)));

/** S-7: by the last working day of each month (K-10). */
export const byMonthEnd = (asked: Asked): readonly Occurrence[] =>
  monthly(asked, lastDayOfMonth).map(({ window, date }) =>
    byDate(asked, window, roll(asked.calendar, date, "previous"), {
      "zh-CN": `${sayBy(date)["zh-CN"]}，月底最后一个工作日`,
      en: `${sayBy(date).en}, the last working day of the month`,
    }),
  );

/** Where a weekday that is no working day goes within its week: Mondays to the first working day, others to the last. */
const withinWeek = ({ calendar }: Asked, date: CivilDate, isMonday: boolean): Moved => {
  const own = dayOf(calendar, date);
  if (!own.ok) return own;
  if (own.value.working) return moveTo(date);
  const working: CivilDate[] = [];
  for (const day of daysOf(periodOf(date, "week"))) {
    const is = dayOf(calendar, day);
    if (!is.ok) return is;
    if (is.value.working) working.push(day);
  }
  return moveTo(isMonday ? working[0] : working.at(-1));
};

/** S-3: on a weekday of each ISO week; the window begins on its Monday. A week without a working day is waived (K-10). */
export const onWeekday = (asked: Asked, { day, before }: Of<"weekday">): readonly Occurrence[] => {
  const found: Occurrence[] = [];
  for (let [monday] = periodOf(asked.from, "week"); monday <= asked.to; monday = addDays(monday, 7)) {
    const date = addDays(monday, day - 1);
    if (date < asked.from || date > asked.to) continue;
    found.push(byDate(asked, [monday, date], withinWeek(asked, date, day === 1), sayBy(date), before));
  }
  return found;
};
