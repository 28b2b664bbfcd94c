import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { addDays, CivilDate } from "../../../shared/calendar/civil-date.ts";
import { atTime, civilDate, startOfDay, withOffset } from "../../../shared/calendar/zone.ts";
import { Instant } from "../../../shared/kernel/instant.ts";

/** Zones that are settled since before 2000, that settled later, and that change twice a year. */
const zone = fc.constantFrom(
  "Asia/Shanghai",
  "Asia/Tokyo",
  "Asia/Kolkata",
  "Asia/Kathmandu",
  "Asia/Pyongyang",
  "Europe/Istanbul",
  "Europe/Berlin",
  "America/New_York",
  "America/St_Johns",
  "Australia/Lord_Howe",
  "Africa/Casablanca",
  "Pacific/Apia",
  "UTC",
);
const instant = fc
  .date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2199-12-31T00:00:00Z"), noInvalidDate: true })
  .map((at) => Instant.parse(at.toISOString()));
const date = fc.integer({ min: 0, max: 109_000 }).map((days) => addDays(CivilDate.parse("1900-01-01"), days));
const minute = fc.integer({ min: 0, max: 1439 }).map((at) => {
  const two = (n: number): string => `${n}`.padStart(2, "0");
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
});

const spelt = (at: Temporal.ZonedDateTime): string => at.toInstant().toString({ fractionalSecondDigits: 3 });

test("a day, its beginning and an hour of it are what Temporal says, in zones that are settled and that are not", () => {
  fc.assert(
    fc.property(zone, instant, date, minute, (timeZone, at, day, time) => {
      const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
      const plain = Temporal.PlainDate.from(day);
      expect(civilDate(at, timeZone)).toBe(zoned.toPlainDate().toString());
      expect(withOffset(at, timeZone)).toBe(zoned.toString({ timeZoneName: "never" }));
      expect(startOfDay(day, timeZone)).toBe(spelt(plain.toZonedDateTime(timeZone)));
      expect(atTime(day, time, timeZone)).toBe(spelt(plain.toZonedDateTime({ timeZone, plainTime: time })));
    }),
    { numRuns: 1000 },
  );
});

test.each(["1999-12-31", "2000-01-01", "2000-01-02", "2000-01-03", "9999-12-29", "9999-12-30"])(
  "and so it is where the short way begins and ends: %s",
  (said) => {
    const day = CivilDate.parse(said);
    for (const timeZone of ["Asia/Shanghai", "Pacific/Kiritimati", "UTC"]) {
      const begins = Temporal.PlainDate.from(day).toZonedDateTime(timeZone);
      expect(startOfDay(day, timeZone)).toBe(spelt(begins));
      expect(civilDate(Instant.parse(spelt(begins)), timeZone)).toBe(said);
      expect(civilDate(Instant.parse(spelt(begins.subtract({ milliseconds: 1 }))), timeZone)).toBe(addDays(day, -1));
    }
  },
);
