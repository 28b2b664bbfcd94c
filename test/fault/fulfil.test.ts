import { describe, expect, test } from "vitest";
import { ObjectBody } from "../../shared/obligation/object.ts";
import { obligationOf } from "../../shared/obligation/obligation.ts";
import source from "../../shared/policies/compiled/gas-network-after-sales.json" with { type: "json" };
import { memoryOrgs } from "../../shared/record/memory.ts";
import type { ObligationDeps } from "../../shared/record/obligations/change.ts";
import { type Fulfilment, fulfil } from "../../shared/record/obligations/fulfil.ts";
import type { ObligationStore } from "../../shared/record/obligations/obligations.ts";
import { planObject } from "../../shared/record/obligations/plan-object.ts";
import { putObject } from "../../shared/record/obligations/put-object.ts";
import { sh, staff } from "../fixtures/cases.ts";
import { memoryObligations } from "../fixtures/obligations.ts";
import { ACME, company, settle, standing } from "../fixtures/worlds.ts";
import { killed } from "../stack/inside.ts";

const REF = { org: ACME, id: "S-1" };

/** A station that was last inspected on Monday 2026-09-21, planned (AS-98). */
const station = async () => {
  const clock = standing(sh("2026-09-22 10:00"));
  const orgs = memoryOrgs();
  await settle(orgs, [source], company([source]));
  const { store, all } = memoryObligations();
  const deps: ObligationDeps = {
    obligations: store,
    orgs,
    now: clock.now,
    pause: async () => undefined,
    draw: () => 0,
  };
  const body = ObjectBody.parse({
    schedule: "station-inspection",
    title: "Station 1",
    contact: { name: "Keeper" },
    events: { lastInspected: "2026-09-21" },
  });
  const put = { org: ACME, policy: source.id, id: "S-1", body, by: staff("inspector") };
  expect((await putObject(deps, put)).ok).toBe(true);
  await planObject(deps, REF);
  const states = () =>
    [...all.values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, timeline }) => [id.slice(0, 10), obligationOf(timeline)] as const)
      .filter(([, { dropped }]) => dropped !== true)
      .slice(0, 3)
      .map(([day, { state }]) => `${day} ${state}`);
  return { deps, clock, states };
};

const inspected = (when: string, id = "i-1"): Fulfilment => ({
  org: ACME,
  policy: source.id,
  schedule: "station-inspection",
  object: "S-1",
  at: sh(when),
  by: { kind: "inspection", id },
});

describe("an inspection does what was owed", () => {
  test("AS-98 within fourteen days, and the next is counted from it", async () => {
    const { deps, clock, states } = await station();
    expect(states()).toEqual(["2026-10-05 PLANNED", "2026-10-19 PLANNED", "2026-11-02 PLANNED"]);
    clock.set(sh("2026-10-01 16:00"));
    expect(await fulfil(deps, inspected("2026-10-01 15:00"))).toBe("done");
    await planObject(deps, REF);
    expect(states()).toEqual(["2026-10-05 DONE", "2026-10-15 PLANNED", "2026-10-29 PLANNED"]);
  });

  test("once, however often, late and side by side it is said", async () => {
    const { deps, clock, states } = await station();
    clock.set(sh("2026-10-01 16:00"));
    const said = () => fulfil(deps, inspected("2026-10-01 15:00"));
    expect((await Promise.all([said(), said()])).toSorted()).toEqual(["already", "done"]);
    clock.set(sh("2026-10-09 10:00"));
    await planObject(deps, REF);
    expect(await said()).toBe("already");
    expect(states()).toEqual(["2026-10-05 DONE", "2026-10-15 PLANNED", "2026-10-29 PLANNED"]);
  });

  test("as well when it died before the next was counted from it", async () => {
    const { deps, clock, states } = await station();
    clock.set(sh("2026-10-01 16:00"));
    const saveObject: ObligationStore["saveObject"] = () => killed();
    const dying = fulfil({ ...deps, obligations: { ...deps.obligations, saveObject } }, inspected("2026-10-01 15:00"));
    await Promise.race([dying.catch(() => undefined), new Promise((dead) => setImmediate(dead))]);
    expect(await fulfil(deps, inspected("2026-10-01 15:00"))).toBe("already");
    await planObject(deps, REF);
    expect(states()).toEqual(["2026-10-05 DONE", "2026-10-15 PLANNED", "2026-10-29 PLANNED"]);
  });

  test("and nothing where nobody owed it", async () => {
    const { deps } = await station();
    expect(await fulfil(deps, { ...inspected("2026-09-22 09:00"), schedule: "valve-overhaul" })).toBe("nothing");
    expect(await fulfil(deps, { ...inspected("2026-09-22 09:00"), object: "S-2" })).toBe("nothing");
  });
});
