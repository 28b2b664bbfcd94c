import { Temporal } from "temporal-polyfill";
import type { Instant } from "../kernel/instant.ts";
import { addDays, type CivilDate } from "./civil-date.ts";

/** The one place where a moment meets a wall clock. Zones are IANA names; a zone nobody knows throws a RangeError. */
const instantOf = (at: Temporal.ZonedDateTime): Instant =>
  at.toInstant().toString({ fractionalSecondDigits: 3 }) as Instant; // UTC with milliseconds and Z is how Temporal spells it

const zoned = (at: Instant, zone: string): Temporal.ZonedDateTime => Temporal.Instant.from(at).toZonedDateTimeISO(zone);

/** The day it is in `zone` at that moment (K-1). */
export const civilDate = (at: Instant, zone: string): CivilDate =>
  zoned(at, zone).toPlainDate().toString() as CivilDate; // spelt YYYY-MM-DD by Temporal

/** The first moment of the day: 00:00, or later where the clocks skip midnight. */
export const startOfDay = (date: CivilDate, zone: string): Instant =>
  instantOf(Temporal.PlainDate.from(date).toZonedDateTime(zone));

/** 24:00 of the day, which is the first moment of the next. */
export const endOfDay = (date: CivilDate, zone: string): Instant => startOfDay(addDays(date, 1), zone);

/** The moment when the wall clock shows `time` (`09:00`) on that day; a time that is skipped moves on by the gap. */
export const atTime = (date: CivilDate, time: string, zone: string): Instant =>
  instantOf(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }));

/** How a moment is shown and printed: `2026-10-11T00:00:00+08:00`; milliseconds only where there are any. */
export const withOffset = (at: Instant, zone: string): string => zoned(at, zone).toString({ timeZoneName: "never" });

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
