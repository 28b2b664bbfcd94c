import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-07-06T09:00+08:00", policies: ["micro-motor-after-sales"] });
});
afterAll(() => demo.close());

const opinion = {
  contact: { name: "Fu Lan", email: "fu@fans.example" },
  kind: "complaint",
  model: "MM-40",
  problem: "It hums and does not turn.",
};
const answered = { ownProduct: "yes", causedBy: "works", warranty: "in" };
const triageNotes = "Seen on site.";

const triaged = async (answers: Record<string, string>): Promise<Filed> => {
  const filed = await demo.file(opinion);
  await demo.as("salesperson").step(filed, "triage", { ...answers, triageNotes });
  return filed;
};

/** A motor that came back and was appraised. */
const appraised = async (found: Record<string, unknown> = {}): Promise<Filed> => {
  const filed = await triaged(answered);
  await demo.as("salesHead").step(filed, "agree-return");
  await demo.as("salesperson").step(filed, "send-return-list", { returnList: "One MM-40", listedQuantity: 1 });
  await demo.as("shipper").step(filed, "receive-goods", { countedQuantity: 1, slipNo: "S-1" });
  for (const by of ["shipper", "afterSales"])
    await demo.as(by).act(filed, "signatures", { signoff: "handover", by, name: by, method: "typed" });
  await demo.as("afterSales").step(filed, "appraise", {
    cause: "A worn bearing.",
    responsibility: "The works.",
    method: "A new bearing.",
    outcome: "repair",
    solutionDue: "2026-07-20",
    ...found,
  });
  return filed;
};
const judge = (who: string, { caseId }: Filed, body: unknown) => demo.as(who).post(`/cases/${caseId}/liability`, body);
const JOINT = ["afterSales", "technology", "quality", "production"];

describe("AS-55 three questions before a motor is sent back (MMA-10 … 12)", () => {
  test.each([
    { missing: "ownProduct", rule: "MMA-10", asks: "Is it our product" },
    { missing: "causedBy", rule: "MMA-11", asks: "Did the customer or our quality cause it" },
    { missing: "warranty", rule: "MMA-12", asks: "Is the warranty running" },
  ])(
    "without an answer to $missing it cannot be sent back, and the question is named",
    async ({ missing, rule, asks }) => {
      const filed = await triaged({ ...answered, [missing]: "" });
      const refused = Problem.parse(must(await demo.as("salesHead").tryStep(filed, "agree-return"), 409).body);
      expect(refused).toMatchObject({ code: "triage-incomplete", rules: [rule] });
      expect(refused.title).toContain(asks);
      await demo.as("salesperson").step(filed, "triage", { ...answered, triageNotes });
      expect((await demo.as("salesHead").step(filed, "agree-return")).state.id).toBe("RETURN_AGREED");
    },
  );
});

describe("a joint decision is signed by all four (MMA-19, A-60)", () => {
  test("it is settled by the last signature: each signs by saying the same", async () => {
    const filed = await appraised();
    for (const [signed, who] of JOINT.entries()) {
      const { liability } = await demo.as(who).see(filed);
      expect([liability?.settled, liability?.toSign.length]).toEqual([false, JOINT.length - signed]);
      must(await judge(who, filed, { class: "own-quality" }), 200);
    }
    expect((await demo.as("quality").see(filed)).liability).toMatchObject({ settled: true, toSign: [] });
  });

  test("what one says differently, all sign anew", async () => {
    const filed = await appraised();
    for (const who of ["technology", "quality", "production"])
      must(await judge(who, filed, { class: "own-quality" }), 200);
    must(await judge("afterSales", filed, { class: "customer-use", answers: { causedBy: "customer" } }), 200);
    const { liability } = await demo.as("quality").see(filed);
    expect(liability).toMatchObject({ settled: false, class: { value: "customer-use" }, tracked: false });
    expect(liability?.toSign).toHaveLength(3);
  });

  test("AS-50 a class that the regulation does not track frees the case from corrective action, once all have signed", async () => {
    const filed = await appraised();
    const actions = async () => (await demo.as("quality").see(filed)).actions;
    for (const [signed, who] of JOINT.entries()) {
      expect(await actions(), `after ${signed} of ${JOINT.length}`).not.toMatchObject([{ state: "NOT_TRACKED" }]);
      must(await judge(who, filed, { class: "customer-use", answers: { causedBy: "customer" } }), 200);
    }
    expect(await actions()).toMatchObject([
      { corrective: "responsible-department", state: "NOT_TRACKED", rules: ["MMA-11"], blocks: [] },
    ]);
  });

  test("a class is refused while what it is for does not hold", async () => {
    const filed = await appraised();
    const refused = Problem.parse(must(await judge("quality", filed, { class: "foreign-product" }), 400).body);
    expect(refused.fields).toMatchObject([{ path: "/class", code: "not-for-this", rule: "MMA-10" }]);
  });
});

describe("AS-55 who bears the freight (MMA-15)", () => {
  const freight = { cost: "wrong-return-freight", kind: "Freight", amount: "45.50" };
  const book = ({ caseId }: Filed) => demo.as("salesClerk").post(`/cases/${caseId}/costs`, freight);

  test("of a foreign product that should not have come back: the salesperson", async () => {
    const filed = await appraised({ ownProduct: "no", returnedWrongly: true });
    const { costs } = CaseView.parse(must(await book(filed), 200).body);
    expect(costs.totals).toEqual([{ bearer: "The salesperson who sent them", amount: "45.50" }]);
  });

  test("of our own product that came back rightly: not the salesperson", async () => {
    const filed = await appraised();
    expect(Problem.parse(must(await book(filed), 409).body)).toMatchObject({
      code: "not-for-this-case",
      rules: ["MMA-15"],
    });
  });
});
