import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
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

const SENT = { ...claim, sentAt: "2025-10-20T10:20:00+08:00", waybillNo: "LJ20251020001" };
const letterOf = (sentAt: string, over: object = {}) => ({
  letterFrom: "Gao Yuan",
  letterDate: "2026-10-10",
  sentAt,
  ...over,
});

test("AS-64 the window for claims is shown from the waybill's sending time, explains itself, and closes with the letter", async () => {
  const filed = await demo.file(SENT);
  const origin = demo.as("originCompany");
  const shown = clockOf(await demo.tracking(filed), "claim-window");
  expect(shown).toMatchObject({ state: "RUNNING", startAt: SENT.sentAt, due: "2026-10-21T00:00:00+08:00" });
  expect(shown.explanation.join(" ")).toMatch(/20 Oct 2025 10:20.*20 Oct 2026 24:00/);

  // what the waybill says is corrected: the last day follows, and is rolled behind the rest day
  const corrected = "2025-10-17T10:20:00+08:00";
  const received = await origin.step(filed, "record-written-claim", letterOf(corrected));
  expect(clockOf(received, "claim-window")).toMatchObject({
    state: "MET",
    startAt: corrected,
    nominalDue: "2026-10-18T00:00:00+08:00",
    due: "2026-10-20T00:00:00+08:00",
    moves: [{ was: "2026-10-21T00:00:00+08:00", due: "2026-10-20T00:00:00+08:00" }],
  });
});

test("AS-64 a window that nobody used lapses: no breach, no reminder, and a letter that came in time counts though it is entered late", async () => {
  const [unused, inTime] = [await demo.file(SENT), await demo.file(SENT)];
  const origin = demo.as("originCompany");
  await demo.until("2026-10-21T09:00+08:00");
  const lapsed = await origin.see(unused);
  expect(clockOf(lapsed, "claim-window")).toMatchObject({ state: "LAPSED", due: "2026-10-21T00:00:00+08:00" });
  expect(JSON.stringify(lapsed.timeline)).not.toContain("Written claim made in time");
  const about = await demo.mails({ about: unused });
  expect(about.map(({ subject }) => subject).filter((one) => /Overdue|Due /.test(one))).toEqual([]);

  const came = "2026-10-20T23:59:00+08:00";
  const entered = await origin.step(inTime, "record-written-claim", letterOf(SENT.sentAt, { letterArrivedAt: came }));
  expect(clockOf(entered, "claim-window")).toMatchObject({ state: "MET", metAt: came });
  expect(clockOf(entered, "acceptance-answer"), "A-53 it runs from when the letter came").toMatchObject({
    startAt: came,
    due: "2026-10-21T23:59:00+08:00",
  });
  const late = await origin.step(unused, "record-written-claim", letterOf(SENT.sentAt));
  expect(late.claim?.findings.map(({ code }) => code)).toContain("beyond-the-period");
  expect(clockOf(late, "claim-window").state).toBe("LAPSED");
});
