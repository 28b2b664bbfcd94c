import { describe, expect, test } from "vitest";
import type { CaseEvent } from "../../../shared/case/event.ts";
import { accept } from "../../../shared/kernel/result.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { change, changeCase } from "../../../shared/record/change.ts";
import { fileCase } from "../../../shared/record/file.ts";
import { mailsOf } from "../../../shared/record/mails.ts";
import { numberOf, periodOf } from "../../../shared/record/numbering.ts";
import { inForce } from "../../../shared/record/org.ts";
import {
  complaint,
  dfa,
  dfaSource,
  photo,
  photoId,
  reporter,
  rulebook,
  sh,
  staff,
  step,
} from "../../fixtures/cases.ts";
import { invented, inventedBody, inventedSource } from "../../fixtures/invented.ts";
import { company, request, target, world } from "../../fixtures/worlds.ts";

const desk = staff("afterSales");
const inventedClocks = inventedSource().clocks as object[]; // the source is written that way
const received = sh("2026-03-10 09:30");

describe("numbers", () => {
  const numbered = (template: string, reset: string): Policy => invented({ numbering: { template, reset } });
  test.each([
    ["A-34 the month of the office, not of Greenwich", dfa, sh("2026-11-01 00:00"), 1, "2026-11-001", "2026-11"],
    ["AS-41 the last second of October", dfa, sh("2026-10-31 23:59:59"), 14, "2026-10-014", "2026-10"],
    ["without a rule the same format", invented(), sh("2026-03-01 12:00"), 7, "2026-03-007", "2026-03"],
    ["a counter wider than its run grows", dfa, sh("2026-03-01 12:00"), 1234, "2026-03-1234", "2026-03"],
    [
      "by year, with a word in it",
      numbered("投诉YYYY/NNNN", "year"),
      sh("2026-03-01 12:00"),
      5,
      "投诉2026/0005",
      "2026",
    ],
    ["by day", numbered("YYYYMMDD-NN", "day"), sh("2026-03-01 12:00"), 5, "20260301-05", "2026-03-01"],
    ["never anew", numbered("C-NNNNN", "never"), sh("2026-03-01 12:00"), 5, "C-00005", "all"],
  ])("%s", (_why, policy, at, count, number, period) => {
    expect(numberOf(policy, at, count)).toBe(number);
    expect(periodOf(policy, at)).toBe(period);
  });

  test("AS-41 each month begins with one, and no number comes twice", async () => {
    const { file, clock } = await world([dfaSource], { at: sh("2026-10-31 23:59") });
    const numbers = [];
    for (let n = 1; n <= 4; n += 1) {
      if (n === 3) clock.set(sh("2026-11-01 00:00"));
      const [first] = (await file(complaint(), n)).timeline;
      numbers.push(first?.type === "received" ? first.number : undefined);
    }
    expect(numbers).toEqual(["2026-10-001", "2026-10-002", "2026-11-001", "2026-11-002"]);
  });
});

