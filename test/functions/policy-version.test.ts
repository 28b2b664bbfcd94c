import { afterAll, beforeAll, expect, test } from "vitest";
import compiled from "../../shared/policies/compiled/door-factory-after-sales.json" with { type: "json" };
import { clockOf, endOf } from "../stack/moments.ts";
import { publishNext } from "../stack/publishing.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
});
afterAll(() => demo.close());

/** The door factory's regulation with three working days for the plan and two to carry it out, in force from a day on. */
const publishShorter = (effectiveFrom: string): Promise<void> => {
  const clocks = compiled.clocks.map((clock) => ({
    ...clock,
    within: clock.id === "plan" ? "3 working days" : "2 working days",
    examples: clock.examples.slice(0, 1),
  }));
  return publishNext(demo, compiled, effectiveFrom, { clocks });
};

test("AS-117 a case keeps the version it was opened under; a new one gets the next", async () => {
  const old = await demo.file();
  await publishShorter("2026-03-11");
  const sameDay = await demo.file();
  expect(clockOf(sameDay, "plan").due, "published, but not in force before its day").toBe(endOf("2026-03-16"));

  await demo.until("2026-03-10T23:00+08:00");
  const evening = await demo.file();
  expect(clockOf(evening, "plan").due, "in force from midnight of the office").toBe(endOf("2026-03-16"));
  await demo.until("2026-03-11T00:00+08:00");
  const next = await demo.file();
  expect(clockOf(next, "plan").due).toBe(endOf("2026-03-16")); // Thu 12, Fri 13, Mon 16
  const [oldView, newView] = [await demo.tracking(old), await demo.tracking(next)];
  expect([oldView.policy.version, newView.policy.version]).toEqual([1, 2]);
  const days = (view: typeof oldView) => clockOf(view, "plan").steps.filter(({ counts }) => counts).length;
  expect([days(oldView), days(newView)]).toEqual([4, 3]);

  // and for life: a clock that starts under the new version still runs by that of its case
  const clerk = demo.as("clerk");
  const execution = await Promise.all(
    [old, next].map(async (filed) => {
      await clerk.step(filed, "accept");
      return clockOf(await clerk.step(filed, "reply-plan", { plan: "更换门扇" }), "execution").due;
    }),
  );
  expect(execution).toEqual([endOf("2026-03-16"), endOf("2026-03-13")]);
});
