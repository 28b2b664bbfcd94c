import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { crackedParts } from "../../fixtures/customer-sends.ts";
import type { Answer } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:00+08:00", policies: ["customer-complaint-form"] });
});
afterAll(() => demo.close());

const complaint = (over: Record<string, unknown> = {}) => ({ ...crackedParts, ...over });
const told = ({ body }: Answer) => Problem.parse(body);
const returnedIn = ({ returned }: CaseView) => returned ?? expect.unreachable("nothing comes back");

const APPROVAL = { decision: "They may come back.", settlement: "return", approvedReturnQuantity: 100 };

/** To the table of whoever decides. */
const composed = async (over: Record<string, unknown> = {}): Promise<Filed> => {
  const filed = await demo.file(complaint(over));
  const [business, group] = [demo.as("business"), demo.as("productionGroup")];
  await business.step(filed, "send-to-office", { sample: "impossible", businessOpinion: "Founded.", lossCaused: true });
  await group.step(filed, "register");
  const traced = { category: "2", cause: "Cold press", departmentNamed: "Press shop" };
  await demo.as("quality").step(filed, "trace-cause", traced);
  await demo.as("manufacturing").step(filed, "draft-countermeasure", {
    productionUnit: "Press shop",
    machineShift: "3 early",
    workers: "Team 3",
    producedOn: "2026-02-01",
    countermeasure: "Warm the press.",
  });
  await demo.as("managerOffice").step(filed, "manager-opinion", { managerOpinion: "Agreed." });
  await group.step(filed, "office-check");
  const talk = { businessProposal: "Take back", explainedAt: "2026-03-10T09:00:00+08:00", negotiationResult: "Agreed" };
  await business.step(filed, "negotiate", talk);
  await demo.as("businessSupervisor").sign(filed, "negotiation-check", "businessSupervisor");
  await demo.as("businessSupervisor").step(filed, "return-to-office");
  const opinion = { founded: "founded", compositeOpinion: "Take back.", amountProposed: "0.00" };
  await group.step(filed, "compose-opinion", opinion);
  return filed;
};

/** On its slip: the customer has accepted and business has made it out. */
const onSlip = async (slip: Record<string, unknown> = {}): Promise<Filed> => {
  const filed = await composed();
  await demo.as("businessManager").step(filed, "approve", APPROVAL);
  const business = demo.as("business");
  await business.step(filed, "answer-customer", { answer: "Send them back.", answerChannel: "letter" });
  await business.step(filed, "customer-accepts");
  const out = { returnReason: "Cracked", returnHandling: "Take back", returnBasis: "The decision", slipQuantity: 100 };
  await business.step(filed, "issue-return-slip", { ...out, ...slip });
  await demo.as("businessManager").act(filed, "approvals", { approval: "return-slip", verdict: "approve" });
  return filed;
};
const count = (filed: Filed, actualReturnQuantity: number): Promise<CaseView> =>
  demo.as("finishedGoods").step(filed, "receive-return", { actualReturnQuantity, agreesWithSlip: "agrees" });
const book = (filed: Filed, bookedQuantity: number, over: Record<string, unknown> = {}): Promise<Answer> =>
  demo.as("accounting").tryStep(filed, "book-settlement", { bookedQuantity, ...over });

describe("AS-47 the quantity is not known yet", () => {
  test("empty it is refused; in processing it is accepted, and no return is approved until a number is there", async () => {
    const empty = await demo.tryFile(complaint({ returnQuantity: undefined }));
    expect([empty.status, told(empty).fields]).toMatchObject([400, [{ path: "/returnQuantity", rule: "CCF-14" }]]);
    const filed = await composed({ demand: "undetermined", returnQuantity: undefined });
    const manager = demo.as("businessManager");
    const early = await manager.tryStep(filed, "approve", APPROVAL);
    expect([early.status, told(early).code, told(early).rules]).toEqual([409, "return-needs", ["CCF-14"]]);
    expect(told(early).title).toContain("Quantity to return or exchange");
    await demo.as("business").step(filed, "confirm-quantity", { demand: "return", returnQuantity: 100 });
    expect(returnedIn(await manager.step(filed, "approve", APPROVAL))).toMatchObject({
      state: { id: "AGREED" },
      approved: 100,
      missing: [],
    });
  });

  test("a decision that is not about goods does not wait for it", async () => {
    const filed = await composed({ demand: "undetermined", returnQuantity: undefined });
    const decision = { decision: "A discount.", settlement: "discount", approvedAmount: "300.00" };
    expect((await demo.as("businessManager").tryStep(filed, "approve", decision)).status).toBe(200);
  });
});

