import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Instant, plusMs } from "../../shared/kernel/instant.ts";
import { accept } from "../../shared/kernel/result.ts";
import { countedBy, totalOf } from "../../shared/kpi/figure.ts";
import { partsOf } from "../../shared/kpi/kpi.ts";
import source from "../../shared/policies/compiled/bus-maker-after-sales.json" with { type: "json" };
import { change, loadCase } from "../../shared/record/change.ts";
import { retire } from "../../shared/record/erase.ts";
import type { FigureRow, FigureStore } from "../../shared/record/figures/figures.ts";
import { memoryFigures } from "../../shared/record/figures/memory.ts";
import { sumIn } from "../../shared/record/figures/sum.ts";
import { wakeCase } from "../../shared/record/wake.ts";
import { sh, staff, step } from "../fixtures/cases.ts";
import { busFault } from "../fixtures/customer-sends.ts";
import { ACME, target, type World, world } from "../fixtures/worlds.ts";
import { lastWrite } from "./last-write.ts";

const BEGUN = sh("2026-06-29 10:00");
const PERIODS = ["2026-06", "2026-07", "2026-08"];
const KPIS = ["timely-service-rate", "complaint-rate"];
const keyOf = (kpi: string, period: string) => ({ org: ACME, policy: "bus-maker-after-sales", kpi, period });

const rowsOf = async (figures: FigureStore): Promise<readonly (FigureRow & { kpi: string; period: string })[]> =>
  (
    await Promise.all(
      KPIS.flatMap((kpi) =>
        PERIODS.map(async (period) =>
          (await figures.rows(keyOf(kpi, period), {})).items.map((row) => ({ ...row, kpi, period })),
        ),
      ),
    )
  ).flat();

/** What the cases themselves add up to. */
const told = async ({ deps }: World, cases: readonly number[]) =>
  (
    await Promise.all(
      cases.map(async (n) => {
        const found = await loadCase(deps, target(n));
        return found === undefined
          ? []
          : partsOf(found.rulebook, found.current).map((part) => ({ ...part, of: found.record.id }));
      }),
    )
  ).flat();

const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

/** The store holds what the cases say, row for row, and every sum by a moment is that of its rows. */
const agrees = async (w: World, figures: FigureStore, cases: readonly number[], now: Instant) => {
  const parts = await told(w, cases);
  expect(sorted(await rowsOf(figures))).toEqual(sorted(parts));
  for (const kpi of KPIS)
    for (const period of PERIODS) {
      const of = parts.filter((one) => one.kpi === kpi && one.period === period);
      expect((await sumIn(figures, keyOf(kpi, period), now)).total).toEqual(totalOf(countedBy(of, now)));
    }
};

const serving = staff("serviceStaff");
const DEEDS = [
  (w: World, n: number) => w.command(step("issue-order", { staffCount: 1, staff: "Lin Bo" }), staff("marketing"), n),
  (w: World, n: number) => w.command(step("arrive"), serving, n),
  (w: World, n: number) =>
    w.command(step("finish-service", { handling: "Closed it.", agreed: "agreed", change: "none" }), serving, n),
  (w: World, n: number) =>
    w.command(
      {
        do: "judgeLiability",
        answers: { inWarranty: "covered", dismantled: "untouched", trueCause: "found" },
        class: "service",
      },
      serving,
      n,
    ),
  (w: World, n: number) => w.command({ do: "note", text: "called them" }, serving, n),
];

const guarded = (figures: FigureStore, death: ReturnType<typeof lastWrite>): FigureStore => ({
  ...figures,
  saveCase: death.guard(figures.saveCase),
  apply: death.guard(figures.apply),
});

/** Wakes a case until nothing is owed, a quarter of an hour later each time: whoever died holds nothing so long. */
const settle = async (w: World, figures: FigureStore, cases: readonly number[]) => {
  for (let round = 0; round < 4; round += 1) {
    for (const n of cases) await wakeCase({ ...w.deps, figures }, target(n));
    w.clock.set(plusMs(w.clock.now(), 16 * 60_000));
  }
};

describe("the parts that are kept of cases", () => {
  test("are those of the cases after any deeds, with wake-ups that died, came twice, or were missed, and so are all sums", async () => {
    const doing = fc.record({
      n: fc.integer({ min: 1, max: 2 }),
      deed: fc.integer({ min: 0, max: DEEDS.length - 1 }),
      after: fc.integer({ min: 1, max: 60 }),
      wakes: fc.constantFrom("no", "once", "twice", "dies"),
      nth: fc.integer({ min: 1, max: 3 }),
      when: fc.constantFrom("before" as const, "after" as const),
      asked: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { maxLength: 12 }), async (all) => {
        const w = await world([source], { at: BEGUN });
        const figures = memoryFigures();
        for (const n of [1, 2]) await w.file({ ...busFault, fault: n === 1 ? "chassis" : "body" }, n);
        for (const { n, deed, after, wakes, nth, when, asked } of all) {
          w.clock.set(plusMs(w.clock.now(), after * 3_600_000));
          await DEEDS[deed]?.(w, n);
          const waking = () => wakeCase({ ...w.deps, figures }, target(n));
          if (wakes === "once") await waking();
          if (wakes === "twice") await Promise.all([waking(), waking()]);
          if (wakes === "dies") {
            const death = lastWrite(nth, when);
            await Promise.race([wakeCase({ ...w.deps, figures: guarded(figures, death) }, target(n)), death.death]);
          }
          if (asked) for (const kpi of KPIS) await sumIn(figures, keyOf(kpi, "2026-06"), w.clock.now());
        }
        await settle(w, figures, [1, 2]);
        await agrees(w, figures, [1, 2], w.clock.now());
        await agrees(w, figures, [1, 2], sh("2026-06-30 12:00"));
      }),
      { numRuns: 60 },
    );
  });

  test("leave with a case that is deleted, and stay with one that is only made nameless", async () => {
    const w = await world([source], { at: BEGUN });
    const figures = memoryFigures();
    const erasing = { ...w.deps, figures, removePhotos: async () => undefined, newSalt: () => "0f".repeat(16) };
    for (const n of [1, 2]) await w.file({ ...busFault, fault: "chassis" }, n);
    await settle(w, figures, [1, 2]);
    const before = await rowsOf(figures);
    expect(before.map(({ of }) => of).sort()).toEqual([target(1).id, target(2).id].sort());
    for (const [n, how] of [
      [1, "delete"],
      [2, "anonymise"],
    ] as const)
      await change(w.deps, target(n), (_, at) =>
        accept({ events: [{ type: "erasureOrdered", at, by: { kind: "system" }, why: "expired", how, reason: "" }] }),
      );
    w.clock.set(plusMs(w.clock.now(), 48 * 3_600_000));
    for (const n of [1, 2]) {
      await retire(erasing, target(n));
      await retire(erasing, target(n));
    }
    expect(await w.deps.records.load(target(1))).toBeUndefined();
    expect((await rowsOf(figures)).map(({ of }) => of)).toEqual([target(2).id]);
    await settle(w, figures, [2]);
    expect(await rowsOf(figures), "and are not counted anew").toEqual(before.filter(({ of }) => of === target(2).id));
  });
});
