import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { stoppedPress } from "../../fixtures/customer-sends.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { clockOf } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-07-06T09:00+08:00", policies: ["machinery-complaints"] });
});
afterAll(() => demo.close());

/** A complaint of a class, analysed, decided and answered. */
const planned = async (category: string): Promise<Filed> => {
  const filed = await demo.file(stoppedPress);
  await demo.as("afterSalesAdministrator").step(filed, "register");
  await demo.as("branchManager").step(filed, "accept");
  const analysis = { category, cause: "Overloaded.", countermeasure: "A new seal." };
  await demo.as("productionSection").step(filed, "analyse", analysis);
  const decision = { liableDepartment: "Customer", liablePerson: "Operator", liabilityDecision: "No fault of ours." };
  must(await demo.as("qualitySection").tryStep(filed, "set-liability", { tracedCause: "Overload.", ...decision }), 200);
  must(await demo.as("branchManager").tryStep(filed, "settle-plan", { plan: "Repair.", agreedWith: "Business" }), 200);
  return filed;
};
const codeOf = async (filed: Filed, step: string, answers: unknown, who = "afterSalesStaff") => {
  const answer = await demo.as(who).tryStep(filed, step, answers);
  return [answer.status, Problem.parse(answer.body).code];
};

test("AS-53 not caused by quality: the same clocks, and the operators are trained before it counts as carried out", async () => {
  const [quality, human] = [await planned("1"), await planned("2")];
  const staff = demo.as("afterSalesStaff");
  const [one, two] = [await staff.see(quality), await staff.see(human)];
  expect(two.deadlines.map(({ clock, state }) => [clock, state])).toEqual(
    one.deadlines.map(({ clock, state }) => [clock, state]),
  );
  expect(clockOf(two, "solution").due).toBe(clockOf(one, "solution").due);
  expect(one.actions).toMatchObject([{ corrective: "improvement-tracking", state: "OPEN", blocks: ["close"] }]);
  expect(two.actions).toMatchObject([
    { corrective: "operator-training", what: "training", state: "OPEN", blocks: ["mark-executed"], rules: ["MCH-09"] },
  ]);

  expect(await codeOf(human, "mark-executed", { result: "Repaired." })).toEqual([409, "action-missing"]);
  const trained = await staff.step(human, "train-operators", { trained: "Two operators, loading the press." });
  expect(trained.actions, "the step of the workflow is the training").toEqual([]);
  await staff.step(human, "mark-executed", { result: "Repaired." });
  await staff.step(quality, "mark-executed", { result: "Repaired." });
});

test("a training may be planned with an owner and a date instead, and is over when it was held", async () => {
  const filed = await planned("2");
  const business = demo.as("businessDepartment");
  const path = `/cases/${filed.caseId}/actions`;
  const training = { measure: "Four operators", ownerRole: "afterSalesStaff", owner: "Tan Wei", due: "2026-07-10" };
  must(await business.post(path, { corrective: "operator-training", ...training }), 200);
  expect(await codeOf(filed, "mark-executed", { result: "Repaired." })).toEqual([409, "action-unverified"]);
  const held = await demo.as("afterSalesStaff").post(`${path}/operator-training-1/done`, { result: "Held on site." });
  expect(CaseView.parse(must(held, 200).body).actions).toMatchObject([{ state: "DONE", waitsFor: [] }]);
  await demo.as("afterSalesStaff").step(filed, "mark-executed", { result: "Repaired." });
});