describe("CCF-41 … 44 the count", () => {
  test("less than approved is booked as counted, and as nothing else", async () => {
    const filed = await onSlip();
    expect(returnedIn(await count(filed, 96))).toMatchObject({ difference: -4, verdict: "less", bookable: 96 });
    const { next } = await demo.as("accounting").see(filed);
    expect(next.find(({ step }) => step === "book-settlement")?.offered).toEqual({ bookedQuantity: 96 });
    const wrong = await book(filed, 100);
    expect(told(wrong).fields).toMatchObject([{ path: "/bookedQuantity", rule: "CCF-43" }]);
    expect((await book(filed, 96)).status).toBe(200);
  });

  test("more within the tolerance of the order is booked as counted", async () => {
    const filed = await onSlip({ orderTolerance: 5 });
    expect(returnedIn(await count(filed, 105))).toMatchObject({ difference: 5, verdict: "within", bookable: 105 });
    expect((await book(filed, 105)).status).toBe(200);
  });

  test("beyond it is held until who agreed has decided; where nobody noted a tolerance, every excess is", async () => {
    const filed = await onSlip();
    const held = returnedIn(await count(filed, 101));
    expect(held).toMatchObject({ state: { id: "HELD" }, difference: 1, verdict: "beyond" });
    expect(held.bookable).toBeUndefined();
    const early = await book(filed, 101);
    expect([early.status, told(early).code, told(early).rules]).toEqual([409, "return-held", ["CCF-43", "CCF-44"]]);

    const path = `/cases/${filed.caseId}/returns/decision`;
    const decision = { quantity: 100, remark: "One goes back to the buyer." };
    expect((await demo.as("accounting").post(path, decision)).status).toBe(403);
    const manager = demo.as("businessManager");
    expect((await manager.see(filed)).acts).toContainEqual(
      expect.objectContaining({ act: "decideReturn", allowed: true }),
    );
    const more = await manager.post(path, { ...decision, quantity: 102 });
    expect(told(more).fields).toMatchObject([{ path: "/quantity", rule: "CCF-43" }]);
    const key = { "idempotency-key": "decided" };
    expect((await manager.post(path, decision, key)).status).toBe(200);
    expect((await manager.post(path, decision, key)).status, "twice is once").toBe(200);
    expect(told(await manager.post(path, decision)).code).toBe("nothing-to-do");
    expect((await book(filed, 101)).status).toBe(400);
    expect((await book(filed, 100)).status).toBe(200);
  });

  test("CCF-48 a return is not done before it is counted, booked and proven by one of three", async () => {
    const filed = await onSlip();
    const business = demo.as("business");
    const done = async () => told(await business.tryStep(filed, "mark-executed")).code;
    expect(await done()).toBe("return-out-of-turn");
    expect((await book(filed, 100)).status, "nothing is booked uncounted").toBe(409);
    await count(filed, 100);
    expect(await done()).toBe("return-out-of-turn");
    await book(filed, 100);
    expect(await done()).toBe("return-unproven");
    const proven = await demo.as("accounting").step(filed, "book-settlement", { returnProof: "invoice-copy" });
    expect(returnedIn(proven)).toMatchObject({ state: { id: "PROVEN" }, booked: 100 });
    expect(returnedIn(await business.step(filed, "mark-executed")).state.id).toBe("DONE");
  });
});

test("no slip without a decision to take goods back", async () => {
  const filed = await composed();
  const decision = { decision: "A discount.", settlement: "discount", approvedAmount: "300.00" };
  await demo.as("businessManager").step(filed, "approve", decision);
  const business = demo.as("business");
  await business.step(filed, "answer-customer", { answer: "300.00 off.", answerChannel: "phone" });
  await business.step(filed, "customer-accepts");
  const out = { returnReason: "x", returnHandling: "x", returnBasis: "x", slipQuantity: 1 };
  const answer = await business.tryStep(filed, "issue-return-slip", out);
  expect([answer.status, told(answer).code]).toEqual([409, "return-out-of-turn"]);
  expect((await business.tryStep(filed, "mark-executed")).status, "nothing comes back").toBe(200);
});
