import { dayOf } from "../calendar/calendar.ts";
import { type CivilDate, dateIn, yearOf } from "../calendar/civil-date.ts";
import { operates } from "../calendar/operating.ts";
import { daysOf, periodsEnding, type Window } from "../calendar/period.ts";
import type { Text } from "../kernel/text.ts";
import { type Asked, byDate, inWindow, moveTo, type Occurrence, onDay, repeated, unknownDays } from "./occurrence.ts";
import type { Rhythm } from "./schedule.ts";
import { sayPeriod, sayWindow } from "./schedule-words.ts";

type Of<K extends Rhythm["kind"]> = Extract<Rhythm, { kind: K }>;

/** S-1: so many times on each day of operation. */
export const daily = (asked: Asked, { times, operatingDays }: Of<"daily">): readonly Occurrence[] => {
  const unknown: CivilDate[] = [];
  const found = daysOf([asked.from, asked.to]).flatMap((day) => {
    const is = operates(asked.calendar, day, operatingDays);
    if (!is.ok) unknown.push(day);
    return is.ok && is.value ? repeated(times, onDay(asked, day, sayPeriod([day, day], "day"))) : [];
  });
  return [...found, ...unknownDays(asked, unknown, { "zh-CN": "每日", en: "daily" })];
};

const NOTES: Readonly<Record<"every" | "random" | "by-plan", Text | undefined>> = {
  every: undefined,
  random: { "zh-CN": "不定期，日期不预先通知", en: "at a day that nobody is told beforehand" },
  "by-plan": { "zh-CN": "日期由批准的计划确定", en: "at the days of the approved plan" },
};

/** S-2, S-5, S-8, S-10, S-13, S-14: so many times in each calendar period. */
export const everyPeriod = (
  asked: Asked,
  rhythm: Of<"every"> | Of<"random"> | Of<"by-plan">,
): readonly Occurrence[] => {
  const { period, times, kind } = rhythm;
  // A plan chooses its own days, so that it can choose rest days too.
  const days = rhythm.kind === "by-plan" ? "all" : rhythm.operatingDays;
  return periodsEnding(asked.from, asked.to, period).flatMap((window) => {
    const said = sayPeriod(window, period);
    const note = NOTES[kind];
    const why =
      note === undefined ? said : { "zh-CN": `${said["zh-CN"]}，${note["zh-CN"]}`, en: `${said.en}, ${note.en}` };
    return repeated(times, inWindow(asked, window, days, why));
  });
};

const monthDay = (year: number, said: string): CivilDate =>
  dateIn(year, Number(said.slice(0, 2)), Number(said.slice(3)));

/** S-10, S-11: once in each window of every year; a window may run over New Year. */
export const yearly = (asked: Asked, { windows }: Of<"yearly">): readonly Occurrence[] => {
  const years = Array.from(
    { length: yearOf(asked.to) - yearOf(asked.from) + 2 },
    (_, at) => yearOf(asked.from) - 1 + at,
  );
  return years
    .flatMap((year) =>
      windows.map(({ from, to, title }) => {
        const window: Window = [monthDay(year, from), monthDay(from <= to ? year : year + 1, to)];
        return { window, title };
      }),
    )
    .filter(({ window: [, end] }) => end >= asked.from && end <= asked.to)
    .sort((a, b) => (a.window[1] < b.window[1] ? -1 : 1))
    .map(({ window, title }) => {
      const said = sayWindow(window);
      const why =
        title === undefined
          ? said
          : { "zh-CN": `${title["zh-CN"]}（${said["zh-CN"]}）`, en: `${title.en} (${said.en})` };
      return inWindow(asked, window, "working", why);
    });
};

/** S-16: on each day off of the public holidays, of all of them or of those named. */
export const onHolidays = (asked: Asked, { names }: Of<"holidays">): readonly Occurrence[] => {
  const unknown: CivilDate[] = [];
  const found = daysOf([asked.from, asked.to]).flatMap((date) => {
    const day = dayOf(asked.calendar, date);
    if (!day.ok) unknown.push(date);
    if (!day.ok || day.value.working || day.value.holiday === undefined) return [];
    const { holiday } = day.value;
    if (names.length > 0 && !names.includes(holiday["zh-CN"])) return [];
    return [byDate(asked, [date, date], moveTo(date), holiday)];
  });
  return [...found, ...unknownDays(asked, unknown, { "zh-CN": "法定节假日", en: "public holidays" })];
};
