import { afterAll, beforeAll, expect, test } from "vitest";
import { Problem } from "../../../shared/api/problem.ts";
import { CaseView } from "../../../shared/api/views.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-07-06T09:00+08:00", policies: ["customer-complaint-form"] });
});
afterAll(() => demo.close());

const complaint = {
  contact: { name: "Shao Ning", email: "shao@customer.example" },
  customerName: "Linjiang Fittings",
  orderNo: "O-2201",
  partNo: "P-80",
  shippedOn: "2026-06-20",
  shippedQuantity: 400,
  defectiveQuantity: 12,
  market: "domestic",
  description: "Threads are stripped.",
  demand: "discount",
};

/** The steps of the form up to the office's judgement (CCF-17), each by its own role. */
const ROUTE: readonly (readonly [string, string, Record<string, unknown>])[] = [
  ["business", "send-to-office", { lossCaused: true, sample: "impossible", businessOpinion: "It is as they say." }],
  ["productionGroup", "register", {}],
  ["quality", "trace-cause", { category: "2", cause: "A worn die.", departmentNamed: "Press shop" }],
  [
    "manufacturing",
    "draft-countermeasure",
    {
      productionUnit: "Press shop",
      machineShift: "P4, night",
      workers: "Two",
      producedOn: "2026-06-18",
      countermeasure: "A new die.",
    },
  ],
  ["managerOffice", "manager-opinion", { managerOpinion: "Agreed." }],
  ["productionGroup", "office-check", {}],
  [
    "business",
    "negotiate",
    { businessProposal: "A discount.", explainedAt: "2026-07-06T08:00:00+08:00", negotiationResult: "They accept." },
  ],
  ["businessSupervisor", "return-to-office", {}],
];

const judged = async (liability: string): Promise<[Filed, CaseView]> => {
  const filed = await demo.file(complaint);
  const checked = { signoff: "negotiation-check", by: "businessSupervisor", name: "Supervisor", method: "typed" };
  for (const [who, step, answers] of ROUTE) {
    if (step === "return-to-office") await demo.as(who).act(filed, "signatures", checked);
    await demo.as(who).step(filed, step, answers);
  }
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
