import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tableFigures } from "../../shared/aws/figures.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import type { FigureRow, FigureStore, KeptPart } from "../../shared/record/figures/figures.ts";
import { memoryFigures } from "../../shared/record/figures/memory.ts";
import { partsIn, sumIn } from "../../shared/record/figures/sum.ts";
import { caseIdText, sh, staff } from "../fixtures/cases.ts";
import { ACME } from "../fixtures/worlds.ts";
import { createTable, dynamos } from "./stand-ins.ts";

const stores = [
  { name: "memory", start: async () => ({ figures: memoryFigures(), stop: async () => undefined }) },
  ...dynamos.map(({ name, start }) => ({
    name,
    start: async () => {
      const { client, stop } = await start();
      await createTable(client, "figures");
      return { figures: tableFigures(client, "figures"), stop };
    },
  })),
];

const POLICY = "bus-maker-after-sales";
const key = (kpi: string, period = "2026-10") => ({ org: ACME, policy: POLICY, kpi, period });
const part = (kpi: string, n: number, at: string, over: Partial<KeptPart> = {}): KeptPart => ({
  ...{ kpi, period: "2026-10", of: caseIdText(n), member: "arrival-1", at: sh(at), numerator: 1, denominator: 1 },
  ...over,
});
const ofOrg = { org: ACME, policy: POLICY };

describe.each(stores)("a store of figures: $name", ({ start }) => {
  let figures: FigureStore;
  let stop: () => Promise<unknown>;
  beforeAll(async () => {
    ({ figures, stop } = await start());
  });
  afterAll(() => stop());

  const sum = async (kpi: string, now: Instant, period?: string) => (await sumIn(figures, key(kpi, period), now)).total;

  test("what was never written is nothing", async () => {
    const one = { org: ACME, id: caseIdText(99), policy: { id: POLICY } };
    expect(await figures.ofCase(one)).toBeUndefined();
    expect(await figures.period(key("none"))).toEqual({ pieces: [], given: undefined });
    expect(await sum("none", sh("2026-10-31 12:00"))).toEqual({ numerator: 0, denominator: 0 });
  });

  test("what a case adds, and what was given, is saved over what was read and over nothing else", async () => {
    const one = { org: ACME, id: caseIdText(1), policy: { id: POLICY } };
    const parts = [part("a", 1, "2026-10-02 09:00")];
    const doing = { until: sh("2026-10-02 10:00"), parts };
    const given = {
      entries: [{ at: sh("2026-10-02 09:00"), by: staff("marketing"), key: "k", denominator: 100 }],
    };
    for (const save of [
      (version: number) => figures.saveCase(one, { version, events: 1, parts, doing }),
      (version: number) => figures.saveGiven(key("given"), { version, ...given }),
    ])
      expect([await save(1), await save(0), await save(0), await save(1)]).toEqual([
        "overtaken",
        "saved",
        "overtaken",
        "saved",
      ]);
    expect(await figures.ofCase(one)).toEqual({ version: 2, events: 1, parts, doing });
    expect((await figures.period(key("given"))).given).toEqual({ version: 2, ...given });
  });

  test("a part counts from its moment on, in its own period and figure alone, however the sum was kept before", async () => {
    const put = [
      part("b", 1, "2026-10-02 09:00"),
      part("b", 2, "2026-10-02 09:00", { numerator: 0 }),
      part("b", 3, "2026-10-02 09:59:59"),
      part("b", 4, "2026-10-20 09:00"),
      part("c", 1, "2026-10-02 09:00"),
      part("b", 1, "2026-11-02 09:00", { period: "2026-11" }),
    ];
    await figures.apply(ofOrg, { put, drop: [] });
    const at = async (said: string) => Object.values(await sum("b", sh(said)));
    expect(await at("2026-10-02 08:59")).toEqual([0, 0]);
    expect(await at("2026-10-02 09:00")).toEqual([1, 2]);
    expect(await at("2026-10-10 09:00")).toEqual([2, 3]);
    expect((await figures.period(key("b"))).pieces[0]?.sum, "kept").toMatchObject({ numerator: 2, denominator: 3 });
    expect(await at("2026-10-31 09:00")).toEqual([3, 4]);
    await figures.apply(ofOrg, { put: [part("b", 2, "2026-10-02 09:00")], drop: [part("b", 1, "2026-10-02 09:00")] });
    expect(await at("2026-10-31 09:00"), "what changed is summed again").toEqual([3, 3]);
    await figures.apply(ofOrg, { put: [], drop: [part("b", 1, "2026-10-02 09:00")] });
    expect(await at("2026-10-31 09:00"), "again is the same").toEqual([3, 3]);
    expect(await at("2026-10-02 09:00"), "earlier too").toEqual([1, 1]);
  });

  test("a sum that was made while rows changed is not used", async () => {
    await figures.apply(ofOrg, { put: [part("d", 1, "2026-10-02 09:00")], drop: [] });
    const old = { changes: 1, numerator: 1, denominator: 1 };
    await figures.apply(ofOrg, { put: [part("d", 2, "2026-10-02 09:00")], drop: [] });
    const [piece] = (await figures.period(key("d"))).pieces;
    await figures.keepSum(key("d"), piece?.id ?? "", old);
    expect(await sum("d", sh("2026-10-31 09:00"))).toEqual({ numerator: 2, denominator: 2 });
  });

  test("the parts of a figure are paged from the last to the first, those of later left out; together they are the whole", async () => {
    const put = Array.from({ length: 7 }, (_, n) => part("e", n, `2026-10-0${n + 1} 09:00`, { period: "2026" }));
    await figures.apply(ofOrg, { put, drop: [] });
    const now = sh("2026-10-06 12:00");
    const found: FigureRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await partsIn(figures, key("e", "2026"), now, { limit: 2, cursor });
      expect(page.items.length).toBeLessThanOrEqual(2);
      found.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(found.map(({ of }) => of)).toEqual([5, 4, 3, 2, 1, 0].map(caseIdText));
    expect(await sum("e", now, "2026")).toEqual({ numerator: 6, denominator: 6 });
  });
});
