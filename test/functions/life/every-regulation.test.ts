import { afterAll, beforeAll, expect, test } from "vitest";
import { policyIds, publishedPolicy } from "../../../infra/policy/published.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { filedUnder, walk } from "./walk.ts";

const policyOf = (id: string): Policy => publishedPolicy(id)?.policy ?? expect.unreachable(`no policy ${id}`);

/** Every regulation under which a case has a life. */
const POLICIES = policyIds().filter((id) => policyOf(id).intake !== undefined);

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00", policies: POLICIES });
});
afterAll(() => demo.close());

/** So many different cases of a regulation, each with other answers, are tried for one of its ends. */
const VARIANTS = 8;

test.each(POLICIES)("%s: a case comes to each of its ends, each thing done by somebody who may", async (id) => {
  const policy = policyOf(id);
  const ends = (policy.workflow?.states ?? []).filter(({ final }) => final).map((state) => state.id);
  const missed: string[] = [];
  for (const end of ends) {
    let why: readonly string[] = [];
    let reached = false;
    for (let nth = 0; nth < VARIANTS && !reached; nth += 1) {
      const walked = await walk(demo, policy, await filedUnder(demo, policy, { nth }), end, { nth });
      reached = walked.state === end;
      if (nth === 0) why = [`stuck in ${walked.state} after ${walked.taken.join(", ")}`, ...walked.stuck];
    }
    if (!reached) missed.push(`${end}: ${why.join("; ")}`);
  }
  expect(missed).toEqual([]);
});
