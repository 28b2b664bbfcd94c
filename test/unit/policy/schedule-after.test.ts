import { describe, expect, test } from "vitest";
import type { Facts } from "../../../shared/policy/terms.ts";
import { asked, line, rows } from "./schedule-fixture.ts";

const inspected = { events: { finished: "2026-09-21T10:00:00+08:00" } };
const stations = { kind: "after", event: "finished", lengths: [{ within: "14 days" }], roll: "none" };

describe("after an event, and again (S-4, S-12)", () => {
  test("AS-98 fourteen days after the last inspection, on National Day", () => {
    expect(rows(stations, "2026-10-01", "2026-10-31", inspected).map(line)).toEqual([
      "2026-09-22…2026-10-05 → 2026-10-06T00:00",
      "2026-10-06…2026-10-19 → 2026-10-20T00:00",
    ]);
  });

  test("the same, rolled, and once", () => {
    const rolled = { ...stations, roll: "next", repeats: false };
    expect(rows(rolled, "2026-10-01", "2026-12-31", inspected).map(line)).toEqual([
      "2026-09-22…2026-10-05 → 2026-10-09T00:00",
    ]);
  });

  test("years from a leap day are each reckoned from it", () => {
    const yearly = { ...stations, lengths: [{ within: "1 year" }] };
    const list = rows(yearly, "2025-01-01", "2028-12-31", { events: { finished: "2024-02-29T10:00:00+08:00" } });
    expect(list.map(({ window }) => window[1])).toEqual(["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"]);
  });

  test("hours run from the moment", () => {
    const hourly = { kind: "after", event: "finished", lengths: [{ within: "24 hours" }], repeats: false };
    expect(rows(hourly, "2026-09-22", "2026-09-22", inspected).map(line)).toEqual([
      "2026-09-21…2026-09-22 → 2026-09-22T10:00",
    ]);
  });

  test("the same day is that day, and never again", () => {
    const rain = { kind: "after", event: "finished", lengths: [{ within: "same day" }] };
    expect(rows(rain, "2026-09-01", "2026-12-31", inspected).map(line)).toEqual([
      "2026-09-21…2026-09-21 → 2026-09-22T00:00",
    ]);
  });

  test("working days that nobody knows yet are one row, wherever that year is asked for", () => {
    const far = { kind: "after", event: "finished", lengths: [{ within: "80 working days" }] };
    const list = rows(far, "2027-01-01", "2027-03-31", inspected);
    expect(list).toMatchObject([
      { state: "CALENDAR_MISSING", year: 2027, nominalDue: undefined, effectiveDue: undefined },
    ]);
  });

  const overhaul = {
    kind: "after",
    event: "finished",
    roll: "none",
    lengths: [
      { when: { kind: "a" }, within: "8 years" },
      { when: { kind: "b", km: { over: 65 } }, within: "5 years" },
    ],
  };

  test.each<{ why: string; facts: Facts; ends: string[] }>([
    { why: "GAS-13 imported, eight years", facts: { kind: "a" }, ends: ["2034-09-21"] },
    { why: "GAS-13 domestic, five years", facts: { kind: "b", km: 66 }, ends: ["2031-09-21", "2036-09-21"] },
  ])("$why", ({ facts, ends }) => {
    const list = rows(overhaul, "2026-01-01", "2036-12-31", { ...inspected, facts });
    expect(list.map(({ window }) => window[1])).toEqual(ends);
  });

  test.each<{ why: string; facts: Facts; missingFacts: string[] }>([
    { why: "no fact", facts: {}, missingFacts: ["kind"] },
    { why: "half of them", facts: { kind: "b" }, missingFacts: ["km"] },
  ])("what is not known is asked for: $why", ({ facts, missingFacts }) => {
    expect(asked(overhaul, "2026-01-01", "2036-12-31", { ...inspected, facts })).toEqual({
      known: false,
      missingFacts,
      missingEvents: [],
    });
  });

  test("facts for which there is no length give nothing, and say so", () => {
    const given = asked(overhaul, "2026-01-01", "2036-12-31", { ...inspected, facts: { kind: "b", km: 65 } });
    expect(given).toMatchObject({ known: true, list: [], note: { en: expect.stringContaining("no length") } });
  });

  test.each([stations, { kind: "by-age", event: "finished", bands: [{ every: "1 month" }] }])(
    "an event that nobody gave is asked for: $kind",
    (rhythm) => {
      expect(asked(rhythm, "2026-01-01", "2026-12-31")).toEqual({
        known: false,
        missingFacts: [],
        missingEvents: ["finished"],
      });
    },
  );
});

describe("by age (S-15)", () => {
  const visits = {
    kind: "by-age",
    event: "finished",
    bands: [{ until: "1 year", every: "1 month" }, { every: "3 months" }],
  };
  const delivered = { events: { finished: "2025-10-31T10:00:00+08:00" } };

  test("AS-71 twelve months from the 31st, then quarters, each from the delivery", () => {
    const list = rows(visits, "2025-10-31", "2027-01-31", delivered);
    expect(list.map(({ window }) => window[1])).toEqual([
      "2025-11-30",
      "2025-12-31",
      "2026-01-31",
      "2026-02-28",
      "2026-03-31",
      "2026-04-30",
      "2026-05-31",
      "2026-06-30",
      "2026-07-31",
      "2026-08-31",
      "2026-09-30",
      "2026-10-31",
      "2027-01-31",
    ]);
    expect(list.map(({ state }) => state)).toEqual(Array(13).fill("planned"));
    expect(line(list[10] ?? expect.unreachable())).toBe("2026-09-01…2026-09-30 → 2026-10-01T00:00");
    expect(line(list[12] ?? expect.unreachable())).toBe("2026-11-01…2027-01-31 → 2027-02-01T00:00");
  });

  test("a band whose end is no multiple closes with a shorter window", () => {
    const uneven = { ...visits, bands: [{ until: "1 year", every: "5 months" }, { every: "1 year" }] };
    const list = rows(uneven, "2024-01-01", "2027-12-31", { events: { finished: "2024-03-15T10:00:00+08:00" } });
    expect(list.map(({ window }) => window)).toEqual([
      ["2024-03-16", "2024-08-15"],
      ["2024-08-16", "2025-01-15"],
      ["2025-01-16", "2025-03-15"],
      ["2025-03-16", "2026-03-15"],
      ["2026-03-16", "2027-03-15"],
    ]);
  });
});
