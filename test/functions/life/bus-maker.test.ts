import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { busFault } from "../../fixtures/customer-sends.ts";
import { must } from "../../stack/call.ts";
import { clockOf, hoursAfter, officeTime } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-06-19T22:40+08:00", policies: ["bus-maker-after-sales"] });
});
afterAll(() => demo.close());

const report = (fault: string) => ({ ...busFault, fault });

describe("a chassis fault on Dragon Boat", () => {
  test("AS-18 a telephone call does not stop the clock, writing does, and the result is told to the user", async () => {
    const filed = await demo.file(report("chassis"));
    const team = demo.as("serviceTeam");
    const { receivedAt } = await team.see(filed);
    await demo.until("2026-06-20T09:00+08:00");
    const called = await team.step(filed, "answer-user", { answer: "Told by telephone that the maker is asked." });
    const due = hoursAfter(receivedAt, 12);
    expect(officeTime(due)).toBe("2026-06-20 10:40");
    expect(clockOf(called, "written-contact")).toMatchObject({ state: "RUNNING", due });
    await demo.until("2026-06-20T10:30+08:00");
    const letter = { addressee: "Engine maker", letter: "The clutch slips at 60 km/h; see the photos." };
    const written = await team.step(filed, "contact-in-writing", letter);
    expect(clockOf(written, "written-contact")).toMatchObject({ state: "MET", onTime: true, due });
    expect(clockOf(written, "result-feedback")).toMatchObject({
      grade: "advisory",
      state: "RUNNING",
      due: "2026-06-23T00:00:00+08:00",
    });

    await demo.until("2026-06-23T00:05+08:00");
    const late = await team.see(filed);
    expect(
      late.timeline.filter(({ what }) => what === "Overdue"),
      "advisory clocks never breach",
    ).toEqual([]);
    await team.step(filed, "feed-back-result", { contactResult: "The maker sends a new clutch on Wednesday." });
    await demo.settled();
    const told = await demo.tracking(filed);
    expect(JSON.stringify(told.timeline)).toContain("The maker sends a new clutch on Wednesday.");
    expect(JSON.stringify(told.timeline)).not.toContain("60 km/h");
    await demo.pass("2 minutes");
    const letters = await demo.mails({ to: "gao@coach.example", about: filed });
    expect(letters.at(-1)?.text).toContain("The maker sends a new clutch on Wednesday.");
  });
});

describe("what happens beside the steps", () => {
  test("BUS-28 a part that was replaced is recorded afterwards with a reason, and both dates stay", async () => {
    const filed = await demo.file(report("body"));
    const team = demo.as("serviceStaff");
    const before = await team.see(filed);
    expect(before.acts.find(({ act }) => act === "recordEvent")?.fields[0]?.choices?.map(({ value }) => value)).toEqual(
      ["largeProblemFound", "partReplaced", "enquiryReceived", "enquiryAnswered"],
    );
    await demo.pass("3 hours");
    const at = hoursAfter(before.receivedAt, 1);
    const code = async (event: string, more?: object) => {
      const { status, body } = await team.happened(filed, event, more);
      const { code: told, fields } = Problem.parse(body);
      return [status, told, fields?.map(({ path }) => path)];
    };
    expect(await code("partReplaced", { at })).toEqual([400, "bad-fields", ["/reason"]]);
    expect(await code("partReplaced", { at: hoursAfter(at, -2), reason: "x" })).toEqual([400, "bad-fields", ["/at"]]);
    expect(await code("partReplaced", { at: hoursAfter(at, 9) })).toEqual([400, "bad-fields", ["/at"]]);
    expect(await code("partReplaced", { more: 1 })).toEqual([400, "bad-fields", expect.anything()]);
    expect(await code("arrived")).toEqual([404, "unknown-event", undefined]);
    expect((await team.see(filed)).version, "nothing half stored").toBe(before.version);

    const key = { "idempotency-key": "part-1" };
    const body = { event: "partReplaced", at, reason: "No network in the depot." };
    const path = `/cases/${filed.caseId}/events`;
    const first = CaseView.parse(must(await team.post(path, body, key), 200).body);
    const again = CaseView.parse(must(await team.post(path, body, key), 200).body);
    expect(again.version).toBe(first.version);
    expect(clockOf(first, "old-part-return")).toMatchObject({ state: "RUNNING", startAt: at });
    const line = first.timeline.at(-1) ?? expect.unreachable("it is there");
    expect(line).toMatchObject({
      what: "Part replaced",
      detail: [expect.stringMatching(/^happened /), expect.anything()],
    });
    expect(Date.parse(line.at) - Date.parse(at), "recorded two hours later").toBeGreaterThanOrEqual(2 * 3_600_000);
    expect(JSON.stringify((await demo.tracking(filed)).timeline)).not.toContain("No network");
    await demo.pass("1 minute");
  });
});

