import { describe, expect, test } from "vitest";
import { plusMs } from "../../../shared/kernel/instant.ts";
import source from "../../../shared/policies/compiled/housekeeping-claims.json" with { type: "json" };
import type { Deps } from "../../../shared/record/change.ts";
import { sh, staff, step } from "../../fixtures/cases.ts";
import { world } from "../../fixtures/worlds.ts";

const asking = {
  contact: { name: "Kong Lin", email: "kong@employer.example" },
  category: "3",
  serviceType: "one-off",
  contractNo: "C-1",
  helperName: "Aunt Sun",
  feePaidOn: "2026-01-12",
  description: "We do not get along.",
};
const at = sh("2026-05-06 09:00");

/** A world in which a replacement may be killed after its place was taken and before the case was saved. */
const mortal = async () => {
  let dies = false;
  const wrap = (deps: Deps): Deps => ({
    ...deps,
    records: {
      ...deps.records,
      save: async (record) => {
        if (dies) throw new Error("killed");
        return deps.records.save(record);
      },
    },
  });
  const one = await world([source], { at, wrap });
  const replace = async (n: number, kill = false): Promise<string> => {
    dies = kill;
    try {
      const done = await one.command(step("replace-helper", { newHelper: "Aunt Zhu" }, `key-${n}`), staff("agency"), n);
      return done.ok ? "replaced" : done.error.code;
    } catch {
      return "killed";
    } finally {
      dies = false;
    }
  };
  for (const n of [1, 2, 3, 4, 5]) await one.file(asking, n);
  return { ...one, replace };
};

describe("HKC-02 a place that was taken and never used", () => {
  test("is the place of who asks again", async () => {
    const one = await mortal();
    expect(await one.replace(1, true)).toBe("killed");
    expect([await one.replace(1), await one.replace(1)]).toEqual(["replaced", "replaced"]);
    expect([await one.replace(2), await one.replace(3), await one.replace(4)]).toEqual([
      "replaced",
      "replaced",
      "quota-reached",
    ]);
  });

  test("is held for as long as its request may still run, and given back afterwards", async () => {
    const one = await mortal();
    expect(await one.replace(1, true)).toBe("killed");
    expect([await one.replace(2), await one.replace(3)]).toEqual(["replaced", "replaced"]);
    one.clock.set(plusMs(at, 60_000));
    expect(await one.replace(4), "who was killed might only be slow").toBe("quota-reached");
    one.clock.set(plusMs(at, 121_000));
    expect(await one.replace(4)).toBe("replaced");
    expect([await one.replace(1), await one.replace(5)], "three there are, and no more").toEqual([
      "quota-reached",
      "quota-reached",
    ]);
  });

  test("one that was used is never given back, however old", async () => {
    const one = await mortal();
    for (const n of [1, 2, 3]) expect(await one.replace(n)).toBe("replaced");
    one.clock.set(plusMs(at, 3_600_000));
    expect(await one.replace(4)).toBe("quota-reached");
  });
});
