import { afterAll, beforeAll, expect, test } from "vitest";
import { told } from "../../stack/call.ts";
import { clockOf } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:00+08:00", policies: ["residents-complaints"] });
});
afterAll(() => demo.close());

test("AS-83 with the resident told and the director not, closing is refused until the director has the result", async () => {
  const filed = await demo.file({
    contact: { name: "Wu Min", email: "wu@resident.example" },
    kind: "complaint",
    source: "came-in",
    dwelling: "3-1202",
    category: "1",
    description: "Noise at night from the pump room.",
  });
  const [officer, director] = [demo.as("propertyOfficer"), demo.as("director")];
  await officer.step(filed, "verify", { findings: "The pump is loud", founded: true });
  await officer.step(filed, "report-result", { department: "Engineering", report: "Bearing worn" });
  const signature = { signoff: "director-has-result", by: "director", name: "Director", method: "typed" };
  expect(told(await director.tryAct(filed, "signatures", signature)), "there is no result yet").toEqual([
    409,
    "signature-before-service",
  ]);
  await officer.step(filed, "handle", { result: "Bearing replaced" });
  await officer.step(filed, "tell-resident", { reply: "The pump was repaired." });
  const refused = await officer.tryStep(filed, "close");
  expect(told(refused)).toEqual([409, "signature-missing"]);
  expect(refused.text).toContain("RES-07");
  expect(told(await officer.tryAct(filed, "signatures", signature)), "nobody signs for the director").toEqual([
    403,
    "not-your-role",
  ]);
  await director.act(filed, "signatures", signature);
  expect((await officer.step(filed, "close")).state.id).toBe("CLOSED");
  expect((await demo.tracking(filed)).signoffs, "what staff sign among themselves is no customer's business").toEqual(
    [],
  );
});

test("a closed complaint is taken up again: what was met stays met, what the closing stopped starts anew, and the director is told anew", async () => {
  const filed = await demo.file({
    contact: { name: "Wu Min", email: "wu@resident.example" },
    kind: "complaint",
    source: "came-in",
    dwelling: "3-1203",
    category: "1",
    description: "Noise at night.",
  });
  const [officer, director] = [demo.as("propertyOfficer"), demo.as("director")];
  const signature = { signoff: "director-has-result", by: "director", name: "Director", method: "typed" };
  expect(told(await officer.tryAct(filed, "reopening", { reason: "x" })), "it is open").toEqual([409, "nothing-to-do"]);
  const verified = await officer.step(filed, "verify", { findings: "Loud", founded: true });
  const investigated = clockOf(verified, "investigation");
  await officer.step(filed, "make-appointment", { appointedAt: "2026-11-20T12:00:00+08:00" });
  await officer.step(filed, "report-result", { department: "Engineering", report: "Bearing" });
  await officer.step(filed, "handle", { result: "Replaced" });
  await director.act(filed, "signatures", signature);
  await officer.step(filed, "tell-resident", { reply: "Repaired." });
  const closed = await officer.step(filed, "close");
  expect(clockOf(closed, "appointed-answer").state).toBe("CANCELLED");
  await demo.pass("2 days");

  expect(told(await demo.as("responsibleDepartment").tryAct(filed, "reopening", { reason: "x" }))).toEqual([
    403,
    "not-your-role",
  ]);
  expect(told(await officer.tryAct(filed, "reopening", { reason: " " }))).toEqual([400, "bad-fields"]);
  const open = await officer.act(filed, "reopening", { reason: "The noise is back." });
  expect([open.state.id, open.state.final]).toEqual(["HANDLING", false]);
  expect(clockOf(open, "investigation"), "verified in time, and that stays so").toMatchObject({
    state: "MET",
    metAt: investigated.metAt,
  });
  const appointed = open.deadlines.filter(({ clock }) => clock === "appointed-answer");
  expect(appointed.map(({ state }) => state)).toEqual(["CANCELLED", "RUNNING"]);
  expect(told(await officer.tryAct(filed, "reopening", { reason: "again" }))).toEqual([409, "nothing-to-do"]);
  const own = await demo.tracking(filed);
  expect(own.timeline.at(-1)).toMatchObject({ what: "Taken up again", detail: [] });

  await officer.step(filed, "handle", { result: "Pump replaced" });
  await officer.step(filed, "tell-resident", { reply: "A new pump." });
  expect(told(await officer.tryStep(filed, "close")), "another result").toEqual([409, "signature-missing"]);
  await director.act(filed, "signatures", signature);
  expect((await officer.step(filed, "close")).state.id).toBe("CLOSED");
});
