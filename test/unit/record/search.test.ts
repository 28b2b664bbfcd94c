import { describe, expect, test } from "vitest";
import { OrgId } from "../../../shared/kernel/ids.ts";
import { searchCases } from "../../../shared/record/search.ts";
import type { RecordStore } from "../../../shared/record/store.ts";
import { complaint, sh, staff, step } from "../../fixtures/cases.ts";
import { company, settle, type World, world } from "../../fixtures/worlds.ts";

const clerk = staff("afterSales");

const numbersOf = async (w: World, typed: string, limit = 20): Promise<string[]> => {
  const numbers: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await searchCases(w.deps, w.org, typed, { limit, cursor });
    numbers.push(...page.found.map(({ current }) => current.number));
    ({ cursor } = page);
  } while (cursor !== undefined);
  return numbers;
};

/** Three complaints, a minute apart, with their words filed. */
const filled = async (): Promise<World> => {
  const w = await world();
  const bodies = [
    complaint(),
    complaint({
      contact: { name: "Ada Byron", email: "ada@dealer.example", phone: "13900001111" },
      orderNo: "SO-77",
      description: "rust on the lower bar, 门扇变色",
    }),
    complaint({ orderNo: "so 77", description: "变了形，门也响；call +86 139 0000 2222" }),
  ];
  for (const [n, body] of bodies.entries()) {
    w.clock.set(sh(`2026-03-10 09:3${n}`));
    await w.file(body, n + 1);
  }
  await w.tick();
  return w;
};

describe("a case is found by", () => {
  test.each([
    ["its number", "2026-03-002", ["2026-03-002"]],
    ["its reporter's telephone, however it is spelt", "139-0000-1111", ["2026-03-002"]],
    ["its reporter's address", "ADA@dealer.example", ["2026-03-002"]],
    ["the number of its order, the last received first", "SO77", ["2026-03-003", "2026-03-002"]],
    ["a word of its description", "rust", ["2026-03-002"]],
    ["the name of whoever filed it", "byron", ["2026-03-002"]],
    ["Chinese words that stand together, not their characters apart", "变形", ["2026-03-001"]],
    ["a single character", "响", ["2026-03-003"]],
    ["several words that all stand in it", "门扇 RUST", ["2026-03-002"]],
    ["what is said of one damage", "锁孔旁", ["2026-03-003", "2026-03-002", "2026-03-001"]],
    ["a telephone that stands in its text", "139 0000 2222", ["2026-03-003"]],
  ])("%s: %s", async (_why, typed, numbers) => {
    expect(await numbersOf(await filled(), typed)).toEqual(numbers);
  });

  test.each([
    ["a word that nobody said", "umbrella"],
    ["words of two cases", "rust 响"],
    ["half a word", "rus"],
    ["nothing", "  "],
    ["signs", "#%$"],
    ["a key", "ORG#acme-doors#case"],
    ["what a pattern would find", ".*"],
  ])("and not by %s", async (_why, typed) => {
    expect(await numbersOf(await filled(), typed)).toEqual([]);
  });
});

test("page by page each is found once, though it is found in several ways", async () => {
  const w = await world();
  for (let n = 1; n <= 7; n += 1) {
    w.clock.set(sh(`2026-03-10 09:3${n}`));
    await w.file(complaint({ orderNo: "77", description: n % 2 === 0 ? "number 77 again" : "so it goes" }), n);
  }
  await w.tick();
  const whole = await numbersOf(w, "77");
  expect(whole).toHaveLength(7);
  for (const limit of [1, 2, 3]) expect(await numbersOf(w, "77", limit)).toEqual(whole);
});

test("what a step corrects is found, and what was said before it still is", async () => {
  const w = await filled();
  await w.command(step("accept"), clerk, 1);
  const { timeline } = await w.load(1);
  const corrected = { ...timeline[1], step: "classify", event: "classified", answers: { orderNo: "SO-CORRECTED" } };
  // no step of this regulation corrects an order number: another's would, and its event looks like this
  const policy = await w.deps.orgs.policy(w.org.id, (await w.load(1)).policy);
  policy.workflow?.steps.find(({ id }) => id === "classify")?.sets.push("orderNo");
  const record = await w.load(1);
  await w.deps.records.save({ ...record, timeline: [...timeline, corrected as never], wakeAt: w.clock.now() });
  await w.tick();
  expect(await numbersOf(w, "so-corrected")).toEqual(["2026-03-001"]);
  expect(await numbersOf(w, "SO-2026-0117")).toEqual(["2026-03-001"]);
});

