import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { complaint, negotiated } from "./complaint-form.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-07-06T09:00+08:00", policies: ["customer-complaint-form"] });
});
afterAll(() => demo.close());

const judged = async (liability: string): Promise<[Filed, CaseView]> => {
  const filed = await demo.file(complaint);
  await negotiated(demo, filed);
  const judgement = { liability, unitOfOrigin: "Press shop", lossAmount: "900.00", penaltyProposed: "A reprimand" };
  return [filed, await demo.as("productionGroup").step(filed, "set-liability", judgement)];
};

const plan = {
  corrective: "improvement-tracking",
  cause: "A worn die.",
  measure: "A new die.",
  prevention: "Dies are counted.",
  ownerRole: "manufacturing",
  owner: "Fan Bo",
  due: "2026-07-31",
};

test("AS-50 human negligence: no corrective action is tracked; liability is decided all the same, and a penalty may be", async () => {
  const [filed, negligent] = await judged("human-negligence");
  expect(negligent.facts.liability).toBe("human-negligence");
  expect(negligent.actions).toMatchObject([
    { corrective: "improvement-tracking", state: "NOT_TRACKED", rules: ["CCF-23"], blocks: [], waitsFor: [] },
  ]);
  const path = `/cases/${filed.caseId}`;
  const refused = await demo.as("quality").post(`${path}/actions`, plan);
  expect([refused.status, Problem.parse(refused.body)]).toMatchObject([
    409,
    { code: "not-tracked", rules: ["CCF-23"] },
  ]);

  const kind = "discipline by the company's own principles";
  const proposal = { sanction: "discipline", kind, subject: "The worker at P4", basis: "The die was not looked at." };
  must(await demo.as("productionGroup").post(`${path}/sanctions`, proposal), 200);
  const approved = await demo.as("generalManager").post(`${path}/sanctions/discipline-1/decision`, { approve: true });
  expect(CaseView.parse(must(approved, 200).body).sanctions).toMatchObject([{ kind, decided: { approved: true } }]);

  const [, own] = await judged("own-quality");
  expect(own.actions).toMatchObject([{ corrective: "improvement-tracking", state: "OPEN", blocks: ["archive"] }]);
});
