import { describe, expect, test } from "vitest";
import { readWritten } from "../../infra/policy/files.ts";
import { approverOf, compensationOf } from "../../shared/policy/money.ts";
import type { Policy } from "../../shared/policy/policy.ts";
import { verdict } from "../../shared/policy/verdict.ts";
import { measuresIn, within } from "../../shared/policy/within.ts";
import { numberOf, periodOf } from "../../shared/record/numbering.ts";
import { sh } from "../fixtures/cases.ts";
import { due, minute, type RowSaid, schedule } from "./ask.ts";

const policyOf = (id: string): Policy => readWritten(id).policy ?? expect.unreachable(`${id} does not hold`);
const one = <T extends { readonly id: string }>(list: readonly T[], id: string): T =>
  list.find((found) => found.id === id) ?? expect.unreachable(`there is no ${id}`);

describe("reports that follow one another", () => {
  const october = (id: string): RowSaid =>
    schedule(`property-service-inspection ${id} --from 2026-10-01 --to 2026-10-31`)[0] ??
    expect.unreachable(`${id} is owed in October`);

  test("AS-29 collection, the month, the quarter and the quarter of all, in that order", () => {
    const chain = ["monthly-collection", "monthly-report", "quarterly-report", "hr-quarterly-report"].map(october);
    expect(chain.map(({ nominalDue }) => minute(nominalDue))).toEqual([
      "2026-10-06T00:00",
      "2026-10-11T00:00",
      "2026-10-11T00:00",
      "2026-10-16T00:00",
    ]);
    expect(chain.map(({ effectiveDue }) => minute(effectiveDue))).toEqual([
      "2026-10-09T00:00",
      "2026-10-11T00:00",
      "2026-10-11T00:00",
      "2026-10-16T00:00",
    ]);
    expect(october("monthly-report").why).toContain("September 2026");
    expect(october("quarterly-report").why).toContain("Q3 2026");
    expect(october("hr-quarterly-report").why).toContain("Q3 2026");
  });

  test("AS-30 in January the quarter before, from its departments' reports", () => {
    const line = "--from 2026-01-15 --to 2026-01-15";
    expect(schedule(`property-service-inspection hr-quarterly-report ${line}`)).toMatchObject([
      { effectiveDue: "2026-01-16T00:00:00+08:00", why: expect.stringContaining("covers Q4 2025") },
    ]);
    const { duty } = one(policyOf("property-service-inspection").schedules, "hr-quarterly-report");
    expect(duty).toMatchObject({ is: "report", covers: "previous-quarter" });
    expect(JSON.stringify(duty)).toContain("quarterly-report");
  });

  test("AS-32 a week without a working day is waived, and not where every day is worked", () => {
    const week = "--from 2026-02-16 --to 2026-02-22";
    expect(schedule(`property-service-inspection manager-weekly-check ${week}`)).toMatchObject([
      { state: "waived", window: ["2026-02-16", "2026-02-22"] },
    ]);
    const full = schedule(`property-service-inspection administrator-weekly-check ${week}`);
    expect(full.map(({ state, effectiveDue }) => [state, minute(effectiveDue)])).toEqual([
      ["planned", "2026-02-23T00:00"],
    ]);
    const completion = one(policyOf("property-service-inspection").kpis, "inspection-completion");
    expect(verdict(completion, { numerator: 0, denominator: 0 })).toEqual({ value: null, shown: null, met: null });
  });

  test("AS-108 the year's survey is owed until the year ends, with a reminder in its fourth quarter", () => {
    const rows = schedule("project-return-visit yearly-survey --from 2025-12-31 --to 2026-12-31");
    expect(rows.map(({ window, effectiveDue }) => [...window, minute(effectiveDue)])).toEqual([
      ["2025-01-01", "2025-12-31", "2026-01-01T00:00"],
      ["2026-01-01", "2026-12-31", "2027-01-01T00:00"],
    ]);
    expect(rows[1]?.reminder?.slice(0, 10)).toMatch(/^2026-1[0-2]/);
  });

  test("AS-110 forms of 12 October, with answers by 20 November, are those of the window of 2026", () => {
    const [row] = schedule("owner-satisfaction-survey owner-survey --from 2026-01-01 --to 2026-12-31");
    const [from = "", to = ""] = row?.window ?? [];
    expect(["2026-10-12", "2026-11-20"].every((day) => from <= day && day <= to)).toBe(true);
  });
});