describe("the version in force", () => {
  const ref = (version: number) => ({ id: "invented", version, hash: "h" });
  const org = company([], {
    policies: [
      { ref: ref(1), effectiveFrom: "2026-01-01" },
      { ref: ref(3), effectiveFrom: "2026-06-01" },
      { ref: ref(2), effectiveFrom: "2026-03-11" },
      { ref: ref(4), effectiveFrom: "2026-06-01" },
      { ref: { id: "other", version: 9, hash: "h" }, effectiveFrom: "2026-01-01" },
    ],
  });
  test.each([
    ["before the first there is none", "2025-12-31", undefined],
    ["from its first day", "2026-01-01", 1],
    ["the eve of the second", "2026-03-10", 1],
    ["the second, whatever the order of the list", "2026-03-11", 2],
    ["two of one day: the higher version", "2026-06-01", 4],
    ["for good", "2030-01-01", 4],
  ])("%s", (_why, date, version) => {
    expect(inForce(org, "invented", date)?.version).toBe(version);
  });

  test("AS-117 a case keeps the version of its day, on both sides of the office's midnight", async () => {
    const days = (n: number, version: number) => {
      const [clock] = inventedClocks;
      return inventedSource({
        version,
        effectiveFrom: version === 1 ? "2026-01-01" : "2026-03-11",
        clocks: [{ ...clock, within: `${n} working days` }],
      });
    };
    const { file, clock, deps } = await world([days(4, 1), days(3, 2)], { at: sh("2026-03-10 23:59") });
    const before = await file(inventedBody(), 1);
    clock.set(sh("2026-03-11 00:00"));
    const after = await file(inventedBody(), 2);
    expect([before.policy.version, after.policy.version]).toEqual([1, 2]);
    const again = await fileCase(deps, request(inventedBody(), 1));
    expect(again).toMatchObject({
      ok: true,
      value: { record: { policy: { version: 1 } }, rulebook: { policy: { clocks: [{ within: { n: 4 } }] } } },
    });
    const noted = await changeCase(deps, target(1), { do: "note", text: "x" }, { by: staff("desk") });
    expect(noted).toMatchObject({ ok: true, value: { rulebook: { policy: { version: 1 } } } });
  });
});

describe("mails that an event causes", () => {
  const common = { at: received, by: reporter } as const;
  const events: [string, CaseEvent, string[]][] = [
    [
      "the receipt is acknowledged",
      {
        ...common,
        type: "received",
        number: "1",
        locale: "en",
        contact: { name: "n", email: "a@b.example" },
        answers: {},
        damages: [],
      },
      ["7-acknowledgement-reporter"],
    ],
    ["a note is nobody's mail", { ...common, type: "noted", text: "x" }, []],
    ["nor is a photo that was kept", { ...common, type: "photoKept", photo: photo(1, 1) }, []],
    [
      "nor is one that was not kept: its sender sees it on the page",
      { ...common, type: "photoRefused", photoId: photoId(1), damage: 1, refusal: { code: "empty" } },
      [],
    ],
    [
      "a breach goes to three desks",
      { ...common, type: "breached", clock: "plan", due: received },
      ["7-breach-afterSales", "7-breach-afterSalesManager", "7-breach-operationsDirector"],
    ],
    ["a breach of a clock that nobody listens to", { ...common, type: "breached", clock: "tea", due: received }, []],
    [
      "a reminder",
      { ...common, type: "reminded", clock: "execution", due: received, threshold: received },
      ["7-reminder-afterSales"],
    ],
    ["a request for photos", { ...common, type: "evidenceAsked", missing: [] }, ["7-evidence-missing-reporter"]],
    [
      "AS-06 a request to the director",
      { ...common, type: "extensionRequested", extension: "plan-1", clock: "plan", newDue: received, reason: "x" },
      ["7-extension-request-operationsDirector"],
    ],
    [
      "and its decision to who asked",
      { ...common, type: "extensionDecided", extension: "plan-1", clock: "plan", approved: true },
      ["7-extension-decision-afterSales", "7-extension-decision-afterSalesManager"],
    ],
    [
      "a step that a notification listens to",
      { ...common, type: "step", step: "reply-plan", event: "planReplied", answers: {} },
      ["7-plan-reply-reporter"],
    ],
    [
      "a step that none listens to",
      { ...common, type: "step", step: "classify", event: "classified", answers: {} },
      [],
    ],
  ];
  test.each(events)("%s", (_why, event, ids) => {
    const mails = mailsOf(dfa, event, 7);
    expect(mails.map(({ id }) => id)).toEqual(ids);
    for (const mail of mails)
      expect(mail).toMatchObject({ about: 7, owedAt: received, state: { is: "waiting", attempts: 0 } });
  });
});

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
      error: { code: "policy-has-no-intake", policy: "invented" },
    });
    const other = { ...request(), org: company([], { id: "nobody-here" as never }).id }; // never opened
    expect(await fileCase(early.deps, other)).toEqual({ ok: false, error: { code: "no-such-org" } });
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

test("what a rulebook is made of is asked by the record's own version", () => {
  expect(rulebook(dfa).calendar.id).toBe("CN");
});
