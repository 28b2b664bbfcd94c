import { afterAll, beforeAll, expect, test } from "vitest";
import { WeekView } from "../../../shared/api/visit-week.ts";
import { VisitList, VisitView } from "../../../shared/api/visiting.ts";
import { tableOrgs } from "../../../shared/aws/orgs.ts";
import { tableSuppressions } from "../../../shared/aws/suppressions.ts";
import compiled from "../../../shared/policies/compiled/it-customer-service.json" with { type: "json" };
import { sh } from "../../fixtures/cases.ts";
import { must, told } from "../../stack/call.ts";
import { publishNext } from "../../stack/publishing.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

const POLICY = "it-customer-service";

/** Planned visits follow their regulation; what was made or missed stays as it was. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-01-05T10:00+08:00", policies: [POLICY] });
});
afterAll(() => demo.close());

const staff = () => demo.as("customerService");
const put = async (id: string, delivered: string, visitor?: object) => {
  const contact = { name: "Chen" };
  const body = { schedule: "project-visit", title: `Portal ${id}`, contact, visitor, events: { delivered } };
  must(await staff().post(`/visited/${id}?policy=${POLICY}`, body), 200);
};
const visitsOf = async (id: string) =>
  VisitList.parse(must(await staff().get(`/visited/${id}/visits`), 200).body).items;
const see = async (path: string) => VisitView.parse(must(await staff().get(path), 200).body);
const done = (on: string) => ({
  channel: "phone",
  whom: "Chen",
  answers: { visitedProject: "x", visitedOn: on, opinion: "y" },
});

test("ITS-14 ITS-15 a reminder is in its visitor's language, and none goes to an address that mail came back from", async () => {
  const orgs = tableOrgs(demo.demo.client, demo.demo.table);
  const closed = { is: "bounced", at: sh("2026-01-04 09:00"), why: "no such mailbox" } as const;
  await tableSuppressions(demo.demo.client, demo.demo.table, orgs).add(demo.org, "gone@doors.example", closed);
  await put("EN", "2025-12-31", { sub: "en", name: "Eve", email: "eve@doors.example", locale: "en" });
  await put("ZH", "2025-12-31", { sub: "zh", name: "周", email: "zhou@doors.example", locale: "zh-CN" });
  await put("GONE", "2025-12-31", { sub: "gone", name: "Gone", email: "gone@doors.example" });
  await demo.until("2026-01-31T12:00+08:00");
  const [english, chinese, none] = await Promise.all(
    ["eve@doors.example", "zhou@doors.example", "gone@doors.example"].map((to) => demo.mails({ to })),
  );
  expect(english?.map(({ subject }) => subject)).toEqual([expect.stringContaining("Visit to make: Portal EN")]);
  expect(chinese?.map(({ subject }) => subject)).toEqual([expect.stringContaining("回访提醒：Portal ZH")]);
  expect(none).toEqual([]);
  const { history } = await see("/visited/GONE/visits/2026-01-31-1.project-visit");
  expect(history.at(-1)).toMatchObject({ what: "notReminded", why: expect.stringContaining("no such mailbox") });
  expect(
    history.filter(({ what }) => what === "notReminded"),
    "said once",
  ).toHaveLength(1);
});

test("AS-92 a new version is followed by what is planned: another rhythm, and done is not signed where the customer must sign", async () => {
  await put("P", "2025-12-31");
  await demo.pass("2 minutes");
  const first = "/visited/P/visits/2026-01-31-1.project-visit";
  must(await staff().post(`${first}/done`, done("2026-01-31")), 200);
  await demo.until("2026-03-02T10:00+08:00");
  const before = await visitsOf("P");
  expect(before.slice(0, 3).map(({ visitId, state }) => [visitId, state])).toEqual([
    ["2026-01-31-1.project-visit", "DONE"],
    ["2026-02-28-1.project-visit", "MISSED"],
    ["2026-03-31-1.project-visit", "PLANNED"],
  ]);

  const schedules = compiled.schedules.map((one) =>
    one.id !== "project-visit"
      ? one
      : {
          ...one,
          rhythm: { kind: "by-age", event: "delivered", bands: [{ every: "3 months" }] },
          duty: { ...one.duty, signature: true },
          examples: [],
        },
  );
  await publishNext(demo, compiled, "2026-03-05", { schedules });
  await demo.until("2026-03-04T23:00+08:00");
  expect((await visitsOf("P")).length, "it is not in force yet").toBe(before.length);
  await demo.until("2026-03-05T00:15+08:00");
  const after = await visitsOf("P");
  expect(after.slice(0, 2), "what was made or missed stays").toEqual(before.slice(0, 2));
  const open = after.filter(({ state }) => state === "PLANNED");
  expect(open.map(({ window }) => window.to)).toEqual(["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]);
  expect(
    open.every(({ signature }) => signature),
    "also of a visit whose due stayed",
  ).toBe(true);

  const path = "/visited/P/visits/2026-03-31-1.project-visit";
  const signature = { name: "Chen", method: "drawn" };
  expect(told(await staff().post(`${path}/signature`, signature)), "before it was made").toEqual([
    409,
    "nothing-to-do",
  ]);
  must(await staff().post(`${path}/done`, done("2026-03-05")), 200);
  const week = async () => WeekView.parse(must(await staff().get("/visits"), 200).body).visits;
  expect(await week()).toContainEqual(
    expect.objectContaining({ visitId: "2026-03-31-1.project-visit", state: "DONE" }),
  );
  await demo.until("2026-04-01T00:05+08:00");
  expect(await see(path), "its due ran on without the signature").toMatchObject({
    state: "DONE",
    missedAt: expect.stringMatching(/^2026-04-01T00:0/),
  });
  expect(told(await staff().post(`${path}/signature`, { ...signature, name: " " }))).toEqual([400, "bad-fields"]);
  must(await staff().post(`${path}/signature`, signature), 200);
  expect(await see(path)).toMatchObject({ state: "SIGNED" });
  expect(await week()).not.toContainEqual(expect.objectContaining({ visitId: "2026-03-31-1.project-visit" }));
});

test("a version that visits no more drops what was planned, and nothing else", async () => {
  const before = await visitsOf("P");
  const schedules = compiled.schedules.filter(({ id }) => id !== "project-visit");
  await publishNext(demo, { ...compiled, version: compiled.version + 1 }, "2026-04-03", { schedules });
  await demo.until("2026-04-03T00:15+08:00");
  const found = await see("/visited/P/visits/2026-06-30-1.project-visit");
  expect([found.state, found.history.at(-1)?.what]).toEqual(["WAIVED", "dropped"]);
  expect(await see("/visited/P/visits/2026-02-28-1.project-visit")).toEqual(
    before.find(({ visitId }) => visitId === "2026-02-28-1.project-visit"),
  );
});
