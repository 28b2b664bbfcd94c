import { describe, expect, test } from "vitest";
import shipped from "../../../shared/policies/compiled/service-quality-safety.json" with { type: "json" };
import type { Deps } from "../../../shared/record/change.ts";
import { sh, staff, step } from "../../fixtures/cases.ts";
import { type World, world } from "../../fixtures/worlds.ts";

/** The regulation as it ships, with a finding that may be corrected later. */
const source = {
  ...shipped,
  workflow: {
    ...shipped.workflow,
    steps: shipped.workflow.steps.map((one) =>
      one.id === "verify" ? { ...one, from: ["RECEIVED", "VERIFIED"] } : one,
    ),
  },
};
const body = { contact: { name: "Du Fei", email: "du@customer.example" }, category: "1-2", description: "Lost." };
const handler = staff("complaintHandler");

const judge = async ({ command, load }: World, n: number, employee: string, founded = true): Promise<void> => {
  const answers = { findings: "Looked into.", founded, employee };
  const done = await command(step("verify", answers), handler, n);
  expect(done.ok, JSON.stringify(done)).toBe(true);
  await load(n);
};
const opened = async ({ load }: World, ns: readonly number[]): Promise<readonly number[]> => {
  const found = [];
  for (const n of ns) if ((await load(n)).timeline.some(({ type }) => type === "actionOpened")) found.push(n);
  return found;
};
const filedFor = async (world: World, ns: readonly number[]): Promise<void> => {
  for (const n of ns) await world.file(body, n);
};
const SQS = { at: sh("2026-11-02 09:00") };

describe("founded complaints about one person (AS-124, A-68)", () => {
  test("what is judged is counted by the next wake-up, and a second one finds nothing to do", async () => {
    const one = await world([source], SQS);
    await filedFor(one, [1]);
    await one.tick();
    await judge(one, 1, "周敏");
    expect((await one.load(1)).wakeAt, "it is woken for it").toBe(sh("2026-11-02 09:00"));
    expect(await one.wake(1)).toBe(true);
    const { timeline, version } = await one.load(1);
    expect(timeline.at(-1)).toMatchObject({ type: "counted", place: { subject: "周敏", period: "2026-Q4" } });
    expect(await one.wake(1)).toBe(false);
    expect((await one.load(1)).version).toBe(version);
  });

  test("the third opens it, whatever the order of the wake-ups, and once", async () => {
    const one = await world([source], SQS);
    const ns = [1, 2, 3, 4, 5];
    await filedFor(one, ns);
    for (const n of ns) await judge(one, n, "周敏");
    await Promise.all([3, 1, 5, 2, 4].flatMap((n) => [one.wake(n), one.wake(n)]));
    await one.tick();
    expect(await opened(one, ns)).toHaveLength(1);
  });

  test("one that is later judged unfounded leaves the count, and the next founded one is the third", async () => {
    const one = await world([source], SQS);
    await filedFor(one, [1, 2, 3, 4]);
    for (const n of [1, 2]) await judge(one, n, "周敏");
    await one.tick();
    await judge(one, 1, "周敏", false);
    await one.tick();
    await judge(one, 3, "周敏");
    await one.tick();
    expect(await opened(one, [1, 2, 3])).toEqual([]);
    await judge(one, 4, "周敏");
    await one.tick();
    expect(await opened(one, [1, 2, 3, 4])).toEqual([4]);
  });

  test("one that turns out to be about somebody else counts there", async () => {
    const one = await world([source], SQS);
    await filedFor(one, [1, 2, 3, 4]);
    for (const n of [1, 2]) await judge(one, n, "周敏");
    await judge(one, 3, "何岚");
    await one.tick();
    await judge(one, 3, "周敏");
    await one.tick();
    expect(await opened(one, [1, 2, 3])).toEqual([3]);
    const { tallies } = one.deps.orgs;
    const key = { org: one.org.id, policy: shipped.id, rule: "corrective.frequent-complaints", period: "2026-Q4" };
    expect(await tallies.read({ ...key, subject: "何岚" })).toEqual([]);
    expect(await tallies.read({ ...key, subject: "周敏" })).toHaveLength(3);
  });

  test("the case's own period counts, however late it is judged", async () => {
    const one = await world([source], { at: sh("2026-12-31 23:59") });
    await filedFor(one, [1, 2]);
    one.clock.set(sh("2027-01-01 00:01"));
    await filedFor(one, [3]);
    for (const n of [1, 2, 3]) await judge(one, n, "周敏");
    await one.tick();
    expect(await opened(one, [1, 2, 3])).toEqual([]);
  });

  test("an action that was opened once stays the only one for that person and quarter", async () => {
    const one = await world([source], SQS);
    const ns = [1, 2, 3, 4];
    await filedFor(one, ns);
    for (const n of [1, 2, 3]) {
      await judge(one, n, "周敏");
      await one.tick();
    }
    await judge(one, 1, "周敏", false);
    await one.tick();
    await judge(one, 4, "周敏");
    await one.tick();
    expect(await opened(one, ns)).toEqual([3]);
  });
});

