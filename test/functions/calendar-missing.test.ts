import { afterAll, beforeAll, expect, test } from "vitest";
import { plainComplaint } from "../stack/customer.ts";
import { functionOf, openTest, type TestStack } from "../stack/stack.ts";

/** K-12: deadlines that run into a year without a calendar, told to the administrator of the company. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-12-28T09:30+08:00" });
});
afterAll(() => demo.close());

const warnings = () => demo.mails({ to: "it@demo-doors.example" });

test("the administrator hears once a day which calendars are missing, however many cases wait for them", async () => {
  for (let n = 0; n < 3; n += 1) await demo.file(plainComplaint());
  await demo.pass("3 minutes");
  const [first, ...others] = await warnings();
  expect(others).toEqual([]);
  expect(first?.subject).toContain("缺少节假日历");
  expect(first?.subject).toContain("CN 2027");
  expect(first?.text).toContain("自动重新计算");
  await demo.file(plainComplaint());
  await demo.until("2026-12-28T23:50+08:00");
  expect(await warnings(), "nothing more that day").toHaveLength(1);
  await demo.until("2026-12-29T23:50+08:00");
  expect(await warnings(), "once more the next day").toHaveLength(2);
});

test("the schedule that is started twice, and killed after it was done, tells nobody twice", async () => {
  const { id } = functionOf(demo.stack, "wake.schedule");
  await demo.ask("PUT", "/_local/faults", { body: { function: id, twice: true } });
  await demo.until("2026-12-30T23:50+08:00");
  await demo.ask("DELETE", "/_local/faults");
  expect(await warnings()).toHaveLength(3);
});
