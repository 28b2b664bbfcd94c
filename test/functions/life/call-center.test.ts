import { afterAll, beforeAll, expect, test } from "vitest";
import { TakeReply } from "../../../shared/api/taking.ts";
import { must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00", policies: ["call-center-service"] });
});
afterAll(() => demo.close());

test("what an agent cannot handle goes to a department and comes back, and the agent stays first contact (CAL-01, CAL-03)", async () => {
  const agent = demo.as("agent");
  const call = {
    channel: "phone",
    contact: { name: "Lu Min", phone: "13900000001" },
    fields: { kind: "complaint", category: "1", description: "The booking is gone." },
  };
  const { caseId } = TakeReply.parse(must(await agent.tryTake(call), 201).body);
  await agent.step({ caseId }, "begin", { firstContact: "agent" });
  const assign = (body: unknown) => agent.post(`/cases/${caseId}/assignments`, body);
  const unclear = await assign({ route: "cannot-handle", answers: { whyPassed: "The hotel has to say." } });
  expect([unclear.status, unclear.body], "to the department or to the superior?").toMatchObject([
    400,
    { fields: [{ path: "/role" }] },
  ]);
  const silent = await assign({ route: "cannot-handle", role: "department" });
  expect([silent.status, silent.body]).toMatchObject([400, { fields: [{ path: "/answers/whyPassed" }] }]);
  const given = { route: "cannot-handle", role: "department", answers: { whyPassed: "The hotel has to say." } };
  must(await assign(given), 200);
  expect(await agent.see({ caseId })).toMatchObject({
    state: { id: "PASSED_ON" },
    routing: { responsible: { sub: "agent" } },
  });
  const department = demo.as("department");
  must(await department.post(`/cases/${caseId}/assignments/1/acknowledgement`), 200);
  expect((await agent.see({ caseId })).routing.responsible).toMatchObject({ sub: "department" });
  must(await department.post(`/cases/${caseId}/assignments/1/return`, { reason: "The booking is back." }), 200);
  expect(await agent.see({ caseId })).toMatchObject({
    state: { id: "TRACKING" },
    taken: { firstContact: { sub: "agent" } },
    routing: { responsible: { sub: "agent" }, assignments: [{ state: "returned" }] },
  });
});
