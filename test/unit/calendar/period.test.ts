import { describe, expect, test } from "vitest";
import { CivilDate } from "../../../shared/calendar/civil-date.ts";
import {
  daysOf,
  type Period,
  periodBefore,
  periodName,
  periodOf,
  periodsEnding,
} from "../../../shared/calendar/period.ts";

const day = (said: string): CivilDate => CivilDate.parse(said);

describe("periods of the wall calendar (K-5, K-6)", () => {
  test.each<{ why: string; date: string; period: Period; is: string[]; name: string }>([
    { why: "a day", date: "2026-10-10", period: "day", is: ["2026-10-10", "2026-10-10"], name: "2026-10-10" },
    {
      why: "AS-32 the week of Spring Festival",
      date: "2026-02-22",
      period: "week",
      is: ["2026-02-16", "2026-02-22"],
      name: "2026-W08",
    },
    {
      why: "a week over New Year belongs to the year of its Thursday",
      date: "2027-01-02",
      period: "week",
      is: ["2026-12-28", "2027-01-03"],
      name: "2026-W53",
    },
    { why: "a leap February", date: "2024-02-11", period: "month", is: ["2024-02-01", "2024-02-29"], name: "2024-02" },
    {
      why: "the third quarter",
      date: "2026-09-30",
      period: "quarter",
      is: ["2026-07-01", "2026-09-30"],
      name: "2026-Q3",
    },
    {
      why: "the first half",
      date: "2026-06-30",
      period: "half-year",
      is: ["2026-01-01", "2026-06-30"],
      name: "2026-H1",
    },
    {
      why: "the second half",
      date: "2026-07-01",
      period: "half-year",
      is: ["2026-07-01", "2026-12-31"],
      name: "2026-H2",
    },
    { why: "a year", date: "2026-05-05", period: "year", is: ["2026-01-01", "2026-12-31"], name: "2026" },
  ])("$why", ({ date, period, is, name }) => {
    expect(periodOf(day(date), period)).toEqual(is);
    expect(periodName(periodOf(day(date), period), period)).toBe(name);
  });

  test.each<[string, Period, string[]]>([
    ["2026-01-15", "quarter", ["2025-10-01", "2025-12-31"]],
    ["2026-03-31", "month", ["2026-02-01", "2026-02-28"]],
    ["2026-10-05", "week", ["2026-09-28", "2026-10-04"]],
  ])("K-11 before %s, one %s earlier", (date, period, is) => {
    expect(periodBefore(day(date), period)).toEqual(is);
  });

  test("periods are listed by the day they end on", () => {
    expect(periodsEnding(day("2026-01-31"), day("2026-03-30"), "month").map(([, end]) => end)).toEqual([
      "2026-01-31",
      "2026-02-28",
    ]);
    expect(daysOf([day("2026-02-27"), day("2026-03-01")])).toEqual(["2026-02-27", "2026-02-28", "2026-03-01"]);
  });
});
