import { afterAll, beforeAll, expect, test } from "vitest";
import { told } from "../../stack/call.ts";
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
  const signature = { signoff: "director-has-result", name: "Director", method: "typed" };
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