describe("numbers and money", () => {
  test("AS-41 a form that the office accepts in November has the first number of November", () => {
    const policy = policyOf("customer-complaint-form");
    const [sent, accepted] = [sh("2026-10-31 17:00"), sh("2026-11-02 09:00")];
    expect([periodOf(policy, sent), periodOf(policy, accepted)]).toEqual(["2026-10", "2026-11"]);
    expect(numberOf(policy, sent, 14)).toBe("2026-10-014");
    expect([1, 2].map((count) => numberOf(policy, accepted, count))).toEqual(["2026-11-001", "2026-11-002"]);
  });

  test.each([
    ["5000.00", "businessManager"],
    ["5000.01", "deputyGeneralManager"],
    ["50000.00", "deputyGeneralManager"],
    ["50000.01", "generalManager"],
  ])("AS-44 %s goes to the %s, and nobody promises before", (amount, approver) => {
    const table = one(policyOf("customer-complaint-form").authority, "settlement");
    expect(approverOf(table, amount)).toBe(approver);
    expect(table.forbidsEarlierPromises).toBe(true);
  });

  test.each([
    ["AS-66 35 per cent of 2,000.00", "insured", { insured: "2000.00", percent: 35 }, "700.00"],
    ["AS-66 a total loss", "insured", { insured: "2000.00", percent: 100 }, "2000.00"],
    ["AS-67 the actual value is the most", "uninsured", { value: "500.00", claimed: "3500.00" }, "500.00"],
    ["AS-67 the lost profit", "indirect-loss", { claimed: "3000.00" }, "0.00"],
  ])("%s", (_why, id, loss, pays) => {
    const { claims } = policyOf("courier-service-quality");
    expect(compensationOf(one(claims?.compensation ?? [], id).formula, loss)).toEqual({ ok: true, value: pays });
  });

  test("AS-104 heights, spans and the closing day of a stand", () => {
    const policy = policyOf("booth-construction-entry");
    const needs = one(policy.approvals, "over-height").value?.needs ?? expect.unreachable("a height is measured");
    expect([5, 5.01].map((height) => measuresIn(needs, height))).toEqual([false, true]);
    const { items } = one(policy.checklists, "stand-limits");
    const [wood, steel] = [one(items, "wood-span").limit ?? {}, one(items, "steel-span").limit ?? {}];
    expect([within(wood, 6), within(wood, 6.1), within(steel, 8)]).toEqual([true, false, true]);
    const given = due("booth-construction-entry drawings --from 2026-03-02T09:00+08:00 --fact drawingsDue=2026-03-20");
    expect(minute(given.effectiveDue)).toBe("2026-03-21T00:00");
    expect(JSON.stringify(policy.prohibitions)).toMatch(/png/);
  });
});

describe("periods of a claim", () => {
  test.each([
    ["the last minute is in time", "2026-03-20 23:59", true],
    ["the next morning is beyond the period", "2026-03-21 09:00", false],
  ])("AS-64 %s, whenever it was delivered", (_why, at, inTime) => {
    const { effectiveDue } = due("courier-service-quality claim-window --from 2025-03-20T10:20+08:00");
    expect(Date.parse(sh(at)) <= Date.parse(effectiveDue)).toBe(inTime);
    expect(one(policyOf("courier-service-quality").clocks, "claim-window").since).toBe("sentAt");
  });

  test("AS-63 a ledger is kept at least so long: it is a retention, which reminds of nothing", () => {
    const clock = one(policyOf("courier-service-quality").clocks, "ledger-retention");
    expect(clock.kind).toBe("retention");
    const given = due("courier-service-quality ledger-retention --from 2026-02-28T23:00+08:00");
    expect([minute(given.effectiveDue), given.firstReminder]).toEqual(["2027-03-01T00:00", null]);
  });
});
