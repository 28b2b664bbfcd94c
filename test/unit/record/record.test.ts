import { describe, expect, test } from "vitest";
import { accept } from "../../../shared/kernel/result.ts";
import { change } from "../../../shared/record/change.ts";
import { changeCase } from "../../../shared/record/command.ts";
import { fileCase } from "../../../shared/record/file.ts";
import { complaint, dfaSource, photo, photoId, sh, staff, step } from "../../fixtures/cases.ts";
import { inventedBody, inventedSource } from "../../fixtures/invented.ts";
import { company, request, target, world } from "../../fixtures/worlds.ts";

const desk = staff("afterSales");
const received = sh("2026-03-10 09:30");

describe("filing", () => {
  test("DFA-01 a complaint is one case with its acknowledgement, woken at once", async () => {
    const { file, load } = await world();
    const record = await file();
    expect(record).toMatchObject({ version: 1, wakeAt: received, outbox: [{ template: "acknowledgement" }] });
    expect(await load()).toEqual(record);
  });

  test("the same request again finds the case it made, and uses no number", async () => {
    const { file, load, deps, org } = await world();
    const first = await file();
    expect(await file()).toEqual(first);
    expect(await load()).toEqual(first);
    expect(await deps.orgs.next(org.id, "door-factory-after-sales-2026-03")).toBe(2);
  });

  test("another body with the same key is told so", async () => {
    const { file, deps } = await world();
    await file();
    expect(await fileCase(deps, request(complaint({ orderNo: "other" })))).toEqual({
      ok: false,
      error: { code: "key-reused" },
    });
  });

  test("a form with faults stores nothing and uses no number", async () => {
    const { deps, org } = await world();
    expect(await fileCase(deps, request(complaint({ category: "9" })))).toMatchObject({
      error: { code: "bad-fields" },
    });
    expect(await deps.records.load(target())).toBeUndefined();
    expect(await deps.orgs.next(org.id, "door-factory-after-sales-2026-03")).toBe(1);
  });

  test("twenty of the same at once make one case", async () => {
    const { deps, load } = await world();
    const all = await Promise.all(Array.from({ length: 20 }, () => fileCase(deps, request())));
    const numbers = all.map((one) => (one.ok ? one.value.current.number : one.error.code));
    expect(new Set(numbers).size).toBe(1);
    expect((await load()).version).toBe(1);
  });

  test("a company without a regulation in force, without intake, and no company", async () => {
    const early = await world([dfaSource], { at: sh("2023-12-31 23:59") });
    expect(await fileCase(early.deps, request())).toEqual({ ok: false, error: { code: "no-policy-in-force" } });
    const silent = await world([inventedSource({ intake: undefined })]);
    expect(await fileCase(silent.deps, request(inventedBody()))).toEqual({
      ok: false,
      error: { code: "policy-has-no-intake", policy: "invented", policies: [] },
    });
    const other = { ...request(), org: company([], { id: "nobody-here" as never }).id }; // never opened
    expect(await fileCase(early.deps, other)).toEqual({ ok: false, error: { code: "no-such-org" } });
  });
});

