import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { busFault } from "../../fixtures/customer-sends.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00", policies: ["bus-maker-after-sales"] });
});
afterAll(() => demo.close());

/** A case whose service staff are on site and have found the cause. */
const onSite = async () => {
  const filed = await demo.file(busFault);
  await demo.as("marketing").step(filed, "issue-order", { staffCount: 1, staff: "Lin Bo" });
  const staff = demo.as("serviceStaff");
  await staff.step(filed, "arrive");
  return { filed, staff };
};
const finished = { handling: "Air pump changed", agreed: "agreed", change: "part" };

test.each([
  { why: "without its quantity", parts: [{ name: "Air pump", reason: "leaks" }], path: "/parts/0/quantity" },
  { why: "without its reason", parts: [{ name: "Air pump", quantity: 1 }], path: "/parts/0/reason" },
  {
    why: "the second one without its name",
    parts: [
      { name: "Belt", quantity: 1, reason: "worn" },
      { quantity: 1, reason: "x" },
    ],
    path: "/parts/1/name",
  },
  { why: "none at all", parts: [], path: "/parts" },
])("AS-20 a service report with a changed part, $why", async ({ parts, path }) => {
  const { filed, staff } = await onSite();
  const refused = Problem.parse(must(await staff.tryStep(filed, "finish-service", { ...finished, parts }), 400).body);
  expect(refused.fields?.map((field) => [field.path, field.code, field.rule])).toEqual([[path, "required", "BUS-26"]]);
  expect((await staff.see(filed)).state.id).toBe("ON_SITE");
});

test("AS-20 a service report with name, quantity and reason is accepted, and one without any change needs none", async () => {
  const { filed, staff } = await onSite();
  const parts = [
    { name: "Air pump", quantity: 1, reason: "leaks" },
    { name: "Belt", quantity: 2, reason: "worn" },
  ];
  const seen = await staff.step(filed, "finish-service", { ...finished, parts });
  expect(seen.state.id).toBe("SERVED");
  expect(seen.timeline.at(-1)?.detail).toEqual(
    expect.arrayContaining([expect.stringContaining("Part: Air pump; Quantity: 1; Reason: leaks")]),
  );
  const plain = await onSite();
  await plain.staff.step(plain.filed, "finish-service", { ...finished, change: "none" });
});

describe("AS-23 paid service (BUS-16)", () => {
  const fee = { cost: "paid-service", kind: "Repair out of warranty", amount: "260.00" };
  const consent = ({ caseId }: Filed, who: string) =>
    demo.as(who).post(`/cases/${caseId}/approvals`, { approval: "paid-service", verdict: "approve" });

  test("a fee without the leader's consent is refused, leaves a trace, and names whose consent is missing", async () => {
    const { filed, staff } = await onSite();
    const refused = Problem.parse(must(await staff.post(`/cases/${filed.caseId}/costs`, fee), 403).body);
    expect(refused).toMatchObject({
      code: "consent-missing",
      rules: ["BUS-16"],
      title: expect.stringMatching(/leader/i),
    });
    const seen = await staff.see(filed);
    expect(seen.costs.items).toEqual([]);
    expect(seen.timeline.at(-1)?.detail).toEqual(["bookCost: consent-missing"]);
    must(await consent(filed, "serviceStaff"), 403);
  });

  test("with it the fee is borne by the user and set off against service cost", async () => {
    const { filed, staff } = await onSite();
    must(await consent(filed, "leader"), 200);
    const booked = CaseView.parse(must(await staff.post(`/cases/${filed.caseId}/costs`, fee), 200).body);
    expect(booked.costs.items).toMatchObject([
      { bearer: "The user", bookedAs: "Set off against service cost", amount: "260.00", charge: "with-consent" },
    ]);
  });
});
