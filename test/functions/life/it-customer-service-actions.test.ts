import { afterAll, beforeAll, expect, test } from "vitest";
import { Problem } from "../../../shared/api/problem.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:00+08:00", policies: ["it-customer-service"] });
});
afterAll(() => demo.close());

const call = {
  contact: { name: "Wen Yue", email: "wen@client.example" },
  kind: "fault",
  project: "Ticketing",
  description: "No terminal reaches the server.",
};

const closing = async (filed: Filed) => {
  const { status, body } = await demo.as("customerService").tryStep(filed, "close");
  const { code, rules } = status === 200 ? { code: "closed", rules: [] } : Problem.parse(body);
  return { status, code, rules };
};

test("AS-76 a major fault: the four facts first, then measures that the business side verifies, then the case may close", async () => {
  const filed = await demo.file(call);
  const service = demo.as("techService");
  await service.step(filed, "accept");
  const fault = {
    majorFault: true,
    faultAt: "2026-11-02T08:10:00+08:00",
    faultPlace: "Data centre, row 4",
    symptoms: "All terminals lost the server.",
    faultPlan: "Switch to the standby.",
  };
  for (const missing of ["faultAt", "faultPlace", "symptoms", "faultPlan"]) {
    const answer = await service.tryStep(filed, "report-major-fault", { ...fault, [missing]: undefined });
    expect([answer.status, Problem.parse(answer.body).fields?.map(({ path }) => path)]).toEqual([400, [`/${missing}`]]);
  }
  await service.step(filed, "report-major-fault", fault);
  await service.step(filed, "solve-first", { solution: "Standby is running." });
  await service.step(filed, "hand-in-contact-slip", { slipNo: "S-11", slipContent: "Switched." });
  expect(await closing(filed)).toEqual({ status: 409, code: "action-missing", rules: ["ITS-19"] });

  const supervisor = demo.as("techSupervisor");
  const path = `/cases/${filed.caseId}/actions`;
  const measures = {
    corrective: "major-fault",
    cause: "A power supply failed.",
    measure: "Replaced.",
    prevention: "Both supplies are watched.",
    ownerRole: "techService",
    owner: "Shen Tao",
    due: "2026-11-06",
  };
  must(await supervisor.post(path, measures), 200);
  expect(await closing(filed)).toMatchObject({ status: 409, code: "action-unverified" });
  must(await service.post(`${path}/major-fault-1/done`, { result: "Both are on the monitor." }), 200);
  expect(await closing(filed)).toMatchObject({ status: 409, code: "action-unverified" });
  const own = await service.post(`${path}/major-fault-1/verification`, { effective: true, finding: "It works." });
  expect(own.status).toBe(403);
  must(
    await demo.as("business").post(`${path}/major-fault-1/verification`, { effective: true, finding: "Seen." }),
    200,
  );
  expect((await closing(filed)).code).not.toMatch(/^action-/);
});
