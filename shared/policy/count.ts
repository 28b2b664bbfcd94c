import { type Calendar, dayOf, roll } from "../calendar/calendar.ts";
import { addDays, addMonths, type CivilDate } from "../calendar/civil-date.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Text } from "../kernel/text.ts";
import type { Duration } from "./duration.ts";
import type { Pause } from "./pause.ts";

/**
 * One step of a count. The steps that count add up to the figure of the regulation: one a working day, day, week, month
 * or year; a span of hours and "the same day" are one step altogether.
 */
export type DueStep = {
  readonly date: CivilDate;
  readonly counts: boolean;
  readonly why: Text;
  /** Set on steps that are no part of the count: the band that was chosen, a pause of hours, and the days of a roll. */
  readonly part?: "band" | "pause" | "roll";
};

/** Where a period in days ends, or the year whose holidays would have to be known, with the steps up to there. */
type Ended = { readonly steps: readonly DueStep[] } & ({ readonly end: CivilDate } | { readonly missingYear: number });
/** Likewise, or since when it stands still. */
type Counted = Ended | { readonly steps: readonly DueStep[]; readonly pausedSince: Instant };

/** Why a day does not count although it otherwise would. */
export type StandsStill = (date: CivilDate) => Pause | undefined;
const NEVER: StandsStill = () => undefined;

const START: Text = { "zh-CN": "起算当日", en: "the day it starts" };

/**
 * Counts a period in days, weeks, months or years from the day after `start` (K-3 … K-6); "same day" ends on `start`.
 * Days and working days on which the clock stands still do not count; lint refuses pauses of the others.
 */
export const countDays = (
  { kind, n }: Duration & { readonly kind: Exclude<Duration["kind"], "hours"> },
  start: CivilDate,
  calendar: Calendar,
  still: StandsStill = NEVER,
): Counted => {
  const begun: DueStep = { date: start, counts: false, why: START };
  const units = (end: (unit: number) => CivilDate, why: (unit: number) => Text): Counted => ({
    steps: [begun, ...Array.from({ length: n }, (_, at) => ({ date: end(at + 1), counts: true, why: why(at + 1) }))],
    end: end(n),
  });
  switch (kind) {
    case "sameDay":
      return { steps: [{ date: start, counts: true, why: { "zh-CN": "当日", en: "the same day" } }], end: start };
    case "workingDays":
      return countWorkingDays(n, begun, calendar, still);
    case "days":
      return countCalendarDays(n, begun, still);
    case "weeks":
      return units(
        (unit) => addDays(start, 7 * unit),
        (unit) => ({ "zh-CN": `满${unit}周`, en: `week ${unit} ends` }),
      );
    case "months":
      return units(
        (unit) => addMonths(start, unit),
        (unit) => ({ "zh-CN": `满${unit}个月`, en: `month ${unit} ends` }),
      );
    case "years":
      return units(
        (unit) => addMonths(start, 12 * unit),
        (unit) => ({ "zh-CN": `满${unit}年`, en: `year ${unit} ends` }),
      );
  }
};

/** The two days of a promise: on the one it was given, the other is its day; that one alone counts. */
export const promisedSteps = (start: CivilDate, day: CivilDate, why: Text): readonly DueStep[] => [
  { date: start, counts: false, why: START },
  { date: day, counts: true, why },
];

const countCalendarDays = (n: number, begun: DueStep, still: StandsStill): Counted => {
  const steps = [begun];
  let counted = 0;
  for (let date = addDays(begun.date, 1); ; date = addDays(date, 1)) {
    const pause = still(date);
    if (pause === undefined) counted += 1;
    steps.push({
      date,
      counts: pause === undefined,
      why: pause?.why ?? { "zh-CN": `第${counted}天`, en: `day ${counted}` },
    });
    if (pause !== undefined && pause.to === undefined) return { steps, pausedSince: pause.from };
    if (counted === n) return { steps, end: date };
  }
};

const countWorkingDays = (n: number, begun: DueStep, calendar: Calendar, still: StandsStill): Counted => {
  const steps = [begun];
  let counted = 0;
  for (let date = addDays(begun.date, 1); ; date = addDays(date, 1)) {
    const day = dayOf(calendar, date);
    if (!day.ok) return { steps, missingYear: day.error.missingYear };
    const { working, why, holiday } = day.value;
    const pause = still(date);
    const counts = working && pause === undefined;
    if (counts) counted += 1;
    steps.push({ date, counts, why: counts ? ordinal(counted, holiday && why) : working ? (pause?.why ?? why) : why });
    if (pause !== undefined && pause.to === undefined) return { steps, pausedSince: pause.from };
    if (counted === n) return { steps, end: date };
  }
};

const ordinal = (unit: number, special: Text | undefined): Text => ({
  "zh-CN": `第${unit}个工作日${special === undefined ? "" : `（${special["zh-CN"]}）`}`,
  en: `working day ${unit}${special === undefined ? "" : ` (${special.en})`}`,
});

/** Moves the end of a period off a rest day (K-7) and says each day it passes; no steps where nothing moves. */
export const rolled = (calendar: Calendar, end: CivilDate, to: "next" | "previous" | "none"): Ended => {
  const moved = roll(calendar, end, to);
  if (!moved.ok) return { steps: [], missingYear: moved.error.missingYear };
  const steps: DueStep[] = [];
  const by = to === "previous" ? -1 : 1;
  for (let date = end; date !== moved.value; date = addDays(date, by)) {
    const day = dayOf(calendar, date);
    const name = day.ok ? day.value.why : START;
    steps.push({
      date,
      counts: false,
      part: "roll",
      why:
        by > 0
          ? { "zh-CN": `${name["zh-CN"]}，顺延`, en: `${name.en}, moved on` }
          : { "zh-CN": `${name["zh-CN"]}，提前`, en: `${name.en}, moved back` },
    });
  }
  if (steps.length > 0)
    steps.push({
      date: moved.value,
      counts: false,
      part: "roll",
      why:
        by > 0
          ? { "zh-CN": "顺延至此工作日", en: "the next working day" }
          : { "zh-CN": "提前至此工作日", en: "the working day before" },
    });
  return { steps, end: moved.value };
};
