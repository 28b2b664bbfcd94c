import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { clockOf } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-07-09T09:00+08:00", policies: ["service-center-dispatch"] });
});
afterAll(() => demo.close());

const call = {
  contact: { name: "Jin Yu", email: "jin@homes.example" },
  customerName: "Jin Yu",
  address: "Willow Road 8",
  phone: "0571-5550188",
  productModel: "SC-3",
  description: "It does not cool.",
};

const drawn = async (): Promise<Filed> => {
  const filed = await demo.file(call);
  await demo.as("clerk").step(filed, "draw-slip", { category: "A", slipNo: "V-1" });
  return filed;
};
const finished = async (fee: string): Promise<Filed> => {
  const filed = await drawn();
  await demo.as("chief").step(filed, "dispatch", { technicianName: "Lin Bo" });
  const technician = demo.as("technician");
  await technician.step(filed, "arrive");
  await technician.step(filed, "finish", { workDone: "Refilled.", fee });
  return filed;
};
const book = ({ caseId }: Filed, cost: string, amount: string) =>
  demo.as("accountant").post(`/cases/${caseId}/costs`, { cost, amount });

test("AS-60 a call without the phone number is refused, and only the head dispatches", async () => {
  const { phone: _, ...mute } = call;
  const refused = Problem.parse(must(await demo.tryFile(mute), 400).body);
  expect(refused.fields?.map(({ path, code, rule }) => [path, code, rule])).toEqual([["/phone", "required", "SCD-08"]]);
  const filed = await drawn();
  for (const who of ["clerk", "technician", "accountant"]) {
    const no = await demo.as(who).tryStep(filed, "dispatch", { technicianName: "Lin Bo" });
    expect(Problem.parse(must(no, 403).body)).toMatchObject({ code: "not-your-role", rules: ["SCD-09"] });
  }
});

test("AS-60 a fee of 150.00 is low: collected on the spot, and the invoice is mailed", async () => {
  const filed = await finished("150.00");
  const seen = CaseView.parse(must(await book(filed, "low-fee", "150.00"), 200).body);
  expect(seen.costs.items).toMatchObject([{ cost: "low-fee", bearer: "The customer", amount: "150.00" }]);
  expect(seen.deadlines.map(({ clock }) => clock)).not.toContain("invoice");
  await demo.as("technician").step(filed, "collect-fee", { collected: "150.00" });
  await demo.as("accountant").step(filed, "hand-in-money", { handedIn: "150.00" });
  await demo.as("accountant").step(filed, "issue-invoice", { invoiceNo: "I-1", delivery: "mailed" });
});

test.each([
  { fee: "200.00", ground: "low-fee", other: "higher-fee", why: "the threshold itself is low" },
  { fee: "200.01", ground: "higher-fee", other: "low-fee", why: "a cent more is not" },
  { fee: "300.00", ground: "higher-fee", other: "low-fee", why: "well over it" },
])("AS-60 $fee is booked as $ground: $why", async ({ fee, ground, other }) => {
  const filed = await finished(fee);
  expect(Problem.parse(must(await book(filed, other, fee), 409).body).code).toBe("not-for-this-case");
  must(await book(filed, ground, fee), 200);
});

test("AS-60 a fee of 300.00 is invoiced the same day, by 24:00, and not collected on the spot", async () => {
  await demo.until("2026-07-09T16:00+08:00");
  const filed = await finished("300.00");
  const technician = demo.as("technician");
  const seen = await technician.see(filed);
  expect(clockOf(seen, "invoice")).toMatchObject({ state: "RUNNING", due: "2026-07-10T00:00:00+08:00" });
  const collected = await technician.tryStep(filed, "collect-fee", { collected: "300.00" });
  expect(Problem.parse(must(collected, 409).body).code).toBe("not-for-this-case");
});