/** Which call of a port does not come to pass, or comes to pass and is not heard of. */
type Death = { readonly call: number; readonly when: "before" | "after" };

/** A world that dies around the n-th call to its tallies or its saves, once told to. */
const mortal = async () => {
  let death: Death | undefined;
  let calls = 0;
  const around =
    <A extends unknown[], R>(port: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      calls += 1;
      const dies = death?.call === calls;
      if (dies && death?.when === "before") throw new Error("killed");
      const answer = await port(...args);
      if (dies) throw new Error("killed");
      return answer;
    };
  const wrap = (deps: Deps): Deps => {
    const { enter, leave, read } = deps.orgs.tallies;
    return {
      ...deps,
      orgs: { ...deps.orgs, tallies: { enter: around(enter), leave: around(leave), read: around(read) } },
      records: { ...deps.records, save: around(deps.records.save) },
    };
  };
  const made = await world([source], { ...SQS, wrap });
  const dying = (at: Death | undefined): void => {
    death = at;
    calls = 0;
  };
  return { ...made, dying };
};
const deaths: readonly Death[] = [1, 2, 3, 4, 5, 6].flatMap((call) => [
  { call, when: "before" as const },
  { call, when: "after" as const },
]);

describe("killed on the way, and woken again: one training, and nobody counted who is not founded", () => {
  test.each(deaths)("$when call $call, while the third is counted", async (death) => {
    const one = await mortal();
    await filedFor(one, [1, 2, 3, 4]);
    for (const n of [1, 2]) await judge(one, n, "周敏");
    await one.tick();
    await judge(one, 3, "周敏");
    one.dying(death);
    await one.wake(3).catch(() => undefined);
    one.dying(undefined);
    await judge(one, 4, "周敏");
    await one.tick();
    expect(await opened(one, [1, 2, 3, 4])).toHaveLength(1);
    const { timeline } = await one.load(3);
    expect(timeline.filter(({ type }) => type === "counted")).toHaveLength(1);
  });

  test.each(deaths)("$when call $call, and judged unfounded before it is woken again", async (death) => {
    const one = await mortal();
    await filedFor(one, [1, 2, 3]);
    await one.tick();
    await judge(one, 1, "周敏");
    one.dying(death);
    await one.wake(1).catch(() => undefined);
    one.dying(undefined);
    await judge(one, 1, "周敏", false);
    await one.tick();
    for (const n of [2, 3]) await judge(one, n, "周敏");
    await one.tick();
    expect(await opened(one, [1, 2, 3])).toEqual([]);
    const key = { org: one.org.id, policy: shipped.id, rule: "corrective.frequent-complaints", period: "2026-Q4" };
    const counted = await one.deps.orgs.tallies.read({ ...key, subject: "周敏" });
    expect(counted.map(({ member }) => member)).toHaveLength(2);
  });
});
