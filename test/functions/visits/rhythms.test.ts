import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WeekView } from "../../../shared/api/visit-week.ts";
import { VisitList, VisitView } from "../../../shared/api/visiting.ts";
import { must, told } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

/** Visits so many times a year, a quarter, or as a plan says, at the public door. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({
    at: "2026-07-01T09:00+08:00",
    policies: ["residents-complaints", "project-return-visit"],
  });
});
afterAll(() => demo.close());

const put = async (role: string, policy: string, id: string, body: object) => {
  must(await demo.as(role).post(`/visited/${id}?policy=${policy}`, body), 200);
  await demo.pass("2 minutes");
};
const visitsOf = async (role: string, id: string) =>
  VisitList.parse(must(await demo.as(role).get(`/visited/${id}/visits`), 200).body).items;
const see = async (role: string, path: string) => VisitView.parse(must(await demo.as(role).get(path), 200).body);

const RECORD = { visitedOn: "2026-07-20", area: "Building 3", opinions: "The lift is slow." };

describe("residents", () => {
  test("AS-84 RES-16 each officer's area once a quarter; unreachable and rebooked on the way, missed at its end", async () => {
    const area = { schedule: "quarterly-visit", title: "Area 3", contact: { name: "Residents of building 3" } };
    await put("propertyOfficer", "residents-complaints", "A-3", area);
    const planned = await visitsOf("propertyOfficer", "A-3");
    expect(planned.map(({ window, due }) => [window.to, due])).toEqual([
      ["2026-09-30", "2026-10-01T00:00:00+08:00"],
      ["2026-12-31", "2027-01-01T00:00:00+08:00"],
      ["2027-03-31", "2027-04-01T00:00:00+08:00"],
      ["2027-06-30", "2027-07-01T00:00:00+08:00"],
    ]);
    const officer = demo.as("propertyOfficer");
    const path = "/visited/A-3/visits/2026-09-30-1.quarterly-visit";
    const fax = { channel: "fax", whom: "Wang", answers: RECORD };
    expect(told(await officer.post(`${path}/done`, fax)), "by no such channel").toEqual([400, "bad-fields"]);
    expect(told(await demo.as("officeHead").post(`${path}/done`, fax)), "another's visit").toEqual([
      403,
      "not-your-role",
    ]);
    must(await officer.post(`${path}/unreachable`, { channel: "home", note: "Nobody opened" }), 200);
    expect(await see("propertyOfficer", path)).toMatchObject({ state: "UNREACHABLE", tries: 1 });

    const late = { apology: "Sorry", next: "2026-10-02T10:00:00+08:00" };
    expect(told(await officer.post(`${path}/rebooked`, late)), "after the quarter").toEqual([400, "bad-fields"]);
    must(await officer.post(`${path}/rebooked`, { ...late, next: "2026-08-12T10:00:00+08:00" }), 200);
    expect(await see("propertyOfficer", path)).toMatchObject({
      state: "REBOOKED",
      appointment: "2026-08-12T10:00:00+08:00",
    });
    await demo.until("2026-08-11T12:00+08:00");
    const history = (await see("propertyOfficer", path)).history.map(({ what }) => what);
    expect(history, "reminded the working day before").toEqual([
      "planned",
      "unreachable",
      "rebooked",
      expect.stringMatching(/^(reminded|notReminded)$/),
    ]);
    await demo.until("2026-10-01T00:05+08:00");
    const missed = await see("propertyOfficer", path);
    expect(missed).toMatchObject({ state: "MISSED", missedAt: expect.stringMatching(/^2026-10-01T00:0/) });
    const made = { channel: "home", whom: "Wang", answers: { ...RECORD, visitedOn: "2026-10-01" } };
    must(await officer.post(`${path}/done`, made), 200);
    expect(await see("propertyOfficer", path), "made up for, and late for good").toMatchObject({
      state: "DONE",
      late: true,
      missedAt: missed.missedAt,
    });
  });

  test("RES-15 twelve home visits a year: made one after the other, all in one window", async () => {
    const head = demo.as("officeHead");
    const home = { schedule: "home-visits", title: "Garden estate", contact: { name: "Residents" } };
    await put("officeHead", "residents-complaints", "E-1", home);
    const ofYear = async () => (await visitsOf("officeHead", "E-1")).filter(({ window }) => window.to === "2026-12-31");
    expect((await ofYear()).map(({ visitId }) => visitId)).toHaveLength(12);
    const record = { ...RECORD, visitedOn: "2026-10-01" };
    for (const n of [1, 2]) {
      const done = { channel: "home", whom: "Wang", answers: record };
      must(await head.post(`/visited/E-1/visits/2026-12-31-${n}.home-visits/done`, done), 200);
    }
    const week = WeekView.parse(must(await head.get("/visits"), 200).body);
    expect(week.visits.filter((one) => one.of === "calendar" && one.object.id === "E-1")).toHaveLength(10);
    const called = { channel: "phone", whom: "Wang", answers: record };
    expect(told(await head.post("/visited/E-1/visits/2026-12-31-3.home-visits/done", called)), "at home alone").toEqual(
      [400, "bad-fields"],
    );
  });
});

test("PRV-01 PRV-03 PRV-05 visited as the approved plan says, by those whom sales sends, with the record of quality", async () => {
  const [sales, manager] = [demo.as("sales"), demo.as("managerInCharge")];
  const visitor = { sub: "sales-li", name: "Li" };
  const contact = { name: "Owner", phone: "057155500177" };
  await put("sales", "project-return-visit", "B-1", { schedule: "planned-visits", title: "Bridge", contact, visitor });
  const plan = "/visit-plans/planned-visits/2026?policy=project-return-visit";
  must(await sales.post(plan, { visits: [{ object: "B-1", from: "2026-10-10", to: "2026-10-31" }] }), 200);
  expect(await visitsOf("sales", "B-1")).toEqual([]);
  must(await manager.post(plan.replace("?", "/approve?")), 200);
  await demo.pass("2 minutes");
  const [visit, ...others] = await visitsOf("sales", "B-1");
  expect([visit?.visitId, visit?.object.visitor, others]).toEqual(["2026-10-31-1.planned-visits", visitor, []]);
  await demo.until("2026-10-12T10:00+08:00");
  const answers = { visitedOn: "2026-10-12", visitFindings: "No cracks", evaluation: "Well built" };
  const path = `/visited/B-1/visits/${visit?.visitId}`;
  const [act] = (await see("sales", path)).acts;
  expect(act?.fields.filter(({ id }) => id.startsWith("answers.")).map(({ id, required }) => [id, required])).toEqual([
    ["answers.visitedOn", true],
    ["answers.visitFindings", true],
    ["answers.evaluation", false],
  ]);
  const judged = (await see("managerInCharge", path)).acts.map(({ act }) => act);
  expect(judged, "not theirs to make").toEqual(["waived"]);
  const unsaid = { channel: "site", whom: "Owner", answers: { ...answers, visitFindings: "" } };
  expect(told(await sales.post(`${path}/done`, unsaid))).toEqual([400, "bad-fields"]);
  must(await sales.post(`${path}/done`, { ...unsaid, answers }), 200);
  const retired = { object: "B-1", from: "2026-11-01", to: "2026-11-30" };
  must(await sales.post("/visited/B-1/retirement", { for: "contract-ended" }), 200);
  expect(told(await sales.post(plan, { visits: [retired] })), "what is retired is planned no more").toEqual([
    400,
    "bad-fields",
  ]);
  expect(await see("sales", path), "what was made stays").toMatchObject({ state: "DONE", whom: "Owner" });

  const occasional = { schedule: "occasional-visits", title: "Pier", contact };
  await put("sales", "project-return-visit", "B-2", occasional);
  expect(await visitsOf("sales", "B-2"), "no figure is stated, and none is made up").toEqual([]);
});
