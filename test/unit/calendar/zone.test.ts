import { describe, expect, test } from "vitest";
import { CivilDate } from "../../../shared/calendar/civil-date.ts";
import {
  atTime,
  civilDate,
  endOfDay,
  isZone,
  startOfDay,
  timeOfDay,
  withOffset,
} from "../../../shared/calendar/zone.ts";
import { Instant } from "../../../shared/kernel/instant.ts";

const at = (said: string): Instant => Instant.parse(said);
const date = (said: string): CivilDate => CivilDate.parse(said);
const SHANGHAI = "Asia/Shanghai";

describe("Shanghai (K-1)", () => {
  test.each([
    { why: "the last second of a day", instant: "2026-03-10T15:59:59Z", on: "2026-03-10" },
    { why: "midnight begins the next", instant: "2026-03-10T16:00:00Z", on: "2026-03-11" },
  ])("$why", ({ instant, on }) => {
    expect(civilDate(at(instant), SHANGHAI)).toBe(on);
  });

  test("24:00 of a day is 00:00 of the next", () => {
    expect(endOfDay(date("2026-10-10"), SHANGHAI)).toBe("2026-10-10T16:00:00.000Z");
    expect(endOfDay(date("2026-10-10"), SHANGHAI)).toBe(startOfDay(date("2026-10-11"), SHANGHAI));
  });

  test("moments are shown with their offset, milliseconds only where there are any", () => {
    expect(withOffset(at("2026-10-10T16:00:00Z"), SHANGHAI)).toBe("2026-10-11T00:00:00+08:00");
    expect(withOffset(at("2026-10-10T16:00:00.250Z"), SHANGHAI)).toBe("2026-10-11T00:00:00.25+08:00");
    expect(timeOfDay(at("2026-10-10T01:05:00Z"), SHANGHAI)).toBe("09:05");
  });

  test("nine o'clock", () => {
    expect(atTime(date("2026-10-09"), "09:00", SHANGHAI)).toBe("2026-10-09T01:00:00.000Z");
  });
});

describe("zones whose clocks change", () => {
  test("a day may have 23 hours", () => {
    expect(startOfDay(date("2026-03-08"), "America/New_York")).toBe("2026-03-08T05:00:00.000Z");
    expect(endOfDay(date("2026-03-08"), "America/New_York")).toBe("2026-03-09T04:00:00.000Z");
  });

  test("a time that is skipped moves on by the gap", () => {
    expect(withOffset(atTime(date("2026-03-08"), "02:30", "America/New_York"), "America/New_York")).toBe(
      "2026-03-08T03:30:00-04:00",
    );
  });

  test("a day may begin after midnight", () => {
    expect(withOffset(startOfDay(date("2026-04-24"), "Africa/Cairo"), "Africa/Cairo")).toBe(
      "2026-04-24T01:00:00+03:00",
    );
  });

  test("what is no zone is known", () => {
    expect([isZone(SHANGHAI), isZone("Asia/Atlantis")]).toEqual([true, false]);
  });
});
