import { afterAll, beforeAll, expect, test } from "vitest";
import { openTest, type TestStack } from "../stack/stack.ts";
import { metBy, unmet } from "./walked.ts";
import { lived, type Walk } from "./walks.ts";

/** The tests of a walk: each regulation is led, and what was met on the way is what rules are credited with. */
export const testWalk = (walk: Walk): void => {
  const policies = lived();
  let demo: TestStack;
  beforeAll(async () => {
    demo = await openTest({ at: walk.at, policies: policies.map(({ id }) => id) });
  });
  afterAll(() => demo.close());

  test.each(policies.map((policy) => [policy.id, policy] as const))(walk.title, async (_, policy) => {
    expect(await walk.lead(demo, policy)).toEqual([]);
  });

  test("what it is written to have met of each regulation, it met (npm run rules:build -- --walk)", async () => {
    expect(unmet(walk, await metBy(walk, demo))).toEqual([]);
  });
};
