import { describe, expect, test } from "vitest";
import { line, type More, rows } from "./schedule-fixture.ts";

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
