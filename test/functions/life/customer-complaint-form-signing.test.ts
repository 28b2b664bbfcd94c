import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { CaseList } from "../../../shared/api/list-view.ts";
import { must, told } from "../../stack/call.ts";
import { clockOf, endOf } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:00+08:00", policies: ["customer-complaint-form"] });
});
afterAll(() => demo.close());

const complaint = {
  contact: { name: "Lin Xiao", email: "lin@buyer.example" },
  customerName: "Linjiang Trading",
  orderNo: "SO-771",
  partNo: "P-12",
  shippedOn: "2026-10-20",
  shippedQuantity: 500,
  defectiveQuantity: 40,
  market: "domestic",
  description: "Forty pieces are cracked.",
  demand: "discount",
};

/** Led through all desks to the decision. */
const decided = async () => {
  const filed = await demo.file(complaint);
  const at = (who: string, step: string, answers: object = {}) => demo.as(who).step(filed, step, answers);
  await at("business", "send-to-office", { sample: "impossible", businessOpinion: "It is as they say." });
  await at("productionGroup", "register");
  await at("quality", "trace-cause", { category: "1", cause: "Cooled too fast", departmentNamed: "Casting" });
  await at("manufacturing", "draft-countermeasure", {
    productionUnit: "Casting",
    machineShift: "M2 night",
    workers: "Shift B",
    producedOn: "2026-10-12",
    countermeasure: "Longer cooling",
  });
  await at("managerOffice", "manager-opinion", { managerOpinion: "As drafted" });
  await at("productionGroup", "office-check");
  await at("business", "negotiate", {
    businessProposal: "Ten per cent off",
    explainedAt: "2026-11-02T08:55:00+08:00",
    negotiationResult: "Would be taken",
  });
  await demo.as("businessSupervisor").act(filed, "signatures", {
    signoff: "negotiation-check",
    by: "businessSupervisor",
    name: "Supervisor",
    method: "typed",
  });
  await at("business", "return-to-office");
  await at("productionGroup", "compose-opinion", {
    founded: "founded",
    compositeOpinion: "Our fault",
    amountProposed: "1200.00",
  });
  return { filed, at };
};

test("AS-46 the decided form goes to five, each acknowledges, and the customer has the decision and never the form", async () => {
  const { filed, at } = await decided();
  const form = `/cases/${filed.caseId}/forms/complaint-form`;
  const view = await at("businessManager", "approve", {
    decision: "INTERNAL: fine the night shift, pay 1200",
    settlement: "discount",
    approvedAmount: "1200.00",
  });
  const five = ["quality", "manufacturing", "business", "accounting", "productionGroup"];
  expect(view.copies.filter(({ form: id }) => id === "complaint-form").map(({ role }) => role)).toEqual(five);
  await demo.pass("2 minutes");
  const mails = await demo.mails({ about: view });
  for (const role of five) {
    const [mail] = mails.filter(
      ({ to, subject }) => to.includes(`${role.toLowerCase()}@demo-doors.example`) && subject.includes("acknowledge"),
    );
    expect(mail?.text, role).toContain(`/console/#/demo-doors/${filed.caseId}`);
  }

  const acknowledge = (who: string, n: number) =>
    demo.as(who).tryAct(filed, `copies/complaint-form/${n}/acknowledgement`);
  expect(told(await acknowledge("accounting", 1)), "another's copy").toEqual([403, "not-your-role"]);
  expect(told(await acknowledge("quality", 6))).toEqual([404, "unknown-copy"]);
  for (const [place, role] of five.entries()) {
    expect((await acknowledge(role, place + 1)).status).toBe(200);
    expect((await acknowledge(role, place + 1)).status, "twice is once").toBe(200);
  }
  const all = (await demo.as("business").see(filed)).copies.filter(({ form: id }) => id === "complaint-form");
  expect(
    all.every(({ acknowledgedAt, acknowledgedBy }) => acknowledgedAt !== undefined && acknowledgedBy !== undefined),
  ).toBe(true);

  const seen = await demo.as("productionGroup").get(form);
  expect(seen.text).toContain("fine the night shift");
  const asked = await demo.ask("GET", `/v1/demo-doors/cases/${filed.caseId}/tracking/forms/complaint-form`, {
    token: filed.trackingToken,
  });
  expect(told(asked)).toEqual([403, "internal-form"]);
  expect(asked.text).toContain("CCF-31");
  expect(asked.text).not.toContain("INTERNAL");
  expect((await demo.ask("GET", `/v1/demo-doors${form}`, { token: filed.trackingToken })).status).toBe(401);

  await at("business", "answer-customer", { answer: "Ten per cent off your next order.", answerChannel: "letter" });
  await demo.pass("2 minutes");
  const letters = await demo.mails({ to: "lin@buyer.example", about: view });
  expect(letters.at(-1)?.text).toContain("Ten per cent off your next order.");
  expect(letters.map(({ text }) => text).join()).not.toContain("INTERNAL");
  expect(JSON.stringify(await demo.tracking(filed))).not.toMatch(/INTERNAL|Acknowledged/);
});

