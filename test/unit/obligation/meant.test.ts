import { describe, expect, test } from "vitest";
import type { CivilDate } from "../../../shared/calendar/civil-date.ts";
import { civilDate } from "../../../shared/calendar/zone.ts";
import type { ObligationEvent } from "../../../shared/obligation/event.ts";
import { around, meantBy } from "../../../shared/obligation/meant.ts";
import { obligationOf } from "../../../shared/obligation/obligation.ts";
import { sh } from "../../fixtures/cases.ts";

const by = { kind: "inspection", id: "i-1" };
const system = { at: sh("2026-08-01 00:05"), by: { kind: "system" } } as const;

/** What is owed in a window until a due, and what happened to it. */
const owed = (from: string, to: string, due: string, ...events: ObligationEvent[]) => ({
  id: `${to}-1`,
  obligation: obligationOf([
    {
      ...system,
      type: "planned",
      slot: {
        window: [from as CivilDate, to as CivilDate],
        due: sh(due),
        waived: false,
        why: { "zh-CN": "", en: "" },
      },
    },
    ...events,
  ]),
});
const missed: ObligationEvent = { ...system, type: "missed" };
const done = (id: string): ObligationEvent => ({
  ...system,
  type: "fulfilled",
  doneAt: sh("2026-09-05 10:00"),
  proof: { kind: "inspection", id },
});

const september = (...events: ObligationEvent[]) => owed("2026-09-01", "2026-09-30", "2026-10-01 00:00", ...events);
const october = (...events: ObligationEvent[]) => owed("2026-10-01", "2026-10-31", "2026-11-01 00:00", ...events);
/** By the 5th, which National Day moves to the 8th. */
const report = (...events: ObligationEvent[]) => owed("2026-10-01", "2026-10-05", "2026-10-09 00:00", ...events);
const next = (...events: ObligationEvent[]) => owed("2026-11-01", "2026-11-05", "2026-11-06 00:00", ...events);

const meant = (all: readonly ReturnType<typeof owed>[], when: string) => {
  const at = sh(when);
  const found = meantBy(all, { at, day: civilDate(at, "Asia/Shanghai"), by });
  return typeof found === "object" ? found.id : found;
};

describe("which obligation something that was done fulfils", () => {
  test.each([
    ["the one in whose window it lies", [september(), october()], "2026-09-30 23:59", "2026-09-30-1"],
    ["at midnight the next one", [september(missed), october()], "2026-10-01 00:00", "2026-10-31-1"],
    ["none a second time", [september(missed), october(done("i-2"))], "2026-10-20 10:00", undefined],
    ["the same record none twice", [september(done("i-1")), october()], "2026-10-02 10:00", "already"],
    ["a report after its nominal day and before its due", [report()], "2026-10-08 17:00", "2026-10-05-1"],
    ["a report that is late", [report(missed), next()], "2026-10-12 09:00", "2026-10-05-1"],
    ["a report that is late, before the clock has said so", [report(), next()], "2026-10-12 09:00", "2026-10-05-1"],
    ["nothing before its window", [next()], "2026-10-12 09:00", undefined],
    ["the report due next once its window is open", [report(missed), next()], "2026-11-02 09:00", "2026-11-05-1"],
  ] as const)("%s", (_, all, when, id) => {
    expect(meant(all, when)).toBe(id);
  });
});

test("no more is read than the rhythm needs", () => {
  const day = "2026-11-15" as CivilDate;
  expect(around({ kind: "daily", times: 2, operatingDays: "all" }, day)).toEqual(["2026-11-13", "2026-11-17"]);
  expect(around({ kind: "weekday", day: 5 }, day)).toEqual(["2026-11-07", "2026-11-23"]);
});
