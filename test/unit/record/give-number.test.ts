import { describe, expect, test } from "vitest";
import type { Actor } from "../../../shared/case/actor.ts";
import { caseOf } from "../../../shared/case/case.ts";
import type { Deps } from "../../../shared/record/change.ts";
import { rowOf } from "../../../shared/record/columns.ts";
import { provisionalOf } from "../../../shared/record/numbering.ts";
import { rulebookOf } from "../../../shared/record/rulebook.ts";
import { sh, staff, step } from "../../fixtures/cases.ts";
import { inventedBody, inventedSource } from "../../fixtures/invented.ts";
import { ACME, caseId, type World, world } from "../../fixtures/worlds.ts";

const numbering = { template: "YYYY-MM-NNN", reset: "month", on: "answered", rules: ["INV-01"] };
const notifications = [{ on: "answered", to: ["reporter"], template: "progress" }];
const source = inventedSource({ numbering, notifications });
const desk: Actor = staff("desk");

const at = (moment: string, wrap?: (deps: Deps) => Deps) => world([source], { at: sh(moment), ...(wrap && { wrap }) });
const numberIn = async ({ load, deps }: World, n = 1): Promise<string> => {
  const record = await load(n);
  const { policy } = await rulebookOf(deps.orgs, record);
  return caseOf(policy, record.timeline).number;
};
const answer = ({ command }: World, n = 1, key?: string) => command(step("answer", {}, key), desk, n);
const find = ({ deps }: World, number: string) => deps.records.idOfNumber(ACME, "invented", number);

describe("a number that is given later (CCF-16, AS-41)", () => {
  test("until then the case is called by its id's beginning, also in lists, and found by it", async () => {
    const here = await at("2026-10-31 17:00");
    const record = await here.file(inventedBody());
    const called = provisionalOf(caseId(1));
    expect(called).toMatch(/^T-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(await numberIn(here)).toBe(called);
    expect(rowOf(await rulebookOf(here.deps.orgs, record), record).number).toBe(called);
    expect(await find(here, called)).toBe(caseId(1));
  });

  test("it is of the month of the event that gives it, and letters about that event bear it", async () => {
    const here = await at("2026-10-31 17:00");
    await here.file(inventedBody());
    here.clock.set(sh("2026-11-02 09:00"));
    await answer(here);
    expect(await numberIn(here)).toBe("2026-11-001");
    expect(await find(here, "2026-11-001")).toBe(caseId(1));
    const { outbox, timeline } = await here.load();
    const { policy } = await rulebookOf(here.deps.orgs, await here.load());
    const about = outbox.find(({ template }) => template === "progress")?.about ?? 0;
    expect(caseOf(policy, timeline.slice(0, about + 1)).number).toBe("2026-11-001");
  });

  test("its repeat gives no other, and what comes after it none at all", async () => {
    const here = await at("2026-11-02 09:00");
    await here.file(inventedBody());
    await answer(here, 1, "k");
    await answer(here, 1, "k");
    await here.command({ do: "note", text: "later" }, desk);
    expect((await here.load()).timeline.filter(({ type }) => type === "numbered")).toHaveLength(1);
    await here.file(inventedBody(), 2);
    await answer(here, 2);
    expect(await numberIn(here, 2)).toBe("2026-11-002");
  });

  test("two in the same moment get 001 and 002", async () => {
    const here = await at("2026-11-02 09:00");
    for (const n of [1, 2]) await here.file(inventedBody(), n);
    await Promise.all([answer(here, 1), answer(here, 2)]);
    expect([await numberIn(here, 1), await numberIn(here, 2)].sort()).toEqual(["2026-11-001", "2026-11-002"]);
  });

  test("who is overtaken while it takes a number goes on with that number", async () => {
    let overtake: (() => Promise<unknown>) | undefined;
    const here = await at("2026-11-02 09:00", (deps) => ({
      ...deps,
      records: {
        ...deps.records,
        save: async (record) => {
          const first = overtake;
          overtake = undefined;
          await first?.();
          return deps.records.save(record);
        },
      },
    }));
    await here.file(inventedBody());
    overtake = () => here.command({ do: "note", text: "meanwhile" }, desk);
    await answer(here);
    expect(await numberIn(here)).toBe("2026-11-001");
    expect(await here.deps.orgs.next(ACME, "invented-2026-11"), "nothing was left out").toBe(2);
  });

  test("two deliveries at once of the event leave a gap at most, never two numbers", async () => {
    const here = await at("2026-11-02 09:00");
    await here.file(inventedBody());
    await Promise.all([answer(here, 1, "k"), answer(here, 1, "k")]);
    const given = (await here.load()).timeline.filter(({ type }) => type === "numbered");
    expect(given).toHaveLength(1);
    expect(await numberIn(here)).toMatch(/^2026-11-00[12]$/);
  });

  test.each([
    ["after the counter", "next"],
    ["after the claim", "claim"],
    ["before the save", "save"],
  ] as const)("a crash %s leaves the case as it was and a gap, never a double", async (_why, where) => {
    let dies = false;
    const crash =
      <A extends unknown[], R>(does: (...args: A) => Promise<R>, here: string) =>
      async (...args: A) => {
        const done = here === "save" ? undefined : await does(...args);
        if (dies && here === where) throw new Error("killed");
        return done ?? does(...args);
      };
    const here = await at("2026-11-02 09:00", ({ orgs, records, ...rest }) => ({
      ...rest,
      orgs: { ...orgs, next: crash(orgs.next, "next") },
      records: { ...records, claim: crash(records.claim, "claim"), save: crash(records.save, "save") },
    }));
    await here.file(inventedBody());
    dies = true;
    await expect(answer(here)).rejects.toThrow("killed");
    expect(await numberIn(here)).toBe(provisionalOf(caseId(1)));
    dies = false;
    await answer(here);
    await here.file(inventedBody(), 2);
    await answer(here, 2);
    const numbers = [await numberIn(here, 1), await numberIn(here, 2)];
    expect(numbers).toEqual(["2026-11-002", "2026-11-003"]);
    expect(await Promise.all(numbers.map((number) => find(here, number)))).toEqual([caseId(1), caseId(2)]);
  });
});