test("CCF-27 what the customer does not accept goes on as a new case, linked both ways, with its own period and the age of both", async () => {
  const { filed, at } = await decided();
  const business = demo.as("business");
  const settlement = { decision: "Nothing more", settlement: "none" };
  await at("businessManager", "approve", settlement);
  await at("business", "answer-customer", { answer: "We regret.", answerChannel: "letter" });
  expect(told(await business.tryAct(filed, "successor", {})), "nobody has objected").toEqual([409, "nothing-to-do"]);
  await demo.pass("3 days");
  const old = await at("business", "customer-objects", { objection: "Not acceptable" });
  expect(old.state.id).toBe("SUPERSEDED");
  expect(old.acts.find(({ act }) => act === "supersede")).toMatchObject({ allowed: true, path: "successor" });
  expect(told(await demo.as("quality").tryAct(filed, "successor", {}))).toEqual([403, "not-your-role"]);
  expect(told(await business.tryAct(filed, "successor", { defectiveQuantity: "many" }))).toEqual([400, "bad-fields"]);

  const next = CaseView.parse(must(await business.tryAct(filed, "successor", { demand: "compensation" }), 200).body);
  const again = CaseView.parse(must(await business.tryAct(filed, "successor", { demand: "compensation" }), 200).body);
  expect(again.caseId, "asked twice, filed once").toBe(next.caseId);
  expect(told(await business.tryAct(filed, "successor", { demand: "return", returnQuantity: 1 }))).toEqual([
    422,
    "key-reused",
  ]);
  expect(next).toMatchObject({
    supersedes: { caseId: filed.caseId, number: old.number },
    facts: { demand: "compensation", orderNo: "SO-771" },
    age: { days: 3 },
  });
  expect(await business.see(filed)).toMatchObject({
    supersededBy: { caseId: next.caseId, number: next.number, provisional: true },
    age: { days: 3 },
  });
  const listed = async (id: string) => {
    const { items } = CaseList.parse(must(await business.get("/cases"), 200).body);
    return items.find((one) => one.caseId === id);
  };
  expect(await listed(next.caseId)).toMatchObject({ number: next.number, provisional: true });
  expect(
    next.deadlines.filter(({ grade }) => grade === "binding"),
    "its period starts with its own acceptance",
  ).toEqual([]);
  await business.step(next, "send-to-office", { sample: "impossible", businessOpinion: "As before." });
  const registered = await demo.as("productionGroup").step(next, "register");
  expect(clockOf(registered, "closing")).toMatchObject({ state: "RUNNING", effectiveDue: endOf("2026-11-20") });
  await demo.pass("2 minutes");
  expect(await listed(next.caseId), "AS-41 it has a number now").toEqual(
    expect.objectContaining({ number: registered.number }),
  );
  expect((await listed(next.caseId))?.provisional).toBeUndefined();
  for (const seen of [await business.see(filed), await demo.tracking(filed)])
    expect(seen.supersededBy, "AS-41 and the old case shows it").toEqual({
      caseId: next.caseId,
      number: registered.number,
    });
  const letters = await demo.mails({ to: "lin@buyer.example", about: next });
  expect(letters.length, "the customer has a page for the new one").toBeGreaterThan(0);
});
