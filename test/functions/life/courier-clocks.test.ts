import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/views.ts";
import { must } from "../../stack/call.ts";
import { clockOf, hoursAfter, officeTime } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-09-30T17:30+08:00", policies: ["courier-service-quality"] });
});
afterAll(() => demo.close());

const claim = {
  contact: { name: "Gao Yuan", email: "gao@coach.example", phone: "+86 571 5550 0177" },
  kind: "claim",
  source: "written",
  capacity: "sender",
  category: "3",
  waybillNo: "LJ20260901077",
  sentAt: "2026-09-01T10:20:00+08:00",
  serviceClass: "domestic",
  insured: true,
  insuredAmount: "2000.00",
  description: "The parcel arrived broken.",
};

test("AS-69 the answer to a claim letter is owed within a day, also through National Day", async () => {
  const filed = await demo.file(claim);
  const origin = demo.as("originCompany");
  await demo.until("2026-09-30T18:00+08:00");
  const letter = { letterFrom: "Gao Yuan", letterDate: "2026-09-28", sentAt: claim.sentAt };
  const received = await origin.step(filed, "record-written-claim", letter);
  const { startAt, due = "" } = clockOf(received, "acceptance-answer");
  expect([due, officeTime(due)]).toEqual([hoursAfter(startAt, 24), "2026-10-01 18:00"]);
  await demo.until(hoursAfter(due, 1 / 60));
  expect(clockOf(await origin.see(filed), "acceptance-answer")).toMatchObject({ state: "BREACHED", onTime: false });
  const told = await demo.mails({ to: "leadinggroup@", about: filed });
  expect(told.map(({ subject }) => subject)).toEqual([expect.stringContaining("Overdue")]);
});

test("COU-27 what lies before the receipt by its nature may be recorded, what never could may not", async () => {
  const filed = await demo.file(claim);
  const office = demo.as("serviceCentre");
  const collected = { at: "2026-09-02T10:00:00+08:00", reason: "From the collection list." };
  const seen = CaseView.parse(must(await office.happened(filed, "codCollected", collected), 200).body);
  expect(clockOf(seen, "cod-settlement")).toMatchObject({
    startAt: collected.at,
    nominalDue: "2026-10-03T00:00:00+08:00",
  });
  expect((await office.happened(filed, "codSettled", collected)).status).toBe(400);
});
