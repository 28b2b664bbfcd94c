import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { must, told } from "../../stack/call.ts";
import { clockOf, endOf } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-04-27T15:00+08:00", policies: ["industrial-park-property"] });
});
afterAll(() => demo.close());

const complaint = {
  contact: { name: "Gao Yuan", email: "gao@studio.example", phone: "+86 571 5550 0177" },
  unitName: "Lin Studio",
  unitNo: "B-1203",
  category: "equipment",
  description: "The lift stood still with people in it.",
};
const manager = () => demo.as("customerServiceManager");
const graded = async (severity: string) => {
  const filed = await demo.file(complaint);
  return { filed, seen: await manager().step(filed, "set-severity", { severity, severityGrounds: "As listed." }) };
};

test("A-30 an upgrade counts anew from the receipt, and both dates stay with the reason for the move", async () => {
  const { filed, seen } = await graded("general");
  expect(clockOf(seen, "rectification")).toMatchObject({ due: endOf("2026-04-30"), moves: [] });
  await demo.until("2026-04-28T09:00+08:00");
  const change = { severity: "major", changeReason: "The press has called." };
  const moved = clockOf(await manager().step(filed, "change-severity", change), "rectification");
  expect(moved).toMatchObject({
    startAt: seen.receivedAt,
    due: endOf("2026-04-28"),
    moves: [{ was: endOf("2026-04-30"), due: endOf("2026-04-28"), why: "severity: general → major" }],
  });
  expect(moved.explanation.at(-1)).toMatch(/was due 30 Apr 2026 24:00, now 28 Apr 2026 24:00/);
  const told = await demo.tracking(filed, "zh-CN");
  expect(clockOf(told, "rectification").explanation.at(-1)).toContain("投诉程度：一般投诉 → 重大投诉");
  expect(JSON.stringify(told), "the grounds stay in the house").not.toContain("The press has called.");
  await demo.until("2026-04-29T00:05+08:00");
  expect(clockOf(await manager().see(filed), "rectification").state).toBe("BREACHED");
  const breaches = (await demo.mails({ to: "customerservicemanager@", about: filed })).filter(({ subject }) =>
    subject.includes("Overdue"),
  );
  expect(breaches).toHaveLength(1);
});

test("AS-88 a major complaint on the eve of Labour Day is solved on the first working day after it", async () => {
  await demo.until("2026-04-30T15:00+08:00");
  const { filed, seen } = await graded("major");
  expect(clockOf(seen, "rectification").due).toBe(endOf("2026-05-06"));
  await manager().step(filed, "assign", { department: "Engineering" });
  await demo.until("2026-05-06T11:00+08:00");
  const solved = await demo.as("engineering").step(filed, "mark-solved", { solution: "A new relay." });
  expect(clockOf(solved, "rectification")).toMatchObject({ state: "MET", onTime: true });
  expect(clockOf(solved, "return-visit")).toMatchObject({ state: "RUNNING", due: endOf("2026-05-13") });
});

test("AS-91 what somebody wrote in a survey on paper goes the same way, from the day on which it was collated", async () => {
  await demo.until("2026-11-05T12:00+08:00");
  const filed = await demo.file(complaint);
  const customerService = demo.as("customerService");
  expect(told(await manager().tryAct(filed, "events", { event: "opinionsCollated" }))).toEqual([403, "not-your-role"]);
  const happened = must(await customerService.happened(filed, "opinionsCollated"), 200);
  const collated = CaseView.parse(happened.body);
  expect(collated).toMatchObject({ state: { id: "COLLATED" }, kind: { id: "survey-opinion" } });
  expect(clockOf(collated, "opinion-delivery")).toMatchObject({
    nominalDue: endOf("2026-11-07"),
    due: endOf("2026-11-09"),
  });
  await demo.until("2026-11-09T10:00+08:00");
  const delivered = await customerService.step(filed, "deliver-opinion");
  expect(clockOf(delivered, "opinion-measures").due).toBe(endOf("2026-11-12"));
  await demo.until("2026-11-13T09:00+08:00");
  expect(clockOf(await customerService.see(filed), "opinion-measures").state).toBe("BREACHED");
  const late = await customerService.step(filed, "write-measures", { measures: "A new relay." });
  expect(clockOf(late, "opinion-measures")).toMatchObject({ state: "BREACHED", onTime: false });
});
