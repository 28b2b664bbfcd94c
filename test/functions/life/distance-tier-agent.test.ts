import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-04-03T15:00+08:00", policies: ["distance-tier-after-sales"] });
});
afterAll(() => demo.close());

const request = (category: string) => ({
  contact: { name: "Hou Min", email: "hou@works.example" },
  category,
  model: "DT-7",
  place: "Linjiang",
  need: "trouble",
  description: "No pressure.",
  ...(category === "3.2" ? { agentName: "Riverside Agents" } : {}),
});
const assessed = async (category: string, warranty = "in"): Promise<Filed> => {
  const filed = await demo.file(request(category));
  await demo.as("afterSales").step(filed, "assess", { warranty, distanceKm: 120 });
  return filed;
};
const sent = { sentStaff: "Lin Bo", qualified: "yes" };
const dispatch = (filed: Filed) => demo.as("serviceCentre").tryStep(filed, "dispatch", sent);
const done = async (filed: Filed): Promise<void> => {
  await demo.as("serviceCentre").step(filed, "dispatch", sent);
  const staff = demo.as("serviceStaff");
  await staff.step(filed, "arrive");
  await staff.step(filed, "finish", { cause: "A valve.", use: "proper", workDone: "Changed." });
};
const close = (filed: Filed) => demo.as("afterSales").tryStep(filed, "close");

test("AS-27 an agent's product in warranty: the agent is told first, and charged before the case closes", async () => {
  const filed = await assessed("3.2");
  const early = Problem.parse(must(await dispatch(filed), 409).body);
  expect(early).toMatchObject({ code: "route-needs", rules: ["DTS-16"] });
  await demo.as("afterSales").step(filed, "notify-agent", { notifiedAgent: "Riverside Agents" });
  await done(filed);

  const unpaid = Problem.parse(must(await close(filed), 409).body);
  expect(unpaid).toMatchObject({ code: "charge-missing", rules: ["DTS-17"] });
  const booked = await demo
    .as("finance")
    .post(`/cases/${filed.caseId}/costs`, { cost: "agent-charge", amount: "380.00" });
  expect(CaseView.parse(must(booked, 200).body).costs.totals).toEqual([{ bearer: "The agent", amount: "380.00" }]);
  must(await close(filed), 200);
});

test.each([
  { why: "the company's own product", category: "3.1", warranty: "in" },
  { why: "an agent's product out of warranty", category: "3.2", warranty: "out" },
])("AS-27 $why needs neither", async ({ category, warranty }) => {
  const filed = await assessed(category, warranty);
  await done(filed);
  must(await close(filed), 200);
});

test("nobody is charged on a ground that is not the case's", async () => {
  const filed = await assessed("3.1");
  const booked = await demo
    .as("finance")
    .post(`/cases/${filed.caseId}/costs`, { cost: "agent-charge", amount: "380.00" });
  expect(Problem.parse(must(booked, 409).body).code).toBe("not-for-this-case");
});
