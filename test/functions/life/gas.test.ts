import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Problem } from "../../../shared/api/problem.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-07-06T09:00+08:00", policies: ["gas-network-after-sales"] });
});
afterAll(() => demo.close());

const request = {
  contact: { name: "Ren Xia", email: "ren@estate.example" },
  category: "3",
  address: "Willow Road 8",
  description: "Gas is to be turned on.",
};
const plan = {
  workAt: "2026-07-20T08:00:00+08:00",
  crew: "Six",
  userNotice: "Posted at the gate.",
  procedure: "By the book.",
  safetyMeasures: "Watch and water.",
};
const REVIEWERS = ["dispatchCentre", "safetySupervision", "planning"];

const asked = (gasOnTier: string): Promise<Filed> => demo.file({ ...request, gasOnTier });
const planned = async (gasOnTier: string): Promise<Filed> => {
  const filed = await asked(gasOnTier);
  await demo.as("operations").step(filed, "plan-gas-on", plan);
  return filed;
};
const say = (who: string, { caseId }: Filed, verdict: string, approval = "gas-on-mains", remark?: string) =>
  demo.as(who).post(`/cases/${caseId}/approvals`, { approval, verdict, ...(remark === undefined ? {} : { remark }) });
const reviewed = async (filed: Filed, by: readonly string[] = REVIEWERS) => {
  for (const who of by) must(await say(who, filed, "review"), 200);
};
const start = async (filed: Filed) => {
  const answer = await demo.as("operations").tryStep(filed, "start-gas-on");
  return answer.status === 200 ? "started" : Problem.parse(answer.body);
};

describe("AS-103 who must say yes before gas is turned on (GAS-23 … 25)", () => {
  test("a scattered user needs no plan and nobody's yes", async () => {
    expect(await start(await asked("scattered"))).toBe("started");
  });

  test("a medium-pressure plan with three reviews and no approval of the deputy cannot start, and with it starts", async () => {
    const filed = await planned("mains");
    await reviewed(filed);
    expect(await start(filed)).toMatchObject({
      status: 409,
      code: "approval-missing",
      rules: ["GAS-22", "GAS-25"],
      title: expect.stringMatching(/lacks the approval of .*deputy general manager/i),
    });
    must(await say("deputyGeneralManager", filed, "approve"), 200);
    expect(await start(filed)).toBe("started");
  });

  test("the deputy does not approve before all three have reviewed, and is told who has not", async () => {
    const filed = await planned("mains");
    await reviewed(filed, ["dispatchCentre", "planning"]);
    const refused = Problem.parse(must(await say("deputyGeneralManager", filed, "approve"), 409).body);
    expect(refused.code).toBe("approval-missing");
    expect(refused.title).toMatch(/safety/i);
    expect(refused.title).not.toMatch(/planning/i);
  });

  test("a whole estate needs its two reviews and no approval", async () => {
    const filed = await planned("estate");
    must(await say("dispatchCentre", filed, "review", "gas-on-estate"), 200);
    expect(await start(filed)).toMatchObject({ code: "approval-missing" });
    must(await say("safetySupervision", filed, "review", "gas-on-estate"), 200);
    expect(await start(filed)).toBe("started");
  });

  test("nothing is judged before there is a plan, nor an approval that this case does not need", async () => {
    const filed = await asked("mains");
    expect(Problem.parse(must(await say("planning", filed, "review"), 409).body).code).toBe("not-ready");
    const estate = await planned("estate");
    expect(Problem.parse(must(await say("planning", estate, "review"), 409).body).code).toBe("nothing-to-do");
  });

  test("a refusal takes every word back: all review anew", async () => {
    const filed = await planned("mains");
    await reviewed(filed);
    must(await say("deputyGeneralManager", filed, "refuse", "gas-on-mains", "No water on site."), 200);
    const seen = await demo.as("planning").see(filed);
    expect(seen.approvals).toMatchObject([{ id: "gas-on-mains", state: "refused" }]);
    expect(seen.approvals[0]?.toReview).toHaveLength(3);
    expect(seen.timeline.at(-1)).toMatchObject({
      what: "Not approved",
      detail: expect.arrayContaining(["No water on site."]),
    });
    expect(Problem.parse(must(await say("deputyGeneralManager", filed, "approve"), 409).body).code).toBe(
      "approval-missing",
    );
    await reviewed(filed);
    must(await say("deputyGeneralManager", filed, "approve"), 200);
    expect(await start(filed)).toBe("started");
  });

  test("who may not say it is told who may, and the customer sees nothing of it", async () => {
    const filed = await planned("mains");
    const refused = Problem.parse(must(await say("operations", filed, "approve"), 403).body);
    expect(refused.code).toBe("not-your-role");
    await reviewed(filed);
    const told = (await demo.tracking(filed)).timeline.map(({ what }) => what);
    expect(told).toEqual(["Received", "Draw up the work plan"]);
  });

  test("the same word delivered twice counts once; a word with a stale version is refused", async () => {
    const filed = await planned("mains");
    const planning = demo.as("planning");
    const path = `/cases/${filed.caseId}/approvals`;
    const word = { approval: "gas-on-mains", verdict: "review" };
    const { version } = await planning.see(filed);
    must(await planning.post(path, word, { "idempotency-key": "review-1" }), 200);
    must(await planning.post(path, word, { "idempotency-key": "review-1" }), 200);
    expect((await planning.see(filed)).version).toBe(version + 1);
    const stale = { "if-match": `"${version}"` };
    must(await demo.as("dispatchCentre").post(path, word, stale), 412);
  });
});
