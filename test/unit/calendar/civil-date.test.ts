import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  CivilDate,
  fromDay,
  isoWeek,
  lastDayOfMonth,
  toDay,
  weekday,
} from "../../../shared/calendar/civil-date.ts";

const date = (said: string): CivilDate => CivilDate.parse(said);
const anyDay = fc.integer({ min: toDay(date("0001-01-01")), max: toDay(date("9999-12-31")) });

describe("days as numbers", () => {
  test("1970-01-01 is day 0", () => {
    expect(toDay(date("1970-01-01"))).toBe(0);
  });

  test("every day is spelt and read back, as the platform spells it", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const spelt = fromDay(day);
        expect(spelt).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
        expect(toDay(spelt)).toBe(day);
      }),
    );
  });

  test("the weekday goes round by seven", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(weekday(fromDay(day)) % 7).toBe(new Date(day * 86_400_000).getUTCDay());
      }),
    );
  });
});

describe("months and years (K-6)", () => {
  test.each([
    { why: "the corresponding day", from: "2026-03-10", n: 1, to: "2026-04-10" },
    { why: "no 31 February, so its last day", from: "2026-01-31", n: 1, to: "2026-02-28" },
    { why: "no 31 February in a leap year either", from: "2024-01-31", n: 1, to: "2024-02-29" },
    { why: "the day is not remembered as the last one", from: "2026-02-28", n: 1, to: "2026-03-28" },
    { why: "over the end of the year", from: "2026-11-30", n: 3, to: "2027-02-28" },
    { why: "half a year is six months", from: "2026-08-31", n: 6, to: "2027-02-28" },
    { why: "five years from a leap day", from: "2024-02-29", n: 60, to: "2029-02-28" },
    { why: "backwards over the new year", from: "2026-01-31", n: -2, to: "2025-11-30" },
    { why: "no months at all", from: "2026-01-31", n: 0, to: "2026-01-31" },
  ])("$why: $from + $n months", ({ from, n, to }) => {
    expect(addMonths(date(from), n)).toBe(to);
  });

  test("the last day of December", () => {
    expect(lastDayOfMonth(date("2026-12-05"))).toBe("2026-12-31");
  });

  test("days are added over months and years", () => {
    expect(addDays(date("2023-12-31"), 60)).toBe("2024-02-29");
    expect(addDays(date("2026-01-01"), -1)).toBe("2025-12-31");
  });
});

describe("ISO weeks (K-5)", () => {
  test.each([
    { why: "the week without a working day", on: "2026-02-16", year: 2026, week: 8 },
    { why: "Sunday still belongs to it", on: "2026-02-22", year: 2026, week: 8 },
    { why: "the first of January in the last week of the old year", on: "2027-01-01", year: 2026, week: 53 },
    { why: "the end of December in the first week of the new year", on: "2024-12-30", year: 2025, week: 1 },
  ])("$why: $on", ({ on, year, week }) => {
    expect(isoWeek(date(on))).toEqual({ year, week });
  });
});
