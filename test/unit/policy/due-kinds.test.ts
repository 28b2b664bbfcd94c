import { describe, expect, test } from "vitest";
import { withOffset } from "../../../shared/calendar/zone.ts";
import { explain } from "../../../shared/policy/explain.ts";
import { ask, running } from "./fixture.ts";

const SHANGHAI = "Asia/Shanghai";
const shown = (all: readonly string[]): string[] => all.map((at) => withOffset(at as never, SHANGHAI)); // instants, each

describe("a promise ends when it was promised, on a rest day too", () => {
  const from = "2026-11-10T09:00:00+08:00";

  test("AS-82 a promised moment, with its reminders half-way and two hours before", () => {
    const due = running({ until: "takenAt", renewable: true }, from, { takenAt: "2026-11-12T15:00:00+08:00" });
    expect(shown([due.nominalDue, due.effectiveDue])).toEqual(Array(2).fill("2026-11-12T15:00:00+08:00"));
    expect(shown(due.reminders)).toEqual(["2026-11-11T12:00:00+08:00", "2026-11-12T13:00:00+08:00"]);
    expect(due.steps.map(({ date, counts }) => [date, counts])).toEqual([
      ["2026-11-10", false],
      ["2026-11-12", true],
    ]);
  });

  test("A-67 the closing date of an event means its end, and is not moved off National Day", () => {
    const due = running({ until: "closingDay" }, "2026-09-21T10:00:00+08:00", { closingDay: "2026-10-02" });
    expect(shown([due.nominalDue, due.effectiveDue])).toEqual(Array(2).fill("2026-10-03T00:00:00+08:00"));
    expect(shown(due.reminders)).toEqual(["2026-09-30T09:00:00+08:00"]);
  });

  test("a date of a year without a calendar is known, its reminder is not", () => {
    const due = running({ until: "closingDay" }, "2026-09-21T10:00:00+08:00", { closingDay: "2027-03-02" });
    expect(withOffset(due.effectiveDue, SHANGHAI)).toBe("2027-03-03T00:00:00+08:00");
    expect(due.firstReminder).toBeUndefined();
  });

  test("a promise that lies behind its start is due all the same, and reminds of nothing", () => {
    const due = running({ until: "takenAt" }, from, { takenAt: "2026-11-01T15:00:00+08:00" });
    expect(withOffset(due.effectiveDue, SHANGHAI)).toBe("2026-11-01T15:00:00+08:00");
    expect(due.reminders).toEqual([]);
  });

  test("so does a closing day that was over before", () => {
    const due = running({ until: "closingDay" }, from, { closingDay: "2026-11-02" });
    expect(withOffset(due.effectiveDue, SHANGHAI)).toBe("2026-11-03T00:00:00+08:00");
    expect(due.reminders).toEqual([]);
  });

  test.each([[{}], [{ closingDay: "soon" }]])("what nobody promised, %j, is asked for", (facts) => {
    expect(ask({ until: "closingDay" }, from, facts).due).toEqual({ applies: "unknown", missingFacts: ["closingDay"] });
  });

  test("is explained", () => {
    const { policy, due } = ask({ until: "takenAt" }, from, { takenAt: "2026-11-12T15:00:00+08:00" });
    expect(explain(due, "en", policy)).toEqual([
      "Start: 10 Nov 2026 09:00",
      "10 Nov the day it starts, not counted",
      "12 Nov taken as given",
      "Due: 12 Nov 2026 15:00",
    ]);
  });
});

describe("what must be kept at least so long (C-R)", () => {
  const kept = { kind: "retention", within: "1 year" };

  test("AS-63 an entry settled on the last of February, without rolling and without reminding", () => {
    const due = running(kept, "2026-02-28T10:00:00+08:00");
    expect(shown([due.nominalDue, due.effectiveDue])).toEqual(Array(2).fill("2027-03-01T00:00:00+08:00"));
    expect(due.reminders).toEqual([]);
  });

  test("that ends on a holiday is over on that holiday", () => {
    const due = running(kept, "2025-10-01T10:00:00+08:00");
    expect(withOffset(due.effectiveDue, SHANGHAI)).toBe("2026-10-02T00:00:00+08:00");
  });
});
