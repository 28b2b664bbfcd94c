import { describe, expect, test } from "vitest";
import type { CivilDate } from "../../../shared/calendar/civil-date.ts";
import { type DutyFormula, dutyPage, dutyParts } from "../../../shared/record/figures/duties.ts";
import type { ObligationRow } from "../../../shared/record/obligations/obligations.ts";
import { sh } from "../../fixtures/cases.ts";
import { ACME } from "../../fixtures/worlds.ts";

const day = (n: number) => `2026-11-${String(n).padStart(2, "0")}` as CivilDate;
const DUE = sh("2026-11-06 00:00");
const row = (object: string, state: ObligationRow["state"], doneAt?: string): ObligationRow => ({
  ...{ org: ACME, object, id: `${day(5)}-1.check`, schedule: "check", day: day(5), state, due: DUE },
  ...(doneAt === undefined ? {} : { doneAt: sh(doneAt) }),
});
const ROWS = [
  row("a", "DONE", "2026-11-04 10:00"),
  row("b", "DONE", "2026-11-06 00:00"), // the end is not in time
  row("c", "PLANNED"),
  row("d", "WAIVED"),
  row("e", "MISSED"),
  { ...row("f", "DONE", "2026-10-02 10:00"), day: "2026-10-31" as CivilDate },
];
const ending = async (_: object, month: string) => ROWS.filter((one) => one.day.startsWith(month));
const asked = (now: string, formula: Partial<DutyFormula> = {}) => ({
  of: { org: ACME, policy: "p" },
  formula: { is: "duties" as const, schedules: ["check"], late: false, ...formula },
  window: [day(1), day(30)] as const,
  now: sh(now),
});
const counted = async (now: string, formula?: Partial<DutyFormula>) =>
  (await dutyParts({ obligations: { ending } }, asked(now, formula))).map(({ of, numerator }) => [of[0], numerator]);

describe("a figure of duties", () => {
  test("PSI-06 counts what was done in time of all that was owed: not what was waived, nor what may still be done", async () => {
    expect(await counted("2026-11-05 12:00")).toEqual([
      ["e", 0],
      ["b", 0],
      ["a", 1],
    ]);
    expect(await counted("2026-11-06 00:00")).toEqual([
      ["e", 0],
      ["c", 0],
      ["b", 0],
      ["a", 1],
    ]);
  });

  test("IPP-29 takes what was done late for done where the regulation asks that it be done", async () => {
    expect(await counted("2026-11-07 00:00", { late: true })).toContainEqual(["b", 1]);
  });

  test("its pages hold each part once", async () => {
    const deps = { obligations: { ending } };
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await dutyPage(deps, asked("2026-11-07 00:00"), { limit: 3, cursor });
      seen.push(...page.items.map(({ of }) => of));
      if (page.cursor === undefined) break;
      cursor = page.cursor;
    }
    const all = await dutyParts(deps, asked("2026-11-07 00:00"));
    expect(seen).toEqual(all.map(({ of }) => of));
  });
});
