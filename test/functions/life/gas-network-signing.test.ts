import { afterAll, beforeAll, expect, test } from "vitest";
import { must, told } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-07-06T09:00+08:00", policies: ["gas-network-after-sales"] });
});
afterAll(() => demo.close());

test("AS-102 an appointment that is missed is rebooked with an apology and a new time, and the work is signed before closing", async () => {
  const filed = await demo.file({
    contact: { name: "Qian Li", email: "qian@user.example" },
    category: "1-1",
    address: "Canal Road 18",
    description: "The meter hisses.",
  });
  const staff = demo.as("serviceStaff");
  await staff.step(filed, "appoint", { appointmentAt: "2026-07-07T10:00:00+08:00", agreedWith: "Qian Li" });
  const visit = (over: object) => staff.tryAct(filed, "visits", { visit: "home-visit", channel: "home", ...over });
  const next = "2026-07-08T10:00:00+08:00";
  expect(told(await visit({ outcome: "rebooked", next })), "no apology").toEqual([400, "bad-fields"]);
  expect(told(await visit({ outcome: "rebooked", apology: "Sorry" })), "no new time").toEqual([400, "bad-fields"]);
  expect(told(await visit({ outcome: "rebooked", apology: "Sorry", next: "2026-07-05T10:00:00+08:00" }))).toEqual([
    400,
    "bad-fields",
  ]);
  await demo.until("2026-07-07T09:30+08:00");
  must(await visit({ outcome: "rebooked", apology: "A burst main holds us up, we are sorry.", next }), 200);
  const rebooked = await staff.see(filed);
  expect([rebooked.state.id, rebooked.visits[0]?.state]).toEqual(["REBOOKED", "rebooked"]);
  expect(rebooked.facts).toMatchObject({ appointmentAt: "2026-07-08T02:00:00.000Z" });
  const last = (await demo.tracking(filed)).timeline.at(-1);
  expect(last?.what).toBe("Another time promised");
  expect(last?.detail.join()).toContain("we are sorry");

  await demo.until("2026-07-08T09:55+08:00");
  await staff.step(filed, "arrive");
  expect(told(await visit({ outcome: "done", whom: "Qian Li", opinion: "x" })), "the step says so").toEqual([
    409,
    "nothing-to-do",
  ]);
  const early = { signoff: "user-signature", by: "user", name: "Qian Li", method: "drawn" };
  expect(told(await staff.tryAct(filed, "signatures", early))).toEqual([409, "signature-before-service"]);
  await staff.step(filed, "finish-at-home", {
    workDone: "Seal replaced",
    installationChecked: "yes",
    adviceGiven: "yes",
  });
  const operations = demo.as("operations");
  expect(told(await operations.tryStep(filed, "close"))).toEqual([409, "signature-missing"]);
  must(await demo.own(filed, "signatures", { signoff: "user-signature", name: "Qian Li", method: "drawn" }), 200);
  expect((await operations.step(filed, "close")).state.id).toBe("CLOSED");
});
