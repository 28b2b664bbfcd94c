import { describe, expect, test } from "vitest";
import { asked, rows } from "./schedule-fixture.ts";

describe("plans and conditions", () => {
  const plan = { kind: "by-plan", period: "quarter", approvedBy: "clerk" };
  const from = "2026-01-01";
  const to = "2026-12-31";

  test("AS-107 and AS-126 nothing before the plan is approved, and nothing that ended before", () => {
    expect(asked(plan, from, to)).toMatchObject({
      known: true,
      list: [],
      note: { en: expect.stringContaining("clerk") },
    });
    const approved = { events: { approved: "2026-05-11T10:00:00+08:00" } };
    expect(rows(plan, from, to, approved).map(({ window }) => window[1])).toEqual([
      "2026-06-30",
      "2026-09-30",
      "2026-12-31",
    ]);
  });

  test("a monthly check under a yearly plan likewise", () => {
    const more = { schedule: { afterApprovalBy: "clerk" } };
    expect(rows({ kind: "every", period: "month" }, from, to, more)).toEqual([]);
    const approved = { ...more, events: { approved: "2026-12-01T00:00:00+08:00" } };
    expect(rows({ kind: "every", period: "month" }, from, to, approved)).toHaveLength(1);
  });

  test("a schedule that holds only for some facts", () => {
    const more = { schedule: { when: { kind: "a" } } };
    const month = { kind: "every", period: "month" };
    expect(asked(month, from, to, more)).toMatchObject({ known: false, missingFacts: ["kind"] });
    expect(asked(month, from, to, { ...more, facts: { kind: "b" } })).toMatchObject({ list: [] });
    expect(rows(month, from, to, { ...more, facts: { kind: "a" } })).toHaveLength(12);
  });

  test("AS-30 a report says what it covers (K-11)", () => {
    const duty = { is: "report", covers: "previous-quarter" };
    const [report] = rows({ kind: "quarterly", month: 1, day: 15 }, "2026-01-15", "2026-01-15", { schedule: { duty } });
    expect(report?.why.en).toBe("by 15 Jan 2026; covers Q4 2025");
    expect(report?.why["zh-CN"]).toBe("2026年1月15日前（含当日）；报告期2025年第4季度");
  });
});

describe("years without a calendar (K-12)", () => {
  test.each([
    {
      why: "a week that is not known",
      rhythm: { kind: "every", period: "week" },
      from: "2027-01-10",
      to: "2027-01-10",
    },
    { why: "a date that may be moved", rhythm: { kind: "monthly", day: 10 }, from: "2027-01-10", to: "2027-01-10" },
    { why: "a Friday", rhythm: { kind: "weekday", day: 5 }, from: "2027-01-01", to: "2027-01-01" },
    { why: "a month end", rhythm: { kind: "month-end" }, from: "2027-01-31", to: "2027-01-31" },
  ])("$why", ({ rhythm, from, to }) => {
    const [row, ...rest] = rows(rhythm, from, to);
    expect(rest).toEqual([]);
    expect(row).toMatchObject({ state: "CALENDAR_MISSING", year: 2027, effectiveDue: undefined });
    expect(row?.nominalDue).toBeDefined();
  });

  test("days of a year that is not known are one row", () => {
    expect(rows({ kind: "daily" }, "2026-12-31", "2027-03-31")).toMatchObject([
      { window: ["2026-12-31", "2026-12-31"], state: "planned" },
      { window: ["2027-01-01", "2027-03-31"], state: "CALENDAR_MISSING", year: 2027, nominalDue: undefined },
    ]);
  });

  test.each([
    {
      why: "a week that begins before",
      rhythm: { kind: "every", period: "week" },
      from: "2027-01-03",
      to: "2027-01-03",
    },
    {
      why: "what never closes",
      rhythm: { kind: "every", period: "month", operatingDays: "all" },
      from: "2027-01-31",
      to: "2027-01-31",
    },
    {
      why: "what is never moved",
      rhythm: { kind: "monthly", day: 10, roll: "none" },
      from: "2027-01-10",
      to: "2027-01-10",
    },
  ])("is no matter for $why", ({ rhythm, from, to }) => {
    expect(rows(rhythm, from, to)).toMatchObject([{ state: "planned", reminder: undefined }]);
  });
});
