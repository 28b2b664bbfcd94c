import { addWorkingDays, type Calendar, type MissingYear, roll } from "../calendar/calendar.ts";
import { addDays, addMonths, type CivilDate, dateIn, yearOf } from "../calendar/civil-date.ts";
import { civilDate } from "../calendar/zone.ts";
import { HOUR, type Instant, plusMs } from "../kernel/instant.ts";
import { accept, type Result } from "../kernel/result.ts";
import type { Text } from "../kernel/text.ts";
import type { Roll } from "./clock.ts";
import type { Duration } from "./duration.ts";
import { type Asked, byDate, inWindow, type Occurrence, unknown } from "./occurrence.ts";
import { hourReminders } from "./reminders.ts";
import type { Rhythm } from "./schedule.ts";
import { sayBy } from "./schedule-words.ts";

type Again = { readonly event: Instant; readonly within: Duration; readonly roll: Roll; readonly repeats: boolean };

const nth = (n: number): Text => ({ "zh-CN": `第${n}次`, en: `no. ${n}` });
const numbered = (n: number, text: Text): Text => ({
  "zh-CN": `${nth(n)["zh-CN"]}：${text["zh-CN"]}`,
  en: `${nth(n).en}: ${text.en}`,
});

/**
 * S-4, S-12: a length after an event, and again after each time it was nominally done. Each is reckoned from the event
 * itself, so that a month without a 31st shortens nothing after it (K-6).
 */
export const afterEvent = (asked: Asked, { event, within, roll: to, repeats }: Again): readonly Occurrence[] => {
  const zone = asked.policy.calendar.timeZone;
  const start = civilDate(event, zone);
  const found: Occurrence[] = [];
  let before = start;
  for (let n = 1; ; n += 1) {
    const occurrence = one(asked, { event, start, before, within, to, n });
    const [, end] = occurrence.window;
    if (end > asked.to) return found;
    if (end >= asked.from) found.push(occurrence);
    if (!repeats || within.kind === "sameDay" || occurrence.state === "CALENDAR_MISSING") return found;
    before = end;
  }
};

type One = {
  readonly event: Instant;
  readonly start: CivilDate;
  readonly before: CivilDate;
  readonly within: Duration;
  readonly to: Roll;
  readonly n: number;
};

/** The last day of a length, without the days between: of those only a clock is asked. */
const endOf = (
  kind: Exclude<Duration["kind"], "hours">,
  n: number,
  start: CivilDate,
  calendar: Calendar,
): Result<CivilDate, MissingYear> => {
  switch (kind) {
    case "sameDay":
      return accept(start);
    case "workingDays":
      return addWorkingDays(calendar, start, n);
    case "days":
      return accept(addDays(start, n));
    case "weeks":
      return accept(addDays(start, 7 * n));
    case "months":
      return accept(addMonths(start, n));
    case "years":
      return accept(addMonths(start, 12 * n));
  }
};

const one = (asked: Asked, { event, start, before, within, to, n }: One): Occurrence => {
  const { kind } = within;
  const length = within.n * n;
  if (kind === "hours") {
    const due = plusMs(event, length * HOUR);
    const reminder = hourReminders(plusMs(due, -within.n * HOUR), due)[0];
    const day = civilDate(due, asked.policy.calendar.timeZone);
    const why = numbered(n, { "zh-CN": `${length}小时`, en: `${length} hours` });
    return { window: [before, day], nominalDue: due, effectiveDue: due, reminder, state: "planned", why };
  }
  const reached = endOf(kind, length, start, asked.calendar);
  if (!reached.ok) {
    // It lies somewhere from that year on: shown where anything of that year is asked for.
    const year = reached.error.missingYear;
    const seen = yearOf(asked.to) === year ? asked.to : dateIn(year, 12, 31);
    return { ...unknown(asked, [addDays(before, 1), seen], year, nth(n)), nominalDue: undefined };
  }
  const end = reached.value;
  const first = kind === "sameDay" ? start : addDays(before, 1);
  const moved = roll(asked.calendar, end, kind === "sameDay" ? "none" : to);
  const found = byDate(asked, [first, end], moved, numbered(n, sayBy(end)));
  // before the event nobody could know of it
  return found.reminder !== undefined && found.reminder < event ? { ...found, reminder: event } : found;
};

type Offset = { readonly months: number; readonly days: number };

const offsetOf = ({ kind, n }: Duration): Offset => {
  switch (kind) {
    case "days":
      return { months: 0, days: n };
    case "weeks":
      return { months: 0, days: 7 * n };
    case "months":
      return { months: n, days: 0 };
    case "years":
      return { months: 12 * n, days: 0 };
    default:
      throw new Error(`an age is no number of ${kind}; lint refuses such a policy`);
  }
};

/**
 * S-15: windows that follow one another from an event on, closer while the object is young. Each end is reckoned from the
 * event itself (AS-71: 31 October, 28 February, 31 March); the day of an anniversary still belongs to the band before it.
 */
export const byAge = (
  asked: Asked,
  event: Instant,
  bands: Extract<Rhythm, { kind: "by-age" }>["bands"],
): readonly Occurrence[] => {
  const start = civilDate(event, asked.policy.calendar.timeZone);
  const found: Occurrence[] = [];
  let before = start;
  let base: Offset = { months: 0, days: 0 };
  for (const { until, every } of bands) {
    const step = offsetOf(every);
    const limit = until && offsetOf(until);
    const last = limit && addDays(addMonths(start, limit.months), limit.days);
    for (let n = 1; ; n += 1) {
      const reckoned = addDays(addMonths(start, base.months + step.months * n), base.days + step.days * n);
      const end = last !== undefined && reckoned > last ? last : reckoned;
      if (end > asked.to) return found;
      if (end > before && end >= asked.from)
        found.push(inWindow(asked, [addDays(before, 1), end], "working", sayBy(end)));
      if (end > before) before = end;
      if (end === last) break;
    }
    base = limit ?? base;
  }
  return found;
};
