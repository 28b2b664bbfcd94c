import { describe, expect, test } from "vitest";
import { asked, line, nominalOf, reminderOf, rows } from "./schedule-fixture.ts";

type Row = { why: string; rhythm: object; from: string; to: string; gives: string[] };

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
