import { describe, expect, test } from "vitest";
import { policyIds, publishedPolicy } from "../../infra/policy/published.ts";
import { calendarOf } from "../../shared/calendar/known.ts";
import { houseSchedules, owedOf } from "../../shared/obligation/bearer.ts";
import { asObject, houseId } from "../../shared/obligation/house.ts";
import { DutyObject } from "../../shared/obligation/object.ts";
import { obligationOf } from "../../shared/obligation/obligation.ts";
import { PlanEvent } from "../../shared/obligation/plan.ts";
import { planApprover } from "../../shared/policy/occurrences.ts";
import type { Schedule } from "../../shared/policy/schedule.ts";
import { memoryOrgs } from "../../shared/record/memory.ts";
import type { ObligationDeps } from "../../shared/record/obligations/change.ts";
import type { ObligationStore, PlanRecord } from "../../shared/record/obligations/obligations.ts";
import { planObject } from "../../shared/record/obligations/plan-object.ts";
import { sh, staff } from "../fixtures/cases.ts";
import { memoryObligations } from "../fixtures/obligations.ts";
import { ACME, company, settle, standing } from "../fixtures/worlds.ts";

const NOW = sh("2026-01-05 10:00");

const engineFor = async (id: string, plan?: PlanRecord) => {
  const published = publishedPolicy(id) ?? expect.unreachable(id);
  const orgs = memoryOrgs();
  await settle(orgs, [published.source], company([published.source]));
  const { store, all } = memoryObligations();
  const planned: ObligationStore["plan"] = async ({ schedule, year }) =>
    plan?.schedule === schedule && plan.year === year ? plan : undefined;
  const deps: ObligationDeps = {
    obligations: { ...store, plan: planned },
    orgs,
    now: standing(NOW).now,
    pause: async () => undefined,
    draw: () => 0.5,
  };
  /** How often each schedule asks for something in the year that is planned. */
  const counted = () => {
    const found = new Map<string, number>();
    for (const { schedule } of all.values()) found.set(schedule, (found.get(schedule) ?? 0) + 1);
    return found;
  };
  return { policy: published.policy, deps, all, counted };
};

const house = (policy: string): DutyObject =>
  asObject({ kind: "house", org: ACME, id: houseId(policy), version: 0, policy, wakeAt: NOW });

/** Something under one schedule that says all that its rhythm asks: an old one, so that whatever is counted is due. */
const objectUnder = (policy: string, schedule: Schedule): DutyObject => {
  const { rhythm, examples } = schedule;
  const facts = examples.find(({ gives }) => gives.length > 0)?.facts ?? {};
  const isOnce = rhythm.kind === "after" && !rhythm.repeats;
  const events = "event" in rhythm ? { [rhythm.event]: isOnce ? "2026-01-05" : "2018-06-30" } : {};
  return DutyObject.parse({
    ...{ kind: "visited", org: ACME, id: "X-1", version: 0, policy, schedule: schedule.id },
    ...{ title: "X", contact: { name: "X" }, facts, events, listedAt: NOW, changedAt: NOW, wakeAt: NOW },
  });
};

/** How often a rhythm that is no length comes in a year, roughly: fewer would be a hole in the plan. */
const atLeast = ({ rhythm }: Schedule): number => {
  switch (rhythm.kind) {
    case "daily":
      return 240 * rhythm.times;
    case "weekday":
      return 50;
    case "monthly":
    case "month-end":
      return 12;
    case "quarterly":
      return 4;
    case "every":
    case "random":
      return { week: 51, month: 12, quarter: 4, "half-year": 2, year: 1 }[rhythm.period] * rhythm.times;
    case "yearly":
      return rhythm.windows.length;
    default:
      return 1;
  }
};

const policyOf = (id: string) => publishedPolicy(id)?.policy ?? expect.unreachable(id);
const calendar = calendarOf(policyOf("it-customer-service").calendar.holidays) ?? expect.unreachable();

describe.each(policyIds())("%s", (id) => {
  test("asks of the company itself whatever needs no object, a year ahead", async () => {
    const { policy, deps, all, counted } = await engineFor(id);
    await deps.obligations.saveObject(house(id));
    await planObject(deps, { org: ACME, id: houseId(id) });
    const own = houseSchedules(policy, calendar).filter((one) => planApprover(one) === undefined);
    const few = own.filter((one) => (counted().get(one.id) ?? 0) < atLeast(one)).map((one) => one.id);
    expect(few).toEqual([]);
    expect([...counted().keys()].filter((one) => !own.some((schedule) => schedule.id === one))).toEqual([]);
    const written = [...all.values()].length;
    await planObject(deps, { org: ACME, id: houseId(id) });
    expect([...all.values()].length, "never twice").toBe(written);
  });

  test.each(policyOf(id).schedules)("$id yields what is owed, or says why not", async (schedule) => {
    const of = owedOf(policyOf(id), schedule, calendar);
    if (of === "unstated") return expect(schedule.rhythm.kind).toBe("unstated");
    if (of === "house") return;
    const object = of === "plan" ? house(id) : objectUnder(id, schedule);
    const { deps, all, counted } = await engineFor(id, approvedPlan(schedule, object.id));
    await deps.obligations.saveObject(object);
    await planObject(deps, object);
    expect(counted().get(schedule.id) ?? 0, of).toBeGreaterThanOrEqual(1);
    for (const { timeline } of all.values()) expect(obligationOf(timeline).state).toMatch(/^(PLANNED|WAIVED)$/);
  });
});

const approvedPlan = (schedule: Schedule, object: string): PlanRecord | undefined => {
  if (planApprover(schedule) === undefined) return undefined;
  const by = { at: NOW, by: staff("manager") };
  const visits = [{ object, from: "2026-03-01", to: "2026-03-31" }];
  const plan = { schedule: schedule.id, year: 2026, visits };
  return {
    ...{ kind: "visit-plan", org: ACME, policy: "x", schedule: schedule.id, year: 2026, version: 1 },
    timeline: [PlanEvent.parse({ ...by, type: "drafted", plan }), PlanEvent.parse({ ...by, type: "approved" })],
  } as PlanRecord; // its names stand in the schedule
};
