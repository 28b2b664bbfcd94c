import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CivilDate, fromDay, toDay } from "../../../shared/calendar/civil-date.ts";
import { calendarOf } from "../../../shared/calendar/known.ts";
import { periodOf } from "../../../shared/calendar/period.ts";
import type { Digest } from "../../../shared/policy/digest.ts";
import { digestDays, leavesOn, leftBefore } from "../../../shared/policy/digest-days.ts";

const CN = calendarOf("CN");
if (CN === undefined) throw new Error("the calendar of China is loaded");
const date = (text: string): CivilDate => CivilDate.parse(text);
type Rhythm = Pick<Digest, "every" | "on">;

describe("the day on which a digest leaves", () => {
  test.each<Rhythm & { why: string; from: string; to: string; gives: string[] }>([
    { why: "a Monday", every: "week", on: 1, from: "2026-03-02", to: "2026-03-08", gives: ["2026-03-02"] },
    { why: "no working day", every: "week", on: 1, from: "2026-02-16", to: "2026-02-22", gives: [] },
    { why: "Friday holiday", every: "week", on: 5, from: "2026-04-27", to: "2026-05-03", gives: ["2026-04-30"] },
    {
      why: "make-up Saturday",
      every: "week",
      on: 5,
      from: "2026-09-28",
      to: "2026-10-11",
      gives: ["2026-09-30", "2026-10-09"],
    },
    { why: "October", every: "month", on: 1, from: "2026-10-01", to: "2026-10-31", gives: ["2026-10-08"] },
    {
      why: "quarter",
      every: "quarter",
      on: 1,
      from: "2026-01-01",
      to: "2026-12-31",
      gives: ["2026-01-04", "2026-04-01", "2026-07-01", "2026-10-08"],
    },
    {
      why: "half-year",
      every: "half-year",
      on: 10,
      from: "2026-01-01",
      to: "2026-12-31",
      gives: ["2026-01-12", "2026-07-10"],
    },
    { why: "year", every: "year", on: 1, from: "2025-12-01", to: "2026-12-31", gives: ["2026-01-04"] },
    {
      why: "K-12 the holidays of a year are not loaded: the day of the file",
      every: "month",
      on: 1,
      from: "2031-05-01",
      to: "2031-06-30",
      gives: ["2031-05-01", "2031-06-01"],
    },
  ])("$why: $every on $on", ({ from, to, gives, ...rhythm }) => {
    expect(digestDays(CN, rhythm, [date(from), date(to)])).toEqual(gives);
  });

  test("news since the last: before a Monday stands the Monday of the week before, over a week without one too", () => {
    expect(leftBefore(CN, { every: "week", on: 1 }, date("2026-03-09"))).toBe("2026-03-02");
    expect(leftBefore(CN, { every: "week", on: 1 }, date("2026-02-24"))).toBe("2026-02-09");
    expect(leftBefore(CN, { every: "week", on: 1 }, date("2026-03-11"))).toBe("2026-03-09");
  });

  test("leaves at most once a period, inside it, and the last one before is the day before in the list", () => {
    const every = fc.constantFrom("week", "month", "quarter", "half-year", "year" as const);
    const start = fc.integer({ min: toDay(date("2025-01-01")), max: toDay(date("2026-06-30")) });
    fc.assert(
      fc.property(every, fc.integer({ min: 1, max: 7 }), start, (one, on, from) => {
        const rhythm = { every: one as Digest["every"], on };
        const days = digestDays(CN, rhythm, [fromDay(from), fromDay(from + 190)]);
        expect(new Set(days.map((day) => periodOf(day, rhythm.every)[0])).size).toBe(days.length);
        for (const [at, day] of days.entries()) {
          expect(leavesOn(CN, rhythm, day)).toBe(true);
          if (at > 0) expect(leftBefore(CN, rhythm, day)).toBe(days[at - 1]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
