import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plusMs } from "../../shared/kernel/instant.ts";
import type { TallyKey, TallyStore } from "../../shared/record/tally.ts";
import { received, stores } from "./stores.ts";

describe.each(stores)("what is counted across cases: $name", ({ start }) => {
  let tallies: TallyStore;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const { orgs, stop: end } = await start();
    ({ tallies } = orgs);
    stop = end;
  });
  afterAll(() => stop());

  let made = 0;
  const fresh = (over: Partial<TallyKey> = {}): TallyKey => {
    made += 1;
    return { org: "acme-doors", policy: "p", rule: "corrective.x", subject: `s${made}`, period: "2026-Q4", ...over };
  };
  const entry = (member: string, at = received) => ({ member, at });
  const members = async (key: TallyKey) => (await tallies.read(key)).map(({ member }) => member);

  test("nobody is in what was never entered, and leaving it changes nothing", async () => {
    const key = fresh();
    expect(await tallies.read(key)).toEqual([]);
    await tallies.leave(key, "a");
    expect(await tallies.read(key)).toEqual([]);
  });

  test("who enters is in, in the order of entry; a second time, at another time, is the first", async () => {
    const key = fresh();
    expect(await tallies.enter(key, entry("b"))).toEqual({ in: true, entries: [entry("b")] });
    await tallies.enter(key, entry("a"));
    const again = await tallies.enter(key, entry("b", plusMs(received, 1000)));
    expect(again).toEqual({ in: true, entries: [entry("b"), entry("a")] });
    expect(await tallies.read(key)).toEqual([entry("b"), entry("a")]);
  });

  test("who leaves is out, and comes back as the last", async () => {
    const key = fresh();
    for (const one of ["a", "b", "c"]) await tallies.enter(key, entry(one));
    await tallies.leave(key, "a");
    await tallies.leave(key, "a");
    expect(await members(key)).toEqual(["b", "c"]);
    await tallies.enter(key, entry("a", plusMs(received, 1000)));
    expect(await members(key)).toEqual(["b", "c", "a"]);
    for (const one of ["a", "b", "c"]) await tallies.leave(key, one);
    expect(await members(key)).toEqual([]);
    expect(await tallies.enter(key, entry("d"), 1)).toMatchObject({ in: true });
  });

  test("no more are let in than there is room for; who is in already stays in", async () => {
    const key = fresh();
    await tallies.enter(key, entry("a"), 2);
    await tallies.enter(key, entry("b"), 2);
    expect(await tallies.enter(key, entry("c"), 2)).toEqual({ in: false, entries: [entry("a"), entry("b")] });
    expect(await tallies.enter(key, entry("a"), 2)).toMatchObject({ in: true });
    await tallies.leave(key, "a");
    expect(await tallies.enter(key, entry("c"), 2)).toMatchObject({ in: true });
    expect((await tallies.enter(fresh(), entry("a"), 0)).in).toBe(false);
  });

  test("of fifty who enter at once as many are let in as there is room for", async () => {
    const key = fresh();
    const all = await Promise.all(Array.from({ length: 50 }, (_, n) => tallies.enter(key, entry(`m${n}`), 3)));
    expect(all.filter((one) => one.in)).toHaveLength(3);
    expect(await members(key)).toHaveLength(3);
  });

  test("each part of a key makes another tally, also where a name is hostile", async () => {
    const key = fresh({ subject: "O'Neil #1 周敏\u0000" });
    const others = [
      { ...key, org: "other-doors" },
      { ...key, policy: "q" },
      { ...key, rule: "quota.x" },
      { ...key, subject: "O'Neil #1 周敏" },
      { ...key, period: "2027-Q1" },
    ];
    await tallies.enter(key, entry("a"));
    expect(await members(key)).toEqual(["a"]);
    for (const other of others) expect(await members(other)).toEqual([]);
  });
});
