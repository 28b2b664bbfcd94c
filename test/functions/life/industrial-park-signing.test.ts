import { afterAll, beforeAll, expect, test } from "vitest";
import { told } from "../../stack/call.ts";
import { clockOf } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:00+08:00", policies: ["industrial-park-property"] });
});
afterAll(() => demo.close());

test("AS-92 a visit without the tenant's signature is done and not signed: its deadline runs on and nothing is archived", async () => {
  const filed = await demo.file({
    contact: { name: "He Lan", email: "he@tenant.example" },
    unitName: "Linjiang Optics",
    unitNo: "B-204",
    category: "cleaning",
    place: "lobby",
    description: "The lobby floor is dirty.",
  });
  const service = demo.as("customerService");
  await service.step(filed, "set-severity", { severity: "general", severityGrounds: "A first time" });
  await service.step(filed, "assign", { department: "Cleaning" });
  await service.step(filed, "mark-solved", { solution: "Cleaned" });
  const visit = { visit: "complaint-visit", outcome: "done", channel: "site", whom: "He Lan", opinion: "Clean again" };
  expect(told(await demo.as("cleaningSupervisor").tryAct(filed, "visits", visit))).toEqual([403, "not-your-role"]);
  expect(told(await service.tryAct(filed, "visits", { ...visit, doneAt: "2026-11-01T09:00:00+08:00" }))).toEqual([
    400,
    "bad-fields",
  ]);
  const done = await service.act(filed, "visits", visit);
  expect([done.state.id, done.visits[0]?.state]).toEqual(["VISITED", "done"]);
  expect(clockOf(done, "return-visit")).toMatchObject({ state: "RUNNING" });
  const due = clockOf(done, "return-visit").due ?? "";

  await demo.until("2026-11-15T09:00+08:00");
  const waiting = await service.see(filed);
  expect(waiting.next.find(({ step }) => step === "archive")?.allowed).toBe(false);
  expect(told(await service.tryStep(filed, "archive"))).toEqual([409, "wrong-state"]);
  expect(clockOf(waiting, "return-visit")).toMatchObject({ state: "RUNNING", due });

  const signed = await service.act(filed, "signatures", {
    signoff: "visit-signature",
    by: "tenant",
    name: "He Lan",
    method: "drawn",
  });
  expect([signed.state.id, signed.visits[0]?.state]).toEqual(["SIGNED", "signed"]);
  expect(clockOf(signed, "return-visit")).toMatchObject({ state: "MET", onTime: true, due });
  expect(told(await service.tryAct(filed, "visits", visit)), "it is over").toEqual([409, "nothing-to-do"]);
  expect((await service.step(filed, "archive")).state.id).toBe("ARCHIVED");
});
