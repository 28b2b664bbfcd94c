import { describe, expect, test } from "vitest";
import { addDays, CivilDate } from "../../../shared/calendar/civil-date.ts";
import { atTime, endOfDay } from "../../../shared/calendar/zone.ts";
import { nameOf } from "../../../shared/digest/digest.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import source from "../../../shared/policies/compiled/property-service-inspection.json" with { type: "json" };
import { Policy } from "../../../shared/policy/policy.ts";
import { dutiesDueSoon, overdueDuties } from "../../../shared/record/digests/duties.ts";
import { memoryOrgs } from "../../../shared/record/memory.ts";
import type { ObligationRow } from "../../../shared/record/obligations/obligations.ts";
import { sh } from "../../fixtures/cases.ts";
import { memoryObligations } from "../../fixtures/obligations.ts";
import { ACME } from "../../fixtures/worlds.ts";

const policy = Policy.parse(source);
const WEEKLY = "administrator-weekly-check";
const MONDAY = CivilDate.parse("2026-03-09");

type Row = { readonly due: Instant; readonly state?: ObligationRow["state"]; readonly object?: string };

/** What a schedule asked for, as the list of its months holds it; and how it is told on a Monday at eight. */
const told = async (rows: readonly Row[], since = sh("2026-03-02 08:00")) => {
  const ending: readonly ObligationRow[] = rows.map(({ due, state = "PLANNED", object = `@${policy.id}` }, n) => {
    const day = CivilDate.parse(due.slice(0, 10)); // due at 24:00 of the office, which is 16:00 of the same day in UTC
    return { org: ACME, object, id: `${day}-${n + 1}.${WEEKLY}`, schedule: WEEKLY, day, state, due };
  });
  const obligations = {
    ...memoryObligations().store,
    ending: async ({ schedule }: { schedule: string }, month: string) =>
      ending.filter((row) => schedule === WEEKLY && row.day.startsWith(month)),
  };
  const deps = { obligations, orgs: memoryOrgs() };
  const now = atTime(MONDAY, "08:00", "Asia/Shanghai");
  const until = endOfDay(addDays(MONDAY, 6), "Asia/Shanghai");
  const asked = { org: ACME, policy, now, until, since, day: MONDAY };
  const said = async (whole: ReturnType<ReturnType<typeof overdueDuties>>) =>
    (await whole).lines.map((line) => `${nameOf(line, "en")}: ${line.what.en}`);
  return { overdue: await said(overdueDuties(deps)(asked)), due: await said(dutiesDueSoon(deps)(asked)) };
};

const CHECK = "Weekly full check by the property administrator";
const HOUSE = `The company itself: ${CHECK}`;

describe("what a digest tells of what is owed again and again", () => {
  test.each([
    { why: "at eight of the day itself it is late", due: "2026-03-09 08:00", overdue: [HOUSE], due7: [] },
    { why: "a minute later it is due", due: "2026-03-09 08:01", overdue: [], due7: [HOUSE] },
    { why: "24:00 of the seventh day is due", due: "2026-03-16 00:00", overdue: [], due7: [HOUSE] },
    { why: "a minute after it is next week's", due: "2026-03-16 00:01", overdue: [], due7: [] },
    { why: "what ended with the last digest was told then", due: "2026-03-02 08:00", overdue: [], due7: [] },
    { why: "and what ended after it was not", due: "2026-03-02 08:01", overdue: [HOUSE], due7: [] },
  ] as const)("$why ($due)", async ({ due, overdue, due7 }) => {
    expect(await told([{ due: sh(due) }])).toEqual({ overdue, due: due7 });
  });

  test("what is done, signed or waived is neither late nor due", async () => {
    const rows = (["DONE", "SIGNED", "WAIVED"] as const).flatMap((state) =>
      [sh("2026-03-09 00:00"), sh("2026-03-12 00:00")].map((due) => ({ due, state })),
    );
    expect(await told(rows)).toEqual({ overdue: [], due: [] });
  });

  test("the same of one object is one line with how often, each object by its number", async () => {
    const days = ["2026-03-10 00:00", "2026-03-11 00:00", "2026-03-12 00:00"] as const;
    const rows = [...days.map((due) => ({ due: sh(due) })), { due: sh("2026-03-12 00:00"), object: "U-1" }];
    expect((await told(rows)).due).toEqual([`${HOUSE} (3 times)`, `U-1: ${CHECK}`]);
  });
});
