import { describe, expect, test } from "vitest";
import { withOffset } from "../../../shared/calendar/zone.ts";
import { ask, running } from "./fixture.ts";

const SHANGHAI = "Asia/Shanghai";

describe("what is not known is said (K-12)", () => {
  test("working days into next year", () => {
    const { due } = ask({ within: "4 working days" }, "2026-12-29T10:00:00+08:00");
    expect(due).toMatchObject({ state: "CALENDAR_MISSING", year: 2027, grade: "binding" });
    expect(due).not.toHaveProperty("nominalDue");
  });

  test("calendar days into next year: only the roll is open", () => {
    const { due } = ask({ within: "10 days" }, "2026-12-29T10:00:00+08:00");
    expect(due).toMatchObject({ state: "CALENDAR_MISSING", year: 2027, nominalDue: "2027-01-08T16:00:00.000Z" });
  });

  test("without a roll a far day is known, its reminder is not", () => {
    const due = running({ within: "5 years", roll: "none" }, "2026-02-28T10:00:00+08:00");
    expect(withOffset(due.effectiveDue, SHANGHAI)).toBe("2031-03-01T00:00:00+08:00");
    expect(due.reminders).toEqual([]);
    expect(due.firstReminder).toBeUndefined();
  });

  test("hours need no calendar", () => {
    expect(running({ within: "24 hours" }, "2026-12-31T20:00:00+08:00").state).toBe("RUNNING");
  });
});

describe("whether a clock exists", () => {
  const near = { within: "24 hours", when: { kind: "a", km: { upTo: 100 } } };
  const bands = {
    bands: {
      fact: "km",
      of: [
        { upTo: 300, within: "24 hours" },
        { over: 300, within: "2 days" },
      ],
    },
  };
  const from = "2026-03-10T10:00:00+08:00";

  test("facts that are not known yet are named", () => {
    expect(ask(near, from).due).toEqual({ applies: "unknown", missingFacts: ["kind", "km"] });
    expect(ask(near, from, { kind: "a" }).due).toEqual({ applies: "unknown", missingFacts: ["km"] });
    expect(ask(bands, from).due).toEqual({ applies: "unknown", missingFacts: ["km"] });
  });

  test("one fact that fails decides, whatever the others are", () => {
    expect(ask(near, from, { kind: "b" }).due).toEqual({
      applies: false,
      why: { "zh-CN": "仅适用于种类为甲且路程不超过100公里", en: "only when kind is first and distance up to 100 km" },
    });
  });

  test("the band is said, and is the first step", () => {
    const due = running(bands, from, { km: 300.1 });
    expect(due.band).toEqual({ "zh-CN": "路程超过300公里", en: "distance over 300 km" });
    expect(due.steps[0]).toEqual({ date: "2026-03-10", counts: false, why: due.band, part: "band" });
    expect(withOffset(due.effectiveDue, SHANGHAI)).toBe("2026-03-13T00:00:00+08:00");
  });

  test("a value in no band has no clock, and says so", () => {
    const gap = {
      bands: {
        fact: "km",
        of: [
          { upTo: 300, within: "24 hours" },
          { over: 400, within: "2 days" },
        ],
      },
    };
    expect(ask(gap, from, { km: 350 }).due).toMatchObject({
      applies: false,
      why: { en: "distance 350 km is in no band" },
    });
  });
});
