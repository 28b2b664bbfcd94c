import { describe, expect, test } from "vitest";
import { civilDate, withOffset } from "../../../shared/calendar/zone.ts";
import { running } from "./fixture.ts";

const SHANGHAI = "Asia/Shanghai";
const midnightAfter = (day: string): string => {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return `${next}T00:00:00+08:00`;
};

describe("days end at 24:00 and roll", () => {
  test.each([
    {
      why: "K-3 working days across National Day",
      within: "4 working days",
      from: "2026-09-29T10:00:00+08:00",
      nominal: "2026-10-10",
      effective: "2026-10-10",
      remind: "2026-10-09",
    },
    {
      why: "K-4 and K-7 calendar days into National Day (AS-38)",
      within: "15 days",
      from: "2026-09-21T10:00:00+08:00",
      nominal: "2026-10-06",
      effective: "2026-10-08",
      remind: "2026-09-30",
    },
    {
      why: "K-4 calendar days that end on a working day (AS-40)",
      within: "20 days",
      from: "2026-03-10T10:00:00+08:00",
      nominal: "2026-03-30",
      effective: "2026-03-30",
      remind: "2026-03-27",
    },
    {
      why: "K-5 weeks end on the same weekday",
      within: "2 weeks",
      from: "2026-03-11T10:00:00+08:00",
      nominal: "2026-03-25",
      effective: "2026-03-25",
      remind: "2026-03-24",
    },
    {
      why: "K-6 a month from the 31st, on a make-up Saturday that is worked",
      within: "1 month",
      from: "2026-01-31T10:00:00+08:00",
      nominal: "2026-02-28",
      effective: "2026-02-28",
      remind: "2026-02-27",
    },
    {
      why: "K-6 a year into National Day (AS-64)",
      within: "1 year",
      from: "2025-10-01T10:20:00+08:00",
      nominal: "2026-10-01",
      effective: "2026-10-08",
      remind: "2026-09-30",
    },
    {
      why: "K-7 a roll that is switched off",
      within: "15 days",
      roll: "none",
      from: "2026-09-21T10:00:00+08:00",
      nominal: "2026-10-06",
      effective: "2026-10-06",
      remind: "2026-09-30",
    },
    {
      why: "K-7 a roll backwards",
      within: "15 days",
      roll: "previous",
      from: "2026-09-21T10:00:00+08:00",
      nominal: "2026-10-06",
      effective: "2026-09-30",
      remind: "2026-09-30",
    },
    {
      why: "the hour of the start does not matter",
      within: "1 day",
      from: "2026-03-10T00:00:00+08:00",
      nominal: "2026-03-11",
      effective: "2026-03-11",
      remind: "2026-03-10",
    },
    {
      why: "the hour to remind has passed, so it is at once",
      within: "1 day",
      from: "2026-03-10T10:00:00+08:00",
      nominal: "2026-03-11",
      effective: "2026-03-11",
      remind: "2026-03-10",
    },
    {
      why: "the day to remind has passed, so it is in the morning",
      within: "1 day",
      from: "2026-09-26T10:00:00+08:00",
      nominal: "2026-09-27",
      effective: "2026-09-28",
      remind: "2026-09-27",
    },
  ])("$why", ({ within, roll, from, nominal, effective, remind }) => {
    const due = running({ within, roll }, from);
    expect(withOffset(due.nominalDue, SHANGHAI)).toBe(midnightAfter(nominal));
    expect(withOffset(due.effectiveDue, SHANGHAI)).toBe(midnightAfter(effective));
    expect(due.firstReminder && civilDate(due.firstReminder, SHANGHAI)).toBe(remind);
  });

  test("a reminder whose hour has passed on its day goes out at the start, not before", () => {
    const due = running({ within: "1 day" }, "2026-03-10T10:00:00+08:00");
    expect(due.reminders).toEqual([due.startAt]);
  });

  test("AS-80 the same day ends at its own midnight, a Saturday too", () => {
    const due = running({ within: "same day" }, "2026-07-11T10:00:00+08:00");
    expect(withOffset(due.effectiveDue, SHANGHAI)).toBe("2026-07-12T00:00:00+08:00");
    expect(due.reminders.map((at) => withOffset(at, SHANGHAI))).toEqual(["2026-07-11T17:00:00+08:00"]);
  });
});

describe("hours run through everything (K-2)", () => {
  test.each([
    {
      why: "half of the time, and two hours before",
      within: "24 hours",
      due: "2026-10-03T20:15:00+08:00",
      reminders: ["2026-10-03T08:15:00+08:00", "2026-10-03T18:15:00+08:00"],
    },
    {
      why: "four hours: both are the same moment",
      within: "4 hours",
      due: "2026-10-03T00:15:00+08:00",
      reminders: ["2026-10-02T22:15:00+08:00"],
    },
    {
      why: "three hours: the earlier one comes first",
      within: "3 hours",
      due: "2026-10-02T23:15:00+08:00",
      reminders: ["2026-10-02T21:15:00+08:00", "2026-10-02T21:45:00+08:00"],
    },
    {
      why: "two hours: nothing is sent at the start",
      within: "2 hours",
      due: "2026-10-02T22:15:00+08:00",
      reminders: ["2026-10-02T21:15:00+08:00"],
    },
    {
      why: "one hour: half of it is left",
      within: "1 hour",
      due: "2026-10-02T21:15:00+08:00",
      reminders: ["2026-10-02T20:45:00+08:00"],
    },
  ])("$why", ({ within, due, reminders }) => {
    const answer = running({ within }, "2026-10-02T20:15:00+08:00");
    expect(withOffset(answer.nominalDue, SHANGHAI)).toBe(due);
    expect(answer.effectiveDue).toBe(answer.nominalDue);
    expect(answer.reminders.map((at) => withOffset(at, SHANGHAI))).toEqual(reminders);
    expect(answer.steps).toEqual([
      { date: "2026-10-02", counts: true, why: expect.objectContaining({ en: expect.stringContaining("hour") }) },
    ]);
  });
});
