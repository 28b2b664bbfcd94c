import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { stoppedPress } from "../../fixtures/customer-sends.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-07-06T09:00+08:00", policies: ["machinery-complaints"] });
});
afterAll(() => demo.close());

const registered = async (): Promise<Filed> => {
  const filed = await demo.file(stoppedPress);
  await demo.as("afterSalesAdministrator").step(filed, "register");
  return filed;
};
const finance = () => demo.as("finance");
const book = (filed: Filed, body: unknown, headers?: Record<string, string>) =>
  finance().post(`/cases/${filed.caseId}/costs`, body, headers);
const travel = (amount: string, staffOf: string) => ({ kind: "Travel", amount, facts: { staffOf } });

test("AS-54 nobody but the branch manager refuses a complaint", async () => {
  const filed = await registered();
  for (const who of ["afterSalesAdministrator", "businessDepartment", "finance"]) {
    const refused = await demo.as(who).tryStep(filed, "refuse", { refusalReason: "Not ours." });
    expect(Problem.parse(must(refused, 403).body)).toMatchObject({ code: "not-your-role", rules: ["MCH-17"] });
  }
  const reason = { refusalReason: "Not ours." };
  expect((await demo.as("branchManager").step(filed, "refuse", reason)).state.id).toBe("REFUSED");
});

test("AS-54 who bears a cost comes from the regulation, and the totals are exact", async () => {
  const filed = await registered();
  must(await book(filed, { cost: "branch-staff", ...travel("800.00", "branch") }), 200);
  must(await book(filed, { cost: "other-staff", ...travel("600.00", "manufacturing") }), 200);
  must(await book(filed, { cost: "repair-and-parts", kind: "Parts", amount: "1200.00" }), 200);
  const last = await book(filed, { cost: "repair-and-parts", kind: "Packaging", amount: "90.00" });
  const { costs } = CaseView.parse(must(last, 200).body);
  expect(costs.items.map(({ kind, amount, bearer, bookedAs }) => [kind, amount, bearer, bookedAs])).toEqual([
    ["Travel", "800.00", "The sales branch", undefined],
    ["Travel", "600.00", "The company", undefined],
    ["Parts", "1200.00", "The company", "manufacturing cost"],
    ["Packaging", "90.00", "The company", "manufacturing cost"],
  ]);
  expect(costs.totals).toEqual([
    { bearer: "The sales branch", amount: "800.00" },
    { bearer: "The company", amount: "1890.00" },
  ]);
});

test.each([
  {
    why: "the branch's ground for somebody else's staff",
    body: { cost: "branch-staff", ...travel("1.00", "other") },
    status: 409,
    code: "not-for-this-case",
  },
  {
    why: "no word of whose staff it was",
    body: { cost: "branch-staff", amount: "1.00" },
    status: 400,
    code: "bad-fields",
  },
  {
    why: "an amount that is none",
    body: { cost: "repair-and-parts", amount: "12.5" },
    status: 400,
    code: "bad-fields",
  },
  {
    why: "a cost that the regulation does not know",
    body: { cost: "coffee", amount: "1.00" },
    status: 404,
    code: "unknown-cost",
  },
  {
    why: "the customer's cost where quality is the cause",
    body: { cost: "non-quality", amount: "1.00" },
    status: 409,
    code: "not-for-this-case",
  },
])("$why is refused and nothing is booked", async ({ body, status, code }) => {
  const filed = await registered();
  expect(Problem.parse(must(await book(filed, body), status).body).code).toBe(code);
  expect((await finance().see(filed)).costs).toEqual({ items: [], totals: [] });
});

test("the same cost delivered twice is booked once, and another with its key is refused", async () => {
  const filed = await registered();
  const key = { "idempotency-key": "cost-1" };
  const cost = { cost: "repair-and-parts", amount: "90.00" };
  must(await book(filed, cost, key), 200);
  expect(CaseView.parse(must(await book(filed, cost, key), 200).body).costs.items).toHaveLength(1);
  const other = await book(filed, { ...cost, amount: "91.00" }, key);
  expect(Problem.parse(must(other, 422).body).code).toBe("key-reused");
});

test("AS-53 not caused by quality: the customer bears the cost, through the business department", async () => {
  const filed = await registered();
  await demo.as("branchManager").step(filed, "accept");
  const analysis = { category: "2", cause: "Overloaded.", countermeasure: "A new seal." };
  await demo.as("productionSection").step(filed, "analyse", analysis);
  const seen = CaseView.parse(must(await book(filed, { cost: "non-quality", amount: "260.00" }), 200).body);
  expect(seen.costs.totals).toEqual([{ bearer: "The customer, through the business department", amount: "260.00" }]);
  expect(JSON.stringify(await demo.tracking(filed)), "the customer hears of it from people").not.toContain("260.00");
});
