import { addWorkingDays, type Calendar, type MissingYear } from "../calendar/calendar.ts";
import { addDays, type CivilDate, yearOf } from "../calendar/civil-date.ts";
import { holdsOperatingDay, type OperatingDays } from "../calendar/operating.ts";
import type { Window } from "../calendar/period.ts";
import { atTime, endOfDay } from "../calendar/zone.ts";
import type { Instant } from "../kernel/instant.ts";
import { accept, type Result } from "../kernel/result.ts";
import type { Text } from "../kernel/text.ts";
import type { Policy } from "./policy.ts";
import { sayMoved } from "./schedule-words.ts";
import { joined } from "./wording.ts";

/** One time that a schedule asks for something. A due at 24:00 of a day is the first moment of the next. */
export type Occurrence = {
  /** The days in which it is done; the last is its nominal due day. */
  readonly window: Window;
  /** Undefined where even the nominal day has to wait for the holidays of `year`. */
  readonly nominalDue: Instant | undefined;
  /** Breach is measured on this one; undefined where the holidays of `year` must be known first (K-12). */
  readonly effectiveDue: Instant | undefined;
  readonly reminder: Instant | undefined;
  /** Waived: the window holds no day of operation (K-10), and it is shown as such. */
  readonly state: "planned" | "waived" | "CALENDAR_MISSING";
  readonly year?: number;
  readonly why: Text;
};

/** What a schedule is asked with: the days of which window ends are wanted, both included. */
export type Asked = {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly from: CivilDate;
  readonly to: CivilDate;
};

const NO_DAY: Text = { "zh-CN": "其中没有工作日，免除", en: "it holds no working day and is waived" };

const unknownYear = (year: number): Text => ({
  "zh-CN": `${year}年的节假日安排尚未载入`,
  en: `the holidays of ${year} are not loaded yet`,
});

const because = (why: Text, ...more: readonly Text[]): Text => joined([why, ...more], "；", "; ");

/** The morning of a day, at the policy's hour; none where the holidays before it are not known. */
const morning = ({ policy }: Asked, day: Result<CivilDate, MissingYear>): Instant | undefined =>
  day.ok ? atTime(day.value, policy.calendar.remindAt, policy.calendar.timeZone) : undefined;

/** One row for what cannot be known before a year's holidays are. */
export const unknown = ({ policy }: Asked, window: Window, year: number, why: Text): Occurrence => ({
  window,
  nominalDue: endOfDay(window[1], policy.calendar.timeZone),
  effectiveDue: undefined,
  reminder: undefined,
  state: "CALENDAR_MISSING",
  year,
  why: because(why, unknownYear(year)),
});

/**
 * A frequency window: done inside it, until 24:00 of its last day, never rolled; waived when it holds no day of operation
 * (K-7, K-10). The reminder goes out on its last working day (AS-37).
 */
export const inWindow = (asked: Asked, window: Window, days: OperatingDays, why: Text): Occurrence => {
  const operating = holdsOperatingDay(asked.calendar, window, days);
  if (!operating.ok) return unknown(asked, window, operating.error.missingYear, why);
  const due = endOfDay(window[1], asked.policy.calendar.timeZone);
  const dues = { window, nominalDue: due, effectiveDue: due } as const;
  if (!operating.value) return { ...dues, reminder: undefined, state: "waived", why: because(why, NO_DAY) };
  const reminder = morning(asked, addWorkingDays(asked.calendar, addDays(window[1], 1), -1));
  return { ...dues, reminder, state: "planned", why };
};

/** A window that asks for something on each of its days without a reminder (S-1). */
export const onDay = (asked: Asked, day: CivilDate, why: Text): Occurrence => {
  const due = endOfDay(day, asked.policy.calendar.timeZone);
  return { window: [day, day], nominalDue: due, effectiveDue: due, reminder: undefined, state: "planned", why };
};

/** The day to which a date was moved; undefined where there is none and the date is waived. */
export type Moved = Result<CivilDate | undefined, MissingYear>;

/**
 * A date until which something is done, moved off rest days as its rhythm says. The reminder goes out on the last working
 * day before it (K-7); `before` is the hour at which it is due, otherwise 24:00.
 */
export const byDate = (asked: Asked, window: Window, moved: Moved, why: Text, before?: string): Occurrence => {
  if (!moved.ok) return unknown(asked, window, moved.error.missingYear, why);
  const { timeZone } = asked.policy.calendar;
  const at = (day: CivilDate): Instant =>
    before === undefined ? endOfDay(day, timeZone) : atTime(day, before, timeZone);
  const [start, nominal] = window;
  const nominalDue = at(nominal);
  if (moved.value === undefined)
    return {
      window,
      nominalDue,
      effectiveDue: nominalDue,
      reminder: undefined,
      state: "waived",
      why: because(why, NO_DAY),
    };
  const effective = moved.value;
  const movedBack = effective < nominal;
  const beforeWindow = effective < start;
  return {
    window: [beforeWindow ? effective : start, nominal],
    nominalDue,
    effectiveDue: at(effective),
    reminder: morning(asked, addWorkingDays(asked.calendar, movedBack ? effective : nominal, -1)),
    state: "planned",
    why: effective === nominal ? why : because(why, sayMoved(asked.calendar, nominal, effective)),
  };
};

/** The days that cannot be known, one row a year. */
export const unknownDays = (asked: Asked, days: readonly CivilDate[], why: Text): readonly Occurrence[] =>
  [...new Set(days.map(yearOf))].flatMap((year) => {
    const own = days.filter((day) => yearOf(day) === year);
    const [first, last] = [own[0], own.at(-1)];
    return first === undefined || last === undefined
      ? []
      : [{ ...unknown(asked, [first, last], year, why), nominalDue: undefined }];
  });

/** The same asked several times: each says which it is. */
export const repeated = (times: number, one: Occurrence): readonly Occurrence[] =>
  times === 1
    ? [one]
    : Array.from({ length: times }, (_, at) => ({
        ...one,
        why: because(one.why, { "zh-CN": `第${at + 1}次，共${times}次`, en: `${at + 1} of ${times}` }),
      }));

/** A date that needs no calendar, or that its rhythm has moved itself. */
export const moveTo = (day: CivilDate | undefined): Moved => accept(day);
