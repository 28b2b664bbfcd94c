import { afterAll, beforeAll, expect, test } from "vitest";
import type { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import type { Answer } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-07-06T09:00+08:00", policies: ["micro-motor-after-sales"] });
});
afterAll(() => demo.close());

const feedback = {
  contact: { name: "Ye Qing", email: "ye.qing@pumps.example", phone: "+86 571 5550 0133" },
  kind: "quality-problem",
  model: "MM-40",
  factoryDate: "2025-11-03",
  serialNo: "MM40-1107",
  timeInUse: 6,
  environment: "Dry hall",
  connectedEquipment: "Pump",
  problem: "It hums and stops.",
};
const ANSWERS = { ownProduct: "yes", causedBy: "works", warranty: "in" };
const told = ({ body }: Answer) => Problem.parse(body);
const stateOf = ({ returned }: CaseView) => returned?.state.id;

/** To the goods at the works: agreed to, listed, counted. */
const received = async (listed: number, counted: number, answers: Record<string, unknown> = ANSWERS) => {
  const filed = await demo.file(feedback);
  await demo.as("salesperson").step(filed, "triage", { ...answers, triageNotes: "Asked by phone." });
  await demo.as("salesHead").step(filed, "agree-return");
  await demo.as("salesClerk").step(filed, "send-return-list", { returnList: "MM-40", listedQuantity: listed });
  await demo.as("shipper").step(filed, "receive-goods", { countedQuantity: counted, slipNo: "J-1" });
  return filed;
};
const appraisal = { cause: "Bearing", responsibility: "Production", method: "New bearing", solutionDue: "2026-07-16" };
const appraise = async (filed: Filed, over: Record<string, unknown>): Promise<CaseView> => {
  for (const role of ["shipper", "afterSales"]) await demo.as(role).sign(filed, "handover", role);
  return demo.as("technology").step(filed, "appraise", { ...appraisal, ...over });
};

test("AS-55 a motor does not come back while one of the three answers is missing", async () => {
  const filed = await demo.file(feedback);
  const seen = await demo.as("salesHead").see(filed);
  expect(seen.returned).toMatchObject({
    state: { id: "REQUESTED" },
    missing: ["made by this works", "caused by", "warranty"],
  });
  const { warranty: _w, ...two } = ANSWERS;
  await demo.as("salesperson").step(filed, "triage", { ...two, triageNotes: "x" });
  const early = await demo.as("salesHead").tryStep(filed, "agree-return");
  expect([early.status, told(early).code, told(early).rules]).toEqual([409, "triage-incomplete", ["MMA-12"]]);
  await demo.as("salesperson").step(filed, "triage", { ...ANSWERS, triageNotes: "x" });
  expect((await demo.as("salesperson").tryStep(filed, "agree-return")).status, "by the head alone").toBe(403);
  expect(stateOf(await demo.as("salesHead").step(filed, "agree-return"))).toBe("AGREED");
});

test("MMA-17, MMA-18 the list, the count and their difference", async () => {
  const filed = await received(12, 11);
  expect((await demo.as("afterSales").see(filed)).returned).toMatchObject({
    state: { id: "COUNTED" },
    approved: 12,
    counted: 11,
    difference: -1,
    verdict: "less",
  });
});

test("MMA-19, MMA-20 what was appraised for repair is not taken back", async () => {
  const filed = await received(12, 12);
  expect(stateOf(await appraise(filed, { outcome: "repair" }))).toBe("APPRAISED");
  const repair = () => demo.as("afterSales").tryStep(filed, "start-repair");
  for (const role of ["afterSales", "technology", "quality"]) {
    await demo.as(role).sign(filed, "joint-appraisal", role);
    expect(told(await repair()).code, "A-60 all four appraise").toBe("signature-missing");
  }
  await demo.as("production").sign(filed, "joint-appraisal", "production");
  const other = await demo.as("afterSales").tryStep(filed, "take-goods-back", { transferNo: "Z-1" });
  expect([other.status, told(other).code, told(other).rules]).toEqual([409, "not-the-outcome", ["MMA-04", "MMA-20"]]);
  expect((await repair()).status).toBe(200);
});

test("AS-55 another maker's product sent back by mistake: the salesperson bears the freight", async () => {
  const filed = await received(1, 1);
  expect((await demo.as("afterSales").see(filed)).returned?.freight).toBeUndefined();
  const seen = await appraise(filed, { outcome: "return", ownProduct: "no", returnedWrongly: true });
  expect(seen.returned?.freight).toEqual({ bearer: "The salesperson who sent them", rules: ["MMA-15"] });
  expect((await demo.tracking(filed)) as object, "internal").not.toHaveProperty("returned");
});
