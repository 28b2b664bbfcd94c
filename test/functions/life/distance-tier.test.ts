import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { liftTrouble } from "../../fixtures/customer-sends.ts";
import { must } from "../../stack/call.ts";
import { clockOf, hoursAfter, officeTime } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-02-14T18:00+08:00", policies: ["distance-tier-after-sales"] });
});
afterAll(() => demo.close());

/** A request in warranty, so many kilometres away. */
const assessed = async (distanceKm: number) => {
  const filed = await demo.file(liftTrouble);
  const seen = await demo.as("afterSales").step(filed, "assess", { warranty: "in", distanceKm });
  return { filed, seen };
};

test("A-15 the distance is shown with its source, who entered it and when, and a corrected one as corrected", async () => {
  const filed = await demo.file(liftTrouble);
  const staff = demo.as("afterSales");
  const said = { warranty: "in", distanceKm: 301.5, distanceSource: "Road map of the province" };
  const seen = await staff.step(filed, "assess", said);
  const [entry, ...more] = seen.recorded;
  expect(more).toEqual([]);
  expect(entry).toMatchObject({
    by: "afterSales (After-sales department)",
    at: expect.stringMatching(/^2026-02-14T18:.*\+08:00$/),
    source: [{ label: "Source of the distance", value: "Road map of the province" }],
  });
  expect(entry?.facts).toContainEqual({ id: "distanceKm", label: "Road distance", value: "301.5 km", current: true });

  const place = seen.timeline.find(({ mayCorrect = [] }) => mayCorrect.some(({ id }) => id === "distanceKm"))?.place;
  const put = { place, field: "distanceKm", value: 299.9, reason: "the road has been shortened" };
  const corrected = await staff.act(filed, "corrections", put);
  expect(corrected.corrections).toMatchObject([
    {
      field: "Road distance",
      before: "301.5 km",
      after: "299.9 km",
      reason: put.reason,
      by: "afterSales (After-sales department)",
    },
  ]);
  expect(corrected.recorded[0]?.facts).toContainEqual(expect.objectContaining({ value: "299.9 km", current: true }));
});

describe("AS-25 a festival excuses the arrival", () => {
  test("once it was recorded in time and approved by the head; a promise runs instead, and all are told", async () => {
    const { filed, seen } = await assessed(650);
    const due = hoursAfter(seen.receivedAt, 48);
    expect(officeTime(due)).toBe("2026-02-16 18:00");
    expect(clockOf(seen, "arrival")).toMatchObject({ state: "RUNNING", due });
    await demo.until("2026-02-15T10:00+08:00");
    const [dispatcher, head] = [demo.as("serviceCentre"), demo.as("afterSalesHead")];
    const path = `/cases/${filed.caseId}/exceptions`;
    const exception = {
      clock: "arrival",
      reason: "FESTIVAL",
      promised: "2026-02-24T12:00:00+08:00",
      remark: "No coach before the 23rd.",
    };
    must(await dispatcher.post(path, exception), 200);
    await demo.pass("1 minute");
    const [asked] = await demo.mails({ to: "aftersaleshead@", about: filed });
    expect(asked?.subject).toContain("Exception to decide: Arrival on site");
    expect(asked?.text).toContain("No coach before the 23rd.");
    expect(
      Problem.parse(must(await dispatcher.post(`${path}/arrival-1/decision`, { approve: true }), 403).body).code,
    ).toBe("not-your-role");
    const excused = CaseView.parse(must(await head.post(`${path}/arrival-1/decision`, { approve: true }), 200).body);
    expect(clockOf(excused, "arrival")).toMatchObject({ state: "EXCUSED" });
    expect(clockOf(excused, "arrival")).not.toHaveProperty("onTime");
    expect(clockOf(excused, "promised-arrival")).toMatchObject({ state: "RUNNING", due: "2026-02-24T12:00:00+08:00" });

    await demo.pass("1 minute");
    const told = (await demo.mails({ to: "gao@coach.example", about: filed })).at(-1);
    expect(told?.subject).toContain("promised for Tue 24 Feb 2026, 12:00 instead");
    expect(`${told?.text}${told?.html}`).not.toMatch(/festival|No coach/);
    const staffTold = (await demo.mails({ to: "servicecentre@", about: filed })).at(-1);
    expect(staffTold?.text).toContain("a festival");

    await demo.as("serviceCentre").step(filed, "dispatch", { sentStaff: "Lin Wei", qualified: "yes" });
    await demo.until("2026-02-24T11:00+08:00");
    const arrived = await demo.as("serviceStaff").step(filed, "arrive");
    expect(clockOf(arrived, "promised-arrival")).toMatchObject({ state: "MET", onTime: true });
    expect(clockOf(arrived, "arrival")).toMatchObject({ state: "EXCUSED" });
    expect(await demo.mails({ to: "aftersaleshead@", about: filed }), "nobody was told of a breach").toHaveLength(1);
  });

  test("a refusal leaves the due, and the customer hears nothing of it", async () => {
    const { filed } = await assessed(650);
    const path = `/cases/${filed.caseId}/exceptions`;
    must(
      await demo
        .as("serviceCentre")
        .post(path, { clock: "arrival", reason: "NO_TICKET", promised: "2026-03-01T12:00:00+08:00" }),
      200,
    );
    const refused = await demo.as("afterSalesHead").post(`${path}/arrival-1/decision`, { approve: false });
    expect(clockOf(CaseView.parse(must(refused, 200).body), "arrival").state).toBe("RUNNING");
    await demo.pass("1 minute");
    const letters = await demo.mails({ to: "gao@coach.example", about: filed });
    expect(letters.map(({ subject }) => subject).filter((subject) => /[Ee]xception|instead/.test(subject))).toEqual([]);
    expect((await demo.tracking(filed)).timeline.map(({ what }) => what)).not.toContain("Exception refused");
  });
});

describe("AS-24 four distances on the eve of Qingming", () => {
  beforeAll(() => demo.until("2026-04-03T15:00+08:00"));

  test.each([
    [300, 24, "2026-04-04 15:00"],
    [300.1, 48, "2026-04-05 15:00"],
    [1000, 48, "2026-04-05 15:00"],
    [1000.1, 72, "2026-04-06 15:00"],
  ])("%s km: within %s hours", async (distanceKm, hours, wall) => {
    const { seen } = await assessed(distanceKm);
    const due = hoursAfter(seen.receivedAt, hours);
    expect(clockOf(seen, "arrival")).toMatchObject({ state: "RUNNING", due });
    expect(officeTime(due)).toBe(wall);
  });

  test("a distance that is measured anew counts from the receipt, and says what the due was", async () => {
    const { filed, seen } = await assessed(300);
    const again = await demo.as("afterSales").step(filed, "assess", { warranty: "in", distanceKm: 300.1 });
    const [was, due] = [hoursAfter(seen.receivedAt, 24), hoursAfter(seen.receivedAt, 48)];
    expect(clockOf(again, "arrival")).toMatchObject({
      due,
      moves: [{ was, due, why: "road distance: 300 km → 300.1 km" }],
    });
    const page = await demo.ask("GET", `/${demo.org}/case/${filed.caseId}/${filed.trackingToken}`);
    expect(page.text).toContain("road distance: 300 km → 300.1 km");
  });
});
