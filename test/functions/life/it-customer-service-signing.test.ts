import { afterAll, beforeAll, expect, test } from "vitest";
import { told } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:00+08:00", policies: ["it-customer-service"] });
});
afterAll(() => demo.close());

const REPORTED = {
  majorFault: true,
  faultAt: "2026-11-02T08:30:00+08:00",
  faultPlace: "Data centre, hall 2",
  symptoms: "No logins",
  faultPlan: "Fail over to the second site",
};

/** The measures after a major fault: planned, taken, and found to work by business. */
const measured = async (filed: Filed) => {
  await demo.as("techSupervisor").act(filed, "actions", {
    corrective: "major-fault",
    cause: "A full disk",
    measure: "Emptied",
    prevention: "An alarm at 80 %",
    ownerRole: "techService",
    owner: "Shen Tao",
    due: "2026-11-06",
  });
  await demo.as("techService").act(filed, "actions/major-fault-1/done", { result: "The alarm is on." });
  await demo.as("business").act(filed, "actions/major-fault-1/verification", { effective: true, finding: "Seen." });
};

test("AS-76 a major fault is reported whole, and nothing closes before its analysis has gone to the customer and to business", async () => {
  const filed = await demo.file({
    contact: { name: "Lin Xiao", email: "lin@client.example" },
    kind: "fault",
    project: "Portal",
    description: "Nobody can log in.",
  });
  const [service, supervisor] = [demo.as("customerService"), demo.as("techSupervisor")];
  await service.step(filed, "accept");
  for (const field of ["faultAt", "faultPlace", "symptoms", "faultPlan"]) {
    const refused = await service.tryStep(filed, "report-major-fault", { ...REPORTED, [field]: undefined });
    expect(told(refused), field).toEqual([400, "bad-fields"]);
    expect(refused.text).toContain(`/${field}`);
  }
  await service.step(filed, "report-major-fault", REPORTED);
  await demo.as("techService").step(filed, "finish-at-once", { answer: "Failed over." });
  await measured(filed);
  const refused = await service.tryStep(filed, "close");
  expect(told(refused)).toEqual([409, "form-missing"]);
  expect(refused.text).toContain("ITS-19");

  const analysis = {
    impact: "40 minutes",
    handling: "Failed over",
    cause: "A full disk",
    measures: "An alarm at 80 %",
  };
  expect(told(await supervisor.tryStep(filed, "send-fault-analysis", { ...analysis, measures: undefined }))).toEqual([
    400,
    "bad-fields",
  ]);
  await supervisor.step(filed, "send-fault-analysis", analysis);
  await demo.pass("2 minutes");
  const mails = await demo.mails({ about: filed });
  const heard = mails.filter(({ text }) => text.includes("A full disk") || text.includes("acknowledge"));
  expect(heard.flatMap(({ to }) => to)).toEqual(
    expect.arrayContaining(["lin@client.example", "business@demo-doors.example"]),
  );
  expect((await service.step(filed, "close")).state.id).toBe("CLOSED");
});

test("a case without a major fault closes without an analysis", async () => {
  const filed = await demo.file({
    contact: { name: "Lin Xiao", email: "lin@client.example" },
    kind: "service-request",
    project: "Portal",
    description: "A new account.",
  });
  const service = demo.as("customerService");
  await service.step(filed, "finish-at-once", { answer: "Made." });
  expect((await service.step(filed, "close")).state.id).toBe("CLOSED");
});
