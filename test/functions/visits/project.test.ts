import { afterAll, beforeAll, expect, test } from "vitest";
import { WeekView } from "../../../shared/api/visit-week.ts";
import { VisitList, VisitView } from "../../../shared/api/visiting.ts";
import { must, told } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

const POLICY = "it-customer-service";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2025-10-31T10:00+08:00", policies: [POLICY] });
});
afterAll(() => demo.close());

const PROJECT = {
  schedule: "project-visit",
  title: "Linjiang portal",
  contact: { name: "Chen", phone: "13900000000" },
  visitor: { sub: "customerService", name: "Zhou", email: "zhou@doors.example" },
  events: { delivered: "2025-10-31" },
};

const DONE = {
  channel: "phone",
  whom: "Chen",
  answers: { visitedProject: "Linjiang portal", visitedOn: "2025-11-12", opinion: "All is well." },
};

const visitsOf = async (id: string) =>
  VisitList.parse(must(await demo.as("customerService").get(`/visited/${id}/visits`), 200).body).items;

const weekOf = async (query = "") =>
  WeekView.parse(must(await demo.as("customerService").get(`/visits${query}`), 200).body);

const MONTHLY = [
  "2025-11-30",
  "2025-12-31",
  "2026-01-31",
  "2026-02-28",
  "2026-03-31",
  "2026-04-30",
  "2026-05-31",
  "2026-06-30",
  "2026-07-31",
  "2026-08-31",
  "2026-09-30",
  "2026-10-31",
];

test("AS-71 a delivered project is visited every month, then every quarter; what was not made is missed", async () => {
  const staff = demo.as("customerService");
  must(await staff.post(`/visited/P-1?policy=${POLICY}`, PROJECT), 200);
  await demo.pass("2 minutes");
  const planned = await visitsOf("P-1");
  expect(planned.map(({ window }) => window.to)).toEqual(MONTHLY);
  expect(new Set(planned.map(({ state }) => state))).toEqual(new Set(["PLANNED"]));
  expect((await weekOf()).visits, "the window has the whole of November").toMatchObject([
    { visitId: "2025-11-30-1.project-visit", object: { title: "Linjiang portal" } },
  ]);

  await demo.until("2025-11-12T10:00+08:00");
  const path = "/visited/P-1/visits/2025-11-30-1.project-visit";
  const late = await staff.post("/visited/P-1/visits/2025-12-31-1.project-visit/done", DONE);
  expect(told(late), "its window has not opened").toEqual([409, "nothing-to-do"]);
  expect(told(await staff.post(`${path}/done`, { ...DONE, answers: {} }))).toEqual([400, "bad-fields"]);
  const key = { "idempotency-key": "visit-1" };
  must(await staff.post(`${path}/done`, DONE, key), 200);
  must(await staff.post(`${path}/done`, DONE, key), 200);
  const done = VisitView.parse(must(await staff.get(path), 200).body);
  expect(done).toMatchObject({ state: "DONE", late: false, whom: "Chen", answers: { opinion: "All is well." } });
  expect(done.history.map(({ what }) => what)).toEqual(["planned", "done"]);
  expect(told(await staff.post(`${path}/done`, DONE))).toEqual([409, "nothing-to-do"]);
  expect((await weekOf()).visits, "what is made is no work any more").toEqual([]);

  await demo.until("2025-12-31T12:00+08:00");
  const mails = (await demo.mails({ to: "zhou@doors.example" })).filter(({ text }) => text.includes("Linjiang portal"));
  expect(mails, "reminded once, on the last working day of the second window").toHaveLength(1);

  await demo.until("2026-10-01T00:05+08:00");
  const after = await visitsOf("P-1");
  expect(after.find(({ visitId }) => visitId === "2026-09-30-1.project-visit")).toMatchObject({
    state: "MISSED",
    missedAt: expect.stringMatching(/^2026-10-01T00:0/),
  });
  expect(after.map(({ window }) => window.to)).toEqual([...MONTHLY, "2027-01-31", "2027-04-30", "2027-07-31"]);
  expect(after.filter(({ state }) => state === "PLANNED").map(({ visitId }) => visitId)).toEqual([
    "2026-10-31-1.project-visit",
    "2027-01-31-1.project-visit",
    "2027-04-30-1.project-visit",
    "2027-07-31-1.project-visit",
  ]);
});

test("what is planned follows the object, once, and leaves what people touched", async () => {
  const staff = demo.as("customerService");
  const before = await visitsOf("P-1");
  must(await staff.post(`/visited/P-1?policy=${POLICY}`, { ...PROJECT, events: { delivered: "2025-11-05" } }), 200);
  must(await staff.post(`/visited/P-1?policy=${POLICY}`, { ...PROJECT, events: { delivered: "2025-11-05" } }), 200);
  await demo.pass("2 minutes");
  const after = await visitsOf("P-1");
  const open = after.filter(({ state }) => state === "PLANNED").map(({ window }) => window.to);
  expect(open).toEqual(["2026-10-05", "2026-11-05", "2027-02-05", "2027-05-05", "2027-08-05"]);
  const past = (all: typeof after) => all.filter(({ due }) => due < "2026-10-01T08:00:00+08:00");
  expect(past(after)).toEqual(past(before));
  expect(after.find(({ visitId }) => visitId === "2026-10-31-1.project-visit")).toMatchObject({ state: "WAIVED" });
});
