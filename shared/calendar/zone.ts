import { Temporal } from "temporal-polyfill";
import { fromMs, HOUR, type Instant, MINUTE, toMs } from "../kernel/instant.ts";
import { addDays, type CivilDate, fromDay, toDay } from "./civil-date.ts";

/** The one place where a moment meets a wall clock. Zones are IANA names; a zone nobody knows throws a RangeError. */
const instantOf = (at: Temporal.ZonedDateTime): Instant =>
  at.toInstant().toString({ fractionalSecondDigits: 3 }) as Instant; // UTC with milliseconds and Z is how Temporal spells it

const zoned = (at: Instant, zone: string): Temporal.ZonedDateTime => Temporal.Instant.from(at).toZonedDateTimeISO(zone);

const DAY = 24 * HOUR;
/** From here on a zone is asked whether its offset ever changes again; the margin keeps every local day inside. */
const SETTLED = Temporal.Instant.from("2000-01-01T00:00:00Z");
const SAFE_MS = SETTLED.epochMilliseconds + 2 * DAY;
const SAFE_DAY = toDay("2000-01-03" as CivilDate); // spelt YYYY-MM-DD
const LAST_DAY = toDay("9999-12-30" as CivilDate); // likewise; the day before the last that an instant can spell

const two = (n: number): string => `${n}`.padStart(2, "0");

/** What a zone adds to UTC in milliseconds, for ever from 2000 on; undefined where it changes after that. */
const offsets = new Map<string, number | undefined>();
const fixedOffset = (zone: string): number | undefined => {
  if (!offsets.has(zone)) {
    const at = SETTLED.toZonedDateTimeISO(zone);
    const changes = at.getTimeZoneTransition("next") !== null;
    offsets.set(zone, changes ? undefined : at.offsetNanoseconds / 1_000_000);
  }
  return offsets.get(zone);
};

/** The day it is in `zone` at that moment (K-1). Plain arithmetic where the zone's offset is settled, as China's is. */
export const civilDate = (at: Instant, zone: string): CivilDate => {
  const offset = fixedOffset(zone);
  const ms = toMs(at);
  if (offset !== undefined && ms >= SAFE_MS && ms < LAST_DAY * DAY) return fromDay(Math.floor((ms + offset) / DAY));
  return zoned(at, zone).toPlainDate().toString() as CivilDate; // spelt YYYY-MM-DD by Temporal
};

/** The first moment of the day: 00:00, or later where the clocks skip midnight. */
export const startOfDay = (date: CivilDate, zone: string): Instant => {
  const offset = fixedOffset(zone);
  const day = toDay(date);
  if (offset !== undefined && day >= SAFE_DAY && day <= LAST_DAY) return fromMs(day * DAY - offset);
  return instantOf(Temporal.PlainDate.from(date).toZonedDateTime(zone));
};

/** 24:00 of the day, which is the first moment of the next. */
export const endOfDay = (date: CivilDate, zone: string): Instant => startOfDay(addDays(date, 1), zone);

/** The moment when the wall clock shows `time` (`09:00`) on that day; a time that is skipped moves on by the gap. */
export const atTime = (date: CivilDate, time: string, zone: string): Instant => {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  const day = toDay(date);
  if (hours !== undefined && fixedOffset(zone) !== undefined && day >= SAFE_DAY && day <= LAST_DAY)
    return fromMs(toMs(startOfDay(date, zone)) + Number(hours) * HOUR + Number(minutes) * MINUTE);
  return instantOf(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }));
};

/** How a moment is shown and printed: `2026-10-11T00:00:00+08:00`; milliseconds only where there are any. */
export const withOffset = (at: Instant, zone: string): string => {
  const offset = fixedOffset(zone);
  const ms = toMs(at);
  if (offset === undefined || ms < SAFE_MS || ms >= LAST_DAY * DAY)
    return zoned(at, zone).toString({ timeZoneName: "never" });
  const wall = fromMs(ms + offset).replace(/\.?0*Z$/, "");
  const minutes = Math.abs(offset) / MINUTE;
  return `${wall}${offset < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** The wall clock at that moment, `14:05`. */
export const timeOfDay = (at: Instant, zone: string): string =>
  zoned(at, zone).toPlainTime().toString({ smallestUnit: "minute" });

export const isZone = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false; // asking is the only way to learn whether a zone exists
  }
};
