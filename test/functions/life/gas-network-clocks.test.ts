import { afterAll, beforeAll, expect, test } from "vitest";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-07-06T15:00+08:00", policies: ["gas-network-after-sales"] });
});
afterAll(() => demo.close());

test("AS-102 an appointment that cannot be kept is made anew with an apology, and both times stay", async () => {
  const filed = await demo.file({
    contact: { name: "Gao Yuan", email: "gao@home.example", phone: "+86 571 5550 0177" },
    category: "1-1",
    address: "Building 3, 1201",
    description: "The meter ticks.",
  });
  const staff = demo.as("serviceStaff");
  const appointments = async () =>
    (await demo.tracking(filed)).deadlines.filter(({ clock }) => clock === "appointment");
  await staff.step(filed, "appoint", { appointmentAt: "2026-07-07T10:00:00+08:00" });
  await demo.until("2026-07-07T09:30+08:00");
  const missed = { visit: "home-visit", outcome: "rebooked", channel: "home", next: "2026-07-11T09:00:00+08:00" };
  expect((await staff.tryAct(filed, "visits", missed)).status, "without an apology").toBe(400);
  const rebooked = await staff.act(filed, "visits", { ...missed, apology: "The van broke down, we are sorry." });
  expect(rebooked.state.id).toBe("REBOOKED");
  await demo.until("2026-07-11T08:55+08:00");
  await staff.step(filed, "arrive");
  const [first, second] = await appointments();
  expect([first?.state, first?.due]).toEqual(["RENEWED", "2026-07-07T10:00:00+08:00"]);
  expect([second?.state, second?.due, second?.onTime]).toEqual(["MET", "2026-07-11T09:00:00+08:00", true]);
});
