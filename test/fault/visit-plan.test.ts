import { describe, expect, test } from "vitest";
import type { Instant } from "../../shared/kernel/instant.ts";
import { ObjectBody } from "../../shared/obligation/object.ts";
import source from "../../shared/policies/compiled/it-customer-service.json" with { type: "json" };
import { memoryOrgs } from "../../shared/record/memory.ts";
import { loadObligation, type ObligationDeps } from "../../shared/record/obligations/change.ts";
import type { ObligationRecord, ObligationStore } from "../../shared/record/obligations/obligations.ts";
import { planObject } from "../../shared/record/obligations/plan-object.ts";
import { putObject } from "../../shared/record/obligations/put-object.ts";
import { remindTogether, together, wakeObligation } from "../../shared/record/obligations/wake.ts";
import { sh, staff } from "../fixtures/cases.ts";
import { memoryObligations } from "../fixtures/obligations.ts";
import { ACME, company, settle, standing } from "../fixtures/worlds.ts";
import { killed } from "../stack/inside.ts";

const REF = { org: ACME, id: "P-1" };

/** A delivered project on the list, and nothing planned of it yet. */
const listed = async () => {
  const clock = standing(sh("2026-01-05 10:00"));
  const orgs = memoryOrgs();
  await settle(orgs, [source], company([source]));
  const { store, all: visits } = memoryObligations();
  const deps: ObligationDeps = {
    obligations: store,
    orgs,
    now: clock.now,
    pause: async () => undefined,
    draw: () => 0,
  };
  const contact = { name: "Chen" };
  const events = { delivered: "2025-10-31" };
  const body = ObjectBody.parse({ schedule: "project-visit", title: "Portal", contact, events });
  const by = staff("customerService");
  const put = await putObject(deps, { org: ACME, policy: "it-customer-service", id: "P-1", body, by });
  expect(put.ok).toBe(true);
  return { deps, clock, visits };
};

const plannedIn = (visits: ReadonlyMap<string, ObligationRecord>) =>
  [...visits.values()].map(({ id, timeline }) => [id, timeline.length]).sort();

describe("planning the visits of an object", () => {
  test.each([1, 2, 5, 10])("that is killed at its write no. %i is gone on with, and plans none twice", async (nth) => {
    const whole = await listed();
    await planObject(whole.deps, REF);
    const { deps, visits } = await listed();
    let writes = 0;
    const saveObligation: ObligationStore["saveObligation"] = (one) => {
      writes += 1;
      return writes === nth ? killed() : deps.obligations.saveObligation(one);
    };
    const dying = planObject({ ...deps, obligations: { ...deps.obligations, saveObligation } }, REF);
    await Promise.race([dying.catch(() => undefined), new Promise((dead) => setImmediate(dead))]);
    expect(visits.size).toBeLessThan(whole.visits.size);
    await planObject(deps, REF);
    expect(plannedIn(visits)).toEqual(plannedIn(whole.visits));
  });

  test("by two at a time plans each once", async () => {
    const { deps, visits } = await listed();
    await Promise.all([planObject(deps, REF), planObject(deps, REF)]);
    expect(new Set([...visits.values()].map(({ timeline }) => timeline.length))).toEqual(new Set([1]));
  });
});

test("a visit is reminded of once, and missed once, however often and late it is woken", async () => {
  const { deps, clock } = await listed();
  await planObject(deps, REF);
  const sent: Instant[] = [];
  const remind = async () => {
    sent.push(clock.now());
    return { is: "sent", messageId: "x" } as const;
  };
  const ref = { org: ACME, object: "P-1", id: "2026-01-31-1.project-visit" };
  const wake = async (at: string) => {
    clock.set(sh(at));
    const once = async () => {
      const found = await wakeObligation({ ...deps, remind }, ref);
      for (const reminder of together(found === undefined ? [] : [found]))
        await remindTogether({ ...deps, remind }, reminder);
    };
    await Promise.all([once(), once()]);
    await once();
    return (await loadObligation(deps, ref))?.record.timeline.map(({ type }) => type);
  };
  expect(await wake("2026-01-20 10:00")).toEqual(["planned"]);
  expect(await wake("2026-01-30 18:00")).toEqual(["planned", "reminded"]);
  expect(new Set(sent).size, "only at one moment").toBe(1);
  expect(await wake("2026-02-03 10:00"), "late").toEqual(["planned", "reminded", "missed"]);
});
