import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseList } from "../../../shared/api/list-view.ts";
import { clockOf } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00", policies: ["enterprise-after-sales"] });
});
afterAll(() => demo.close());

test("AS-120 an advisory clock past its target is listed and reminded of, and is no breach", async () => {
  const filed = await demo.file({
    contact: { name: "Gao Yuan", email: "gao@office.example", phone: "+86 571 5550 0177" },
    kind: "complaint",
    officeName: "Linjiang office",
    region: "East",
    quantity: 1,
    description: "The pump runs dry.",
  });
  const afterSales = demo.as("afterSales");
  const clock = clockOf(await afterSales.see(filed), "first-feedback");
  expect(clock).toMatchObject({ grade: "advisory", state: "RUNNING" });
  await demo.until("2026-03-12T09:30+08:00");
  const seen = await afterSales.see(filed);
  expect(clockOf(seen, "first-feedback")).toMatchObject({ state: "RUNNING", due: clock.due, onTime: false });
  expect(seen.timeline.map(({ what }) => what)).toContain("Reminder");
  expect(seen.timeline.map(({ what }) => what)).not.toContain("Overdue");
  const { items } = CaseList.parse((await afterSales.get("/cases")).body);
  expect(items).toMatchObject([{ caseId: filed.caseId, clock: "first-feedback", overdue: true }]);
  const letters = await demo.mails({ to: "aftersales@", about: filed });
  expect(letters.map(({ subject }) => subject)).toEqual([expect.stringContaining("Reminder")]);
});
