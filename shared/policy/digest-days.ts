import { type Calendar, dayOf, type MissingYear } from "../calendar/calendar.ts";
import { addDays, type CivilDate } from "../calendar/civil-date.ts";
import { daysOf, periodBefore, periodOf, type Window } from "../calendar/period.ts";
import { accept, type Result } from "../kernel/result.ts";
import type { Digest } from "./digest.ts";

type Rhythm = Pick<Digest, "every" | "on">;

/** The day that the file names in the period that holds `date`, worked or not. */
const namedDay = ({ every, on }: Rhythm, date: CivilDate): CivilDate => addDays(periodOf(date, every)[0], on - 1);

/**
 * The day on which a digest leaves in the period that holds `date`; undefined where the period has no working day.
 * A named day that is no working day gives way to the next of the period, else to the last before it (K-7).
 */
const dayIn = (calendar: Calendar, digest: Rhythm, date: CivilDate): Result<CivilDate | undefined, MissingYear> => {
  const named = namedDay(digest, date);
  const days = daysOf(periodOf(date, digest.every));
  const inOrder = [...days.filter((day) => day >= named), ...days.filter((day) => day < named).reverse()];
  for (const day of inOrder) {
    const is = dayOf(calendar, day);
    if (!is.ok) return is;
    if (is.value.working) return accept(day);
  }
  return accept(undefined);
};

/**
 * Whether a digest leaves on a day of the office. Where the holidays of the year are not loaded it leaves on the day that the
 * file names: a mail that says how things stand is no deadline, and to keep it back would hide what is overdue (K-12).
 */
export const leavesOn = (calendar: Calendar, digest: Rhythm, date: CivilDate): boolean => {
  const day = dayIn(calendar, digest, date);
  return (day.ok ? day.value : namedDay(digest, date)) === date;
};

/** The last day before `date` on which a digest left, or would have: what has changed since is its news. */
export const leftBefore = (calendar: Calendar, digest: Rhythm, date: CivilDate): CivilDate => {
  for (let [first] = periodOf(date, digest.every); ; [first] = periodBefore(first, digest.every)) {
    const day = dayIn(calendar, digest, first);
    const left = day.ok ? day.value : namedDay(digest, first);
    if (left !== undefined && left < date) return left;
  }
};

/** Every day within the two on which a digest leaves. */
export const digestDays = (calendar: Calendar, digest: Rhythm, window: Window): readonly CivilDate[] =>
  daysOf(window).filter((date) => leavesOn(calendar, digest, date));
