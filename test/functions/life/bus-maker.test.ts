import { afterAll, beforeAll, expect, test } from "vitest";
import { clockOf, hoursAfter } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-10-02T20:15+08:00", policies: ["bus-maker-after-sales"] });
});
afterAll(() => demo.close());

const report = {
  contact: { name: "Gao Yuan", email: "gao@coach.example", phone: "+86 571 5550 0177" },
  fault: "body",
  busModel: "RX-12",
  serialNo: "LRX1200026",
  address: "Coach depot, Linjiang",
  phone: "0571-5550177",
  contactPerson: "Gao Yuan",
  description: "The rear door does not close.",
};

test("AS-15 exactly 100 km on a holiday: the hours run on, and the last second is in time", async () => {
  const filed = await demo.file(report);
  const seen = await demo.as("marketing").step(filed, "triage", { fault: "body", distanceKm: 100 });
  expect(clockOf(seen, "arrival")).toMatchObject({ state: "RUNNING", due: hoursAfter(seen.receivedAt, 24) });
});
