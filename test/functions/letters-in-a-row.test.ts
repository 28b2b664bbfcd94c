import { afterAll, beforeAll, expect, test } from "vitest";
import { openTest, type TestStack } from "../stack/stack.ts";

/** Much happens between two wake-ups: each letter tells what was so when it was caused, not what became of it. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
});
afterAll(() => demo.close());

test("a request of an extension that is approved before its letter leaves asks for the days that it asked for", async () => {
  const filed = await demo.file();
  const [clerk, director] = [demo.as("clerk"), demo.as("director")];
  await clerk.step(filed, "accept");
  await clerk.askExtension(filed, { clock: "plan", newDue: "2026-03-20", reason: "供应商配件延期到货" });
  const [{ id = "" } = {}] = (await director.see(filed)).extensions;
  await director.decide(filed, id, { approve: true });
  await clerk.step(filed, "reply-plan", { plan: "更换门扇，运费由本公司承担" });
  await demo.pass("2 minutes");

  const [asked] = await demo.mails({ to: "director@", about: filed });
  expect(asked?.text).toMatch(/现行期限：2026年3月16日.*\s+申请延至：2026年3月20日/);
  const [, progress, replied] = await demo.mails({ to: "chen@", about: filed });
  expect(progress?.text).toContain("Mon 16 Mar 2026, 24:00");
  expect(progress?.text, "a clock that had not started").not.toContain("Carrying out");
  expect(replied?.text).toContain("Fri 13 Mar 2026, 24:00");
});
