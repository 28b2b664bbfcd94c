import { describe, expect, test } from "vitest";
import { asked, line, type More, nominalOf, reminderOf, rows } from "./schedule-fixture.ts";

type Row = { why: string; rhythm: object; from: string; to: string; gives: string[]; more?: More };

describe("frequencies must be kept inside their window (K-5, K-6, K-10)", () => {
  test.each<Row>([
    {
      why: "AS-32 an ISO week without a working day is waived, its neighbours are not",
      rhythm: { kind: "every", period: "week" },
      from: "2026-02-09",
      to: "2026-03-01",
      gives: [
        "2026-02-09…2026-02-15 → 2026-02-16T00:00",
        "2026-02-16…2026-02-22 → 2026-02-23T00:00 waived",
        "2026-02-23…2026-03-01 → 2026-03-02T00:00",
      ],
    },
    {
      why: "AS-32 the same week where the site never closes",
      rhythm: { kind: "every", period: "week", operatingDays: "all" },
      from: "2026-02-22",
      to: "2026-02-22",
      gives: ["2026-02-16…2026-02-22 → 2026-02-23T00:00"],
    },
    {
      why: "AS-32 a holiday Saturday is no day of a six-day week",
      rhythm: { kind: "every", period: "week", operatingDays: "monday-to-saturday" },
      from: "2026-02-22",
      to: "2026-02-22",
      gives: ["2026-02-16…2026-02-22 → 2026-02-23T00:00 waived"],
    },
    {
      why: "AS-97 and AS-122 a month",
      rhythm: { kind: "every", period: "month" },
      from: "2026-11-01",
      to: "2026-11-30",
      gives: ["2026-11-01…2026-11-30 → 2026-12-01T00:00"],
    },
    {
      why: "AS-84 quarters",
      rhythm: { kind: "every", period: "quarter" },
      from: "2026-07-01",
      to: "2026-12-31",
      gives: ["2026-07-01…2026-09-30 → 2026-10-01T00:00", "2026-10-01…2026-12-31 → 2027-01-01T00:00"],
    },
    {
      why: "AS-84 half-years",
      rhythm: { kind: "every", period: "half-year" },
      from: "2026-01-01",
      to: "2026-12-31",
      gives: ["2026-01-01…2026-06-30 → 2026-07-01T00:00", "2026-07-01…2026-12-31 → 2027-01-01T00:00"],
    },
    {
      why: "AS-108 a year",
      rhythm: { kind: "every", period: "year" },
      from: "2026-12-31",
      to: "2026-12-31",
      gives: ["2026-01-01…2026-12-31 → 2027-01-01T00:00"],
    },
    {
      why: "twice a year is two of the same window",
      rhythm: { kind: "every", period: "year", times: 2 },
      from: "2026-01-01",
      to: "2026-12-31",
      gives: Array(2).fill("2026-01-01…2026-12-31 → 2027-01-01T00:00"),
    },
    {
      why: "a window that ends outside the days asked for is not listed",
      rhythm: { kind: "every", period: "week" },
      from: "2026-02-23",
      to: "2026-02-28",
      gives: [],
    },
    {
      why: "AS-110 the fourth quarter",
      rhythm: { kind: "yearly", windows: [{ from: "10-01", to: "12-31" }] },
      from: "2025-01-01",
      to: "2026-12-31",
      gives: ["2025-10-01…2025-12-31 → 2026-01-01T00:00", "2026-10-01…2026-12-31 → 2027-01-01T00:00"],
    },
    {
      why: "A-56 spring and autumn, in order",
      rhythm: {
        kind: "yearly",
        windows: [
          { from: "09-01", to: "11-30" },
          { from: "03-01", to: "05-31" },
        ],
      },
      from: "2026-01-01",
      to: "2026-12-31",
      gives: ["2026-03-01…2026-05-31 → 2026-06-01T00:00", "2026-09-01…2026-11-30 → 2026-12-01T00:00"],
    },
    {
      why: "a winter runs over New Year, to the last of February",
      rhythm: { kind: "yearly", windows: [{ from: "12-01", to: "02-29" }] },
      from: "2024-01-01",
      to: "2026-12-31",
      gives: [
        "2023-12-01…2024-02-29 → 2024-03-01T00:00",
        "2024-12-01…2025-02-28 → 2025-03-01T00:00",
        "2025-12-01…2026-02-28 → 2026-03-01T00:00",
      ],
    },
    {
      why: "AS-95 twice a day, on days of operation",
      rhythm: { kind: "daily", times: 2 },
      from: "2026-11-13",
      to: "2026-11-16",
      gives: [
        ...Array(2).fill("2026-11-13…2026-11-13 → 2026-11-14T00:00"),
        ...Array(2).fill("2026-11-16…2026-11-16 → 2026-11-17T00:00"),
      ],
    },
    {
      why: "A-38 a site that opens on Saturdays, and closes on holidays",
      rhythm: { kind: "daily", operatingDays: "monday-to-saturday" },
      from: "2026-09-25",
      to: "2026-10-03",
      gives: [28, 29, 30].map(
        (day) => `2026-09-${day}…2026-09-${day} → 2026-${day < 30 ? `09-${day + 1}` : "10-01"}T00:00`,
      ),
    },
    {
      why: "AS-123 every day",
      rhythm: { kind: "daily", operatingDays: "all" },
      from: "2026-10-01",
      to: "2026-10-02",
      gives: ["2026-10-01…2026-10-01 → 2026-10-02T00:00", "2026-10-02…2026-10-02 → 2026-10-03T00:00"],
    },
    {
      why: "AS-37 at random inside the month",
      rhythm: { kind: "random", period: "month" },
      from: "2026-11-01",
      to: "2026-11-30",
      gives: ["2026-11-01…2026-11-30 → 2026-12-01T00:00"],
    },
    {
      why: "ITS-20 the named holidays, each day off",
      rhythm: { kind: "holidays", names: ["劳动节"] },
      from: "2026-04-01",
      to: "2026-06-30",
      gives: [1, 2, 3, 4, 5].map((n) => `2026-05-0${n}…2026-05-0${n} → 2026-05-0${n + 1}T00:00`),
    },
  ])("$why", ({ rhythm, from, to, gives, more }) => {
    expect(rows(rhythm, from, to, more).map(line)).toEqual(gives);
  });

  test("all public holidays of 2026 are 33 days off", () => {
    expect(rows({ kind: "holidays" }, "2026-01-01", "2026-12-31")).toHaveLength(33);
  });
});