test("a company finds nothing of another", async () => {
  const w = await filled();
  const other = await settle(w.deps.orgs, undefined, company(undefined, { id: OrgId.parse("other-doors") }));
  for (const typed of ["2026-03-002", "13900001111", "SO-77", "rust"]) {
    expect((await searchCases(w.deps, other, typed, { limit: 20 })).found).toEqual([]);
  }
});

test.each(["", "x", "!!!!", "0~", "9~abc", "1~2026", "Mn4", "A".repeat(5000)])(
  "a cursor that is not ours begins somewhere and ends: %s",
  async (cursor) => {
    const w = await filled();
    await expect(searchCases(w.deps, w.org, "rust", { limit: 5, cursor })).resolves.toHaveProperty("found");
  },
);

describe("a page among many cases", () => {
  /** An index that says of one case, over and over, that it is filed under some words here and there. */
  const among = async (every: Readonly<Record<string, number>>) => {
    const w = await world();
    const one = await w.file();
    const cost = { queries: 0, loads: 0 };
    const place = (n: number) => `${String(n).padStart(6, "0")}#${one.id}`;
    const records: RecordStore = {
      ...w.deps.records,
      load: (ref) => {
        cost.loads += 1;
        return w.deps.records.load(ref);
      },
      pointed: async (_org, word, { below, limit }) => {
        cost.queries += 1;
        const step = every[word];
        const all = step === undefined ? [] : Array.from({ length: 10_000 / step }, (_, n) => place(n * step));
        return all
          .filter((one) => below === undefined || one < below)
          .slice(-limit)
          .reverse();
      },
    };
    const ask = (typed: string, cursor?: string) =>
      searchCases({ ...w.deps, records }, w.org, typed, { limit: 20, cursor });
    return { ask, cost };
  };

  test("of stale entries without end looks into a bounded number, and goes on below them", async () => {
    const { ask, cost } = await among({ "word rust": 1, "word bar": 1 });
    const first = await ask("rust bar");
    expect([first.found, cost.loads]).toEqual([[], 60]);
    expect(cost.queries).toBeLessThanOrEqual(24);
    const again = await ask("rust bar", first.cursor);
    expect([again.cursor === first.cursor, cost.loads]).toEqual([false, 120]);
  });

  test.each([2, 3, 4, 5, 6, 7, 8])("of %i words ends, however the queries divide among them", async (count) => {
    const words = Array.from({ length: count }, (_, n) => `w${n}`);
    const { ask, cost } = await among(Object.fromEntries(words.map((word, n) => [`word ${word}`, n + 61])));
    const cursors = new Set<string | undefined>();
    for (let cursor: string | undefined, pages = 0; pages < 5; pages += 1) {
      cost.queries = 0;
      ({ cursor } = await ask(words.join(" "), cursor));
      expect(cost.queries).toBeLessThanOrEqual(24);
      expect(cursors.has(cursor), "every page gets on").toBe(false);
      cursors.add(cursor);
      if (cursor === undefined) break;
    }
  });
});

describe("words are filed by the wake-up", () => {
  test("once for what was said; nothing keeps the case awake for it afterwards", async () => {
    const w = await world();
    await w.file();
    expect((await w.load()).indexed).toBe(0);
    await w.tick();
    expect((await w.load()).indexed).toBe(1);
    expect(await w.wake()).toBe(false);
  });

  test("again after a kill before the record says so, which changes nothing", async () => {
    const w = await world();
    await w.file();
    const before = await w.load();
    await w.deps.records.point(before, ["word once"]);
    await w.tick();
    await w.tick();
    expect(await numbersOf(w, "变形")).toEqual(["2026-03-001"]);
  });

  test("and one that cannot be filed holds no letter back, stays owed and is told", async () => {
    let broken = true;
    const w = await world(undefined, {
      wrap: (deps) => ({
        ...deps,
        records: {
          ...deps.records,
          point: async (...args) => {
            if (broken) throw new Error("throttled");
            await deps.records.point(...args);
          },
        },
      }),
    });
    await w.file();
    await expect(w.wake()).rejects.toThrow("throttled");
    expect(w.letters).toHaveLength(1);
    expect((await w.load()).wakeAt).toBe(sh("2026-03-10 09:30"));
    await expect(w.wake()).rejects.toThrow("throttled");
    broken = false;
    await w.tick();
    expect(await numbersOf(w, "变形")).toEqual(["2026-03-001"]);
    expect(w.letters).toHaveLength(1);
  });
});