describe("a company that works by several regulations", () => {
  const silent = inventedSource({ id: "silent", intake: undefined });
  const later = inventedSource({ id: "later", effectiveFrom: "2026-04-01" });
  const several = () => world([dfaSource, inventedSource(), silent, later]);

  test("files under the one asked for, each with numbers of its own", async () => {
    const { deps, file, org } = await several();
    await file();
    const filed = await fileCase(deps, { ...request(inventedBody(), 2), policy: "invented" });
    expect(filed).toMatchObject({ ok: true, value: { record: { policy: { id: "invented" } } } });
    expect(await deps.orgs.next(org.id, "invented-2026-03")).toBe(2);
    expect(await deps.orgs.next(org.id, "door-factory-after-sales-2026-03")).toBe(2);
  });

  test.each([
    ["not used", "nobody", "no-such-policy", ["door-factory-after-sales", "invented", "silent"]],
    ["without intake (AS-129)", "silent", "policy-has-no-intake", ["door-factory-after-sales", "invented"]],
    ["not in force yet", "later", "no-policy-in-force", undefined],
  ])("a policy %s is refused with those that would do", async (_why, policy, code, instead) => {
    const { deps, org } = await several();
    const refused = await fileCase(deps, { ...request(inventedBody()), policy });
    const error = refused.ok ? expect.unreachable("it was filed") : refused.error;
    expect(error.code).toBe(code);
    expect("policies" in error ? error.policies.map(({ id }) => id) : undefined).toEqual(instead);
    expect(await deps.records.load(target())).toBeUndefined();
    expect(await deps.orgs.next(org.id, "invented-2026-03")).toBe(1);
  });

  test("the same key and words under another policy are another request, even for two racing ones", async () => {
    const twin = inventedSource({ id: "twin" });
    const { deps } = await world([inventedSource(), twin]);
    const ask = (policy?: string) => fileCase(deps, { ...request(inventedBody()), policy });
    const both = await Promise.all([ask("invented"), ask("twin")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = both.flatMap((one) => (one.ok ? [one.value.record.policy.id] : []))[0];
    const again = await Promise.all([ask("invented"), ask("twin"), ask()].map(async (one) => (await one).ok));
    expect(again).toEqual([winner === "invented", winner === "twin", winner === "invented"]);
  });
});

describe("a command", () => {
  test("over the version that the caller saw; a repeat of it is still welcome afterwards", async () => {
    const { file, deps, load } = await world();
    await file();
    const accepted = await changeCase(deps, target(), step("accept", {}, "k"), { by: desk, ifVersion: 1 });
    expect(accepted).toMatchObject({ ok: true, value: { record: { version: 2 } } });
    const stale = await changeCase(deps, target(), { do: "note", text: "x" }, { by: desk, ifVersion: 1 });
    expect(stale).toEqual({ ok: false, error: { code: "overtaken", version: 2 } });
    const repeated = await changeCase(deps, target(), step("accept", {}, "k"), { by: desk, ifVersion: 1 });
    expect(repeated).toMatchObject({ ok: true, value: { record: { version: 2 } } });
    expect((await load()).version).toBe(2);
  });

  test("to a case that is not there", async () => {
    const { command } = await world();
    expect(await command(step("accept"), desk, 99)).toEqual({ ok: false, error: { code: "no-such-case" } });
  });

  test("that is overtaken every time gives up loudly", async () => {
    const { file, deps } = await world();
    await file();
    let asked = 0;
    const overtaken = { ...deps, records: { ...deps.records, save: async () => "overtaken" as const } };
    const noted = { type: "noted", at: received, by: desk, text: "x" } as const;
    const ask = () => {
      asked += 1;
      return accept({ events: [noted] });
    };
    await expect(change(overtaken, target(), ask)).rejects.toThrow("overtaken");
    expect(asked).toBeGreaterThan(50);
  });

  test("fifty at once are all obeyed, in some order, none lost and none twice", async () => {
    const { file, command, load } = await world();
    await file();
    const texts = Array.from({ length: 50 }, (_, n) => `note ${n}`);
    const all = await Promise.all(texts.map((text) => command({ do: "note", text, key: text }, desk)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    const record = await load();
    expect(record.version).toBe(51);
    const noted = record.timeline.flatMap((event) => (event.type === "noted" ? [event.text] : []));
    expect(noted.toSorted()).toEqual(texts.toSorted());
  });

  test.each([
    ["a reminder", "2026-03-13 09:00", "reminded", complaint({ category: "2-4", damages: [] })],
    ["a breach", "2026-03-17 00:01", "breached", complaint({ category: "2-4", damages: [] })],
    ["the request for photos", "2026-03-10 10:00", "evidenceAsked", complaint()],
  ])("that comes just after %s fell due does not lose it", async (_why, at, type, body) => {
    const { file, command, clock, tick, load } = await world();
    await file(body);
    await tick();
    clock.set(sh(at));
    await command({ do: "note", text: "客户来电" }, desk);
    await tick();
    expect((await load()).timeline.map((event) => event.type)).toContain(type);
  });
});

describe("photos enter once", () => {
  const kept = (n: number, damage = 1) => ({ is: "kept", photo: photo(n, damage) }) as const;
  const refused = (n: number) =>
    ({ is: "refused", photoId: photoId(n), damage: 1, refusal: { code: "empty" } }) as const;

  test.each([
    ["the same twice", [kept(1), kept(1)], ["photoKept"]],
    ["refused, then announced again", [refused(1), refused(1)], ["photoRefused"]],
    ["refused once is refused for good", [refused(1), kept(1)], ["photoRefused"]],
    [
      "two of the same content are two photos, one of them a copy",
      [kept(1), { is: "kept", photo: { ...photo(2, 1), sha256: photo(1, 1).sha256 } } as const],
      ["photoKept", "photoKept"],
    ],
    ["of a damage that the form does not describe", [kept(1, 3)], ["photoRefused"]],
    ["of the case as a whole", [kept(1, 0)], ["photoKept"]],
  ])("%s", async (_why, seen, types) => {
    const { file, photo: enter, load } = await world();
    await file();
    for (const one of seen) await enter(one);
    expect((await load()).timeline.slice(1).map(({ type }) => type)).toEqual(types);
  });

  test("of no case at all", async () => {
    const { photo: enter } = await world();
    expect(await enter(kept(1), 99)).toEqual({ ok: false, error: { code: "no-such-case" } });
  });

  test("a flood of them ends: what one case may hold is bounded, and so is what it says about the rest", async () => {
    const { file, photo: enter, load } = await world();
    await file();
    for (let n = 0; n < 420; n += 1) await enter(n % 2 === 0 ? kept(n) : refused(n));
    const before = await load();
    await enter(kept(1000));
    await enter(refused(1001));
    expect((await load()).version).toBe(before.version);
    expect(before.timeline.filter(({ type }) => type === "photoKept")).toHaveLength(200);
    expect(before.timeline.filter(({ type }) => type === "photoRefused")).toHaveLength(100);
  });
});