describe("dates are moved off rest days (K-7, K-9)", () => {
  test.each<Row>([
    {
      why: "AS-29 the 5th lies in National Day",
      rhythm: { kind: "monthly", day: 5 },
      from: "2026-10-01",
      to: "2026-10-31",
      gives: ["2026-10-01…2026-10-05 → 2026-10-09T00:00"],
    },
    {
      why: "AS-29 and AS-48 the 10th is a make-up Saturday and stays",
      rhythm: { kind: "monthly", day: 10 },
      from: "2026-10-01",
      to: "2026-11-30",
      gives: ["2026-10-01…2026-10-10 → 2026-10-11T00:00", "2026-11-01…2026-11-10 → 2026-11-11T00:00"],
    },
    {
      why: "AS-48 a Sunday goes on to Monday",
      rhythm: { kind: "monthly", day: 10 },
      from: "2026-05-10",
      to: "2026-05-10",
      gives: ["2026-05-01…2026-05-10 → 2026-05-12T00:00"],
    },
    {
      why: "without a roll it stays",
      rhythm: { kind: "monthly", day: 10, roll: "none" },
      from: "2026-05-10",
      to: "2026-05-10",
      gives: ["2026-05-01…2026-05-10 → 2026-05-11T00:00"],
    },
    {
      why: "a roll back out of the month takes the window along",
      rhythm: { kind: "monthly", day: 1, roll: "previous" },
      from: "2026-02-01",
      to: "2026-02-28",
      gives: ["2026-01-30…2026-02-01 → 2026-01-31T00:00"],
    },
    {
      why: "AS-72 the last working day of the month",
      rhythm: { kind: "month-end" },
      from: "2026-09-01",
      to: "2026-10-31",
      gives: ["2026-09-01…2026-09-30 → 2026-10-01T00:00", "2026-10-01…2026-10-31 → 2026-10-31T00:00"],
    },
    {
      why: "AS-29 and AS-30 the 15th of the first month of the quarter",
      rhythm: { kind: "quarterly", month: 1, day: 15 },
      from: "2026-01-01",
      to: "2026-12-31",
      gives: ["01", "04", "07", "10"].map((month) => `2026-${month}-01…2026-${month}-15 → 2026-${month}-16T00:00`),
    },
    {
      why: "ITS-13 Friday, moved back before Labour Day and National Day",
      rhythm: { kind: "weekday", day: 5 },
      from: "2026-04-24",
      to: "2026-05-08",
      gives: [
        "2026-04-20…2026-04-24 → 2026-04-25T00:00",
        "2026-04-27…2026-05-01 → 2026-05-01T00:00",
        "2026-05-04…2026-05-08 → 2026-05-09T00:00",
      ],
    },
    {
      why: "ECF-03 Monday, moved on after Labour Day; none in the week of Spring Festival",
      rhythm: { kind: "weekday", day: 1 },
      from: "2026-05-04",
      to: "2026-05-04",
      gives: ["2026-05-04…2026-05-04 → 2026-05-07T00:00"],
    },
    {
      why: "K-10 a week without a working day",
      rhythm: { kind: "weekday", day: 1 },
      from: "2026-02-16",
      to: "2026-02-16",
      gives: ["2026-02-16…2026-02-16 → 2026-02-17T00:00 waived"],
    },
    {
      why: "A-40 before noon, also on the day it moves to",
      rhythm: { kind: "weekday", day: 1, before: "12:00" },
      from: "2026-09-28",
      to: "2026-10-05",
      gives: ["2026-09-28…2026-09-28 → 2026-09-28T12:00", "2026-10-05…2026-10-05 → 2026-10-08T12:00"],
    },
  ])("$why", ({ rhythm, from, to, gives }) => {
    expect(rows(rhythm, from, to).map(line)).toEqual(gives);
  });

  test.each([
    {
      why: "AS-29 nominal and effective are both kept",
      rhythm: { kind: "monthly", day: 5 },
      day: "2026-10-05",
      due: "2026-10-06T00:00",
    },
    {
      why: "AS-72 the month ends on its last day",
      rhythm: { kind: "month-end" },
      day: "2026-10-31",
      due: "2026-11-01T00:00",
    },
    {
      why: "A-40 noon",
      rhythm: { kind: "weekday", day: 1, before: "12:00" },
      day: "2026-10-05",
      due: "2026-10-05T12:00",
    },
  ])("nominal: $why", ({ rhythm, day, due }) => {
    expect(rows(rhythm, day, day).map(nominalOf)).toEqual([due]);
  });
});

