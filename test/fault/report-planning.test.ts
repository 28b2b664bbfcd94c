import { describe, expect, test } from "vitest";
import { HOUR, type Instant, MINUTE, plusMs } from "../../shared/kernel/instant.ts";
import doors from "../../shared/policies/compiled/door-factory-after-sales.json" with { type: "json" };
import park from "../../shared/policies/compiled/industrial-park-property.json" with { type: "json" };
import { memoryOrgs } from "../../shared/record/memory.ts";
import type { ReportRecord } from "../../shared/record/reports/reports.ts";
import type { ReportWaker } from "../../shared/record/reports/wake.ts";
import { reportsWaker } from "../../shared/runtime/waking-reports.ts";
import { sh } from "../fixtures/cases.ts";
import { memoryKept } from "../fixtures/kept.ts";
import { type ACME, company, settle, standing } from "../fixtures/worlds.ts";

const BEGIN = sh("2026-03-02 10:00");

const world = async (sources: readonly unknown[]) => {
  const clock = standing(BEGIN);
  const orgs = memoryOrgs();
  await settle(orgs, sources, company(sources));
  const { store, all } = memoryKept<ReportRecord>();
  let looks = 0;
  const org = (id: string) => {
    looks += 1;
    return orgs.org(id);
  };
  const reports = { ...store, due: async () => ({ refs: [], next: undefined }) }; // what is due is compiled elsewhere
  const deps = { orgs: { ...orgs, org }, reports, now: clock.now } as unknown as ReportWaker["deps"];
  const never = async () => expect.unreachable("nothing is due");
  const fire = reportsWaker({ deps, post: never, fulfilled: never });
  const at = async (now: Instant) => {
    clock.set(now);
    return fire();
  };
  return { orgs, at, planned: () => all().map(({ id }) => id), looks: () => looks };
};

describe("planning reports", () => {
  test("is done when a process begins and once an hour: the minutes between cost no look at a company", async () => {
    const { at, looks } = await world([doors]);
    for (let minute = 0; minute < 60; minute += 1) await at(plusMs(BEGIN, minute * MINUTE));
    expect(looks()).toBe(1);
    await at(plusMs(BEGIN, HOUR));
    expect(looks()).toBe(2);
  });

  test("that has just seen everything owes nothing for a day; a while later it may not know of a change", async () => {
    const { at } = await world([doors]);
    expect(await at(BEGIN)).toEqual({ woken: 0, failed: 0, idleUntil: plusMs(BEGIN, 24 * HOUR) });
    expect(await at(plusMs(BEGIN, MINUTE))).toMatchObject({ idleUntil: plusMs(BEGIN, HOUR) });
  });

  test("within the hour knows of a regulation that a company took up: what is made today, and two days ahead", async () => {
    const { orgs, at, planned } = await world([doors]);
    await at(BEGIN);
    await settle(orgs, [park], company([doors, park]));
    await at(plusMs(BEGIN, MINUTE));
    expect(planned()).toEqual([]);
    expect((await at(plusMs(BEGIN, HOUR))).woken).toBeGreaterThan(0);
    expect(planned().filter((id) => id.includes("daily-report"))).toHaveLength(3);
  });

  test("that failed for one company is done for the others, and again the next minute", async () => {
    const { orgs, at, planned, looks } = await world([park]);
    await orgs.putOrg({ ...company([doors]), id: "zz-broken" as typeof ACME }); // it never published what it names
    expect(await at(BEGIN)).toMatchObject({ failed: 1 });
    const before = planned();
    expect(before.length).toBeGreaterThan(0);
    const looked = looks();
    expect(await at(plusMs(BEGIN, MINUTE))).toMatchObject({ failed: 1 });
    expect([planned(), looks()]).toEqual([before, looked + 2]);
  });
});