describe("a body fault on National Day", () => {
  const triaged = async (distanceKm: number) => {
    const filed = await demo.file(report("body"));
    const seen = await demo.as("marketing").step(filed, "triage", { fault: "body", distanceKm });
    await demo.as("marketing").step(filed, "issue-order", { staffCount: 1, staff: "Lin Wei" });
    return { filed, seen };
  };
  const arrive = (filed: { caseId: string }) => demo.as("serviceStaff").step(filed, "arrive");

  test("AS-15 exactly 100 km: the hours run on, in time up to the due and late a second after it", async () => {
    await demo.until("2026-10-02T20:15+08:00");
    const [near, late] = [await triaged(100), await triaged(100)];
    const due = hoursAfter(near.seen.receivedAt, 24);
    expect(officeTime(due)).toBe("2026-10-03 20:15");
    expect(clockOf(near.seen, "arrival")).toMatchObject({ state: "RUNNING", due });
    await demo.until(hoursAfter(due, -1 / 60));
    expect(clockOf(await arrive(near.filed), "arrival")).toMatchObject({ state: "MET", onTime: true });
    await demo.until(hoursAfter(late.seen.receivedAt, 24 + 1 / 3600));
    expect(clockOf(await arrive(late.filed), "arrival")).toMatchObject({ state: "BREACHED", onTime: false });
    await demo.pass("2 minutes");
    const told = await demo.mails({ to: "leader@", about: late.filed });
    expect(told.map(({ subject }) => subject)).toEqual([expect.stringContaining("Overdue")]);
    expect(await demo.mails({ to: "leader@", about: near.filed })).toEqual([]);
  });

  test("AS-17 the supplier adds the answer, counted from the report, and leaves the arrival as it is", async () => {
    const { filed, seen } = await triaged(60);
    expect(seen.deadlines.map(({ clock }) => clock)).toEqual(["arrival"]);
    await demo.pass("45 minutes");
    const flagged = { fault: "body", distanceKm: 60, supplierNeeded: true };
    const { deadlines } = await demo.as("serviceTeam").step(filed, "triage", flagged);
    expect(deadlines).toMatchObject([
      { clock: "arrival", due: hoursAfter(seen.receivedAt, 24), moves: [] },
      { clock: "answer", startAt: seen.receivedAt, due: hoursAfter(seen.receivedAt, 12), moves: [] },
    ]);
  });

  test("A-72 a fault that turns out to be of the chassis keeps its start, and what no longer holds stays to be seen", async () => {
    const { filed, seen } = await triaged(60);
    await demo.pass("2 hours");
    const turned = await demo.as("serviceTeam").step(filed, "triage", { fault: "chassis", distanceKm: 60 });
    expect(clockOf(turned, "arrival")).toMatchObject({
      state: "CANCELLED",
      moves: [{ was: hoursAfter(seen.receivedAt, 24), why: "fault: a body fault → a chassis or engine fault" }],
    });
    expect(clockOf(turned, "written-contact")).toMatchObject({ startAt: seen.receivedAt, state: "RUNNING" });
    expect(clockOf(await demo.tracking(filed), "arrival").explanation.at(-1)).toMatch(/^No longer asked since /);
  });
});