describe("reminders", () => {
  test.each([
    {
      why: "AS-37 the last working day of a window",
      rhythm: { kind: "random", period: "month" },
      to: "2026-11-30",
      at: "2026-11-30T09:00",
    },
    {
      why: "of a week its Friday",
      rhythm: { kind: "every", period: "week" },
      to: "2026-11-15",
      at: "2026-11-13T09:00",
    },
    {
      why: "of a report the working day before",
      rhythm: { kind: "monthly", day: 10 },
      to: "2026-10-10",
      at: "2026-10-09T09:00",
    },
    {
      why: "the nominal day decides where it moves on",
      rhythm: { kind: "monthly", day: 5 },
      to: "2026-10-05",
      at: "2026-09-30T09:00",
    },
    {
      why: "and where it moves back, the day it moves to",
      rhythm: { kind: "month-end" },
      to: "2026-10-31",
      at: "2026-10-29T09:00",
    },
    { why: "none by the day", rhythm: { kind: "daily" }, to: "2026-11-10", at: "?" },
    { why: "none for what is waived", rhythm: { kind: "every", period: "week" }, to: "2026-02-22", at: "?" },
  ])("$why", ({ rhythm, to, at }) => {
    expect(rows(rhythm, to, to).map(reminderOf)).toEqual([at]);
  });
});

test("AS-130 a frequency that nobody stated asks for nothing and says so", () => {
  expect(asked({ kind: "unstated" }, "2026-01-01", "2026-12-31")).toEqual({
    known: true,
    list: [],
    note: { "zh-CN": "制度未规定频次", en: "frequency not stated in the regulation" },
  });
});
