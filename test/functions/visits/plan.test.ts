import { afterAll, beforeAll, expect, test } from "vitest";
import { YearPlanView } from "../../../shared/api/visit-plans.ts";
import { WeekView } from "../../../shared/api/visit-week.ts";
import { VisitList } from "../../../shared/api/visiting.ts";
import { must, told } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

const POLICY = "project-return-visit";
const PLAN = `/visit-plans/planned-visits/2026`;

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-01-15T10:00+08:00", policies: [POLICY] });
});
afterAll(() => demo.close());

const HOSTILE = "Bridge; a,b\\c\r\nEND:VCALENDAR\r\n大桥工程大桥工程大桥工程大桥工程大桥工程大桥工程大桥工程";

const visitsOf = async (id: string) =>
  VisitList.parse(must(await demo.as("sales").get(`/visited/${id}/visits`), 200).body).items;

test("AS-107 nothing is planned while the yearly plan is a draft, and its visits are once it is approved", async () => {
  const [sales, manager] = [demo.as("sales"), demo.as("managerInCharge")];
  const object = { schedule: "planned-visits", title: HOSTILE, contact: { name: "Lin" } };
  must(await sales.post(`/visited/B-1?policy=${POLICY}`, object), 200);
  const visits = [{ object: "B-1", from: "2026-03-01", to: "2026-03-31" }];
  expect(told(await sales.post(PLAN, { visits: [{ ...visits[0], object: "B-2" }] }))).toEqual([400, "bad-fields"]);
  expect(told(await sales.post(PLAN, { visits: [{ ...visits[0], to: "2027-01-31" }] }))).toEqual([400, "bad-fields"]);
  expect(told(await manager.post(`${PLAN}/approve`))).toEqual([409, "nothing-to-do"]);
  must(await sales.post(PLAN, { visits }), 200);
  must(await sales.post(PLAN, { visits }), 200);
  expect(told(await sales.post(`${PLAN}/approve`))).toEqual([403, "not-your-role"]);
  await demo.until("2026-01-18T10:00+08:00");
  expect(await visitsOf("B-1"), "a draft plans nothing").toEqual([]);

  must(await manager.post(`${PLAN}/return`, { reason: "later" }), 200);
  const key = { "idempotency-key": "approve-1" };
  must(await manager.post(`${PLAN}/approve`, {}, key), 200);
  const view = YearPlanView.parse(must(await manager.post(`${PLAN}/approve`, {}, key), 200).body);
  expect(view).toMatchObject({ state: "APPROVED", visits });
  expect(view.history.map(({ what }) => what)).toEqual(["drafted", "returned", "approved"]);
  await demo.pass("2 minutes");
  expect(await visitsOf("B-1")).toMatchObject([
    { state: "PLANNED", window: { from: "2026-03-01", to: "2026-03-31" }, due: "2026-04-01T00:00:00+08:00" },
  ]);

  must(await sales.post(PLAN, { visits: [{ ...visits[0], to: "2026-04-30" }] }), 200);
  await demo.pass("2 minutes");
  expect(await visitsOf("B-1"), "a changed plan waits for another approval").toMatchObject([{ state: "WAIVED" }]);
  must(await manager.post(`${PLAN}/approve`), 200);
  await demo.pass("2 minutes");
  expect((await visitsOf("B-1")).map(({ visitId, state }) => [visitId, state])).toEqual([
    ["2026-03-31-1.planned-visits", "WAIVED"],
    ["2026-04-30-1.planned-visits", "PLANNED"],
  ]);
});

test("a calendar shows the list to whoever has its address, and hostile words break nothing in it", async () => {
  const week = WeekView.parse(must(await demo.as("sales").get("/visits?week=2026-03-04"), 200).body);
  expect(week).toMatchObject({
    from: "2026-03-02",
    to: "2026-03-08",
  });
  const own = week.visits.flatMap((one) => (one.of === "calendar" && !one.house ? [one.visitId] : []));
  expect(own).toEqual(["2026-04-30-1.planned-visits"]);
  const url = week.feeds.find(({ of }) => of === "role:sales")?.url ?? expect.unreachable();
  const { pathname } = new URL(url);
  const feed = must(await demo.ask("GET", pathname), 200);
  expect(feed.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const lines = feed.text.replaceAll("\r\n ", "").split("\r\n");
  expect(lines.filter((line) => line === "END:VCALENDAR")).toHaveLength(1);
  expect(lines).toContain("DTSTART;VALUE=DATE:20260430");
  expect(lines.find((line) => line.startsWith("SUMMARY:"))).toContain("Bridge\\; a\\,b\\\\c END:VCALENDAR 大桥");
  for (const line of feed.text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const token = pathname.split("/").at(-2) ?? "";
  for (const wrong of [pathname.replace(token, "A".repeat(22)), pathname.replace("role%3Asales", "person%3Asales")])
    expect(told(await demo.ask("GET", wrong))).toEqual([404, "not-found"]);
});
