import { afterAll, beforeAll, expect, test } from "vitest";
import { Problem } from "../../../shared/api/problem.ts";
import { busFault } from "../../fixtures/customer-sends.ts";
import type { Answer } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00", policies: ["bus-maker-after-sales"] });
});
afterAll(() => demo.close());

const told = ({ body }: Answer) => Problem.parse(body);

test("BUS-43 the second claim goes to the supplier in writing, with service report and old part", async () => {
  const filed = await demo.file(busFault);
  const [marketing, staff] = [demo.as("marketing"), demo.as("serviceStaff")];
  await marketing.step(filed, "issue-order", { staffCount: 1, staff: "Tan Bo" });
  await staff.step(filed, "arrive");
  const parts = [{ name: "lock", quantity: 1, reason: "The bolt had broken." }];
  const finish = { handling: "The lock was changed.", agreed: "agreed", change: "part", parts };
  await staff.step(filed, "finish-service", finish);

  const send = () => marketing.tryStep(filed, "send-second-claim", { sentOn: "2026-03-10" });
  const spoken = await send();
  expect([spoken.status, told(spoken).code, told(spoken).rules]).toEqual([409, "not-in-writing", ["BUS-26", "BUS-43"]]);
  await marketing.step(filed, "write-second-claim", { supplier: "Lock works", secondClaim: "One lock." });
  const bare = await send();
  expect([told(bare).code, told(bare).rules]).toEqual(["claim-incomplete", ["BUS-26", "BUS-43", "BUS-28"]]);
  for (const document of ["service-report", "old-part"]) {
    await marketing.post(`/cases/${filed.caseId}/claim/documents`, { document });
  }
  expect((await send()).status).toBe(200);
  const early = await marketing.tryStep(filed, "second-claim-paid", { receivedOn: "2026-03-10" });
  expect(told(early).code).toBe("not-agreed");
  await marketing.step(filed, "settle-second-claim", { supplierPays: "180.00" });
  const paid = await marketing.step(filed, "second-claim-paid", { receivedOn: "2026-03-10" });
  expect(paid.claim).toMatchObject({ state: { id: "PAID" }, agreed: "180.00" });
  expect(paid.state.id, "the service goes its own way").toBe("SERVED");
  const again = await marketing.tryStep(filed, "second-claim-paid", { receivedOn: "2026-03-10" });
  expect(told(again).code).toBe("nothing-to-do");

  const seen = await demo.tracking(filed);
  expect(seen.claim, "the user is told nothing of it").toBeUndefined();
  expect(JSON.stringify(seen.timeline)).not.toMatch(/supplier|Lock works|180\.00/i);
});
