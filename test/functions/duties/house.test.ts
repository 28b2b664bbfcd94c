import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DutyList } from "../../../shared/api/duties.ts";
import { FigureList, FigureParts } from "../../../shared/api/kpis.ts";
import { WeekView } from "../../../shared/api/visit-week.ts";
import { ObjectList, VisitList, VisitView } from "../../../shared/api/visiting.ts";
import { must, told } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

const GSS = "group-service-supervision";
const IPP = "industrial-park-property";
const GSQ = "guest-service-quality";
const HOUSE = "/visited/@";

/** What regulations ask of the company itself and of its objects, at the public door. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({
    at: "2026-10-30T09:00+08:00",
    policies: [IPP, GSS, "property-service-inspection", GSQ],
    people: [{ sub: "head", name: "Head of counter C", groups: ["demo-doors:supervisor"] }],
  });
  await demo.pass("3 minutes");
});
afterAll(() => demo.close());

const house = async (role: string, policy: string, from: string, to: string) =>
  VisitList.parse(must(await demo.as(role).get(`${HOUSE}${policy}/visits?from=${from}&to=${to}`), 200).body).items;
const counts = async (role: string, schedule: string, policy: string, span: string) =>
  DutyList.parse(must(await demo.as(role).get(`/duties/${schedule}?policy=${policy}&${span}`), 200).body);

/** The figure of the vacant units as of a day. */
const cleaning = async (on: string) => {
  const { body } = must(await demo.as("customerServiceManager").get(`/kpis?policy=${IPP}&on=${on}`), 200);
  return FigureList.parse(body).items.find(({ id }) => id === "vacant-unit-cleaning");
};

const NOVEMBER = "from=2026-11-01&to=2026-11-30";

test("what a regulation asks of nothing in particular is owed by the company itself, and nothing is registered", async () => {
  const items = await house("cleaningSupervisor", IPP, "2026-11-02", "2026-11-02");
  expect(items.map(({ visitId, house: own, duty }) => [visitId, own, duty])).toEqual([
    ["2026-11-02-1.canteen-check", true, "inspection"],
    ["2026-11-02-1.cleaning-patrol", true, "inspection"],
    ["2026-11-02-1.daily-report", true, "report"],
    ["2026-11-02-1.final-patrol", true, "inspection"],
    ["2026-11-02-1.monday-menu", true, "report"],
    ["2026-11-02-1.twice-daily-patrol", true, "inspection"],
    ["2026-11-02-2.cleaning-patrol", true, "inspection"],
    ["2026-11-02-2.twice-daily-patrol", true, "inspection"],
  ]);
  expect(ObjectList.parse(must(await demo.as("cleaningSupervisor").get("/visited"), 200).body).items).toEqual([]);
});

describe("each vacant unit is cleaned every month", () => {
  const units = Array.from({ length: 10 }, (_, n) => `U-${n + 1}`);
  const path = (id: string) => `/visited/${id}/visits/2026-11-30-1.vacant-unit-cleaning`;

  test("AS-97 the company itself owes it until units are on the list, and then each of them", async () => {
    const own = async () =>
      (await house("cleaner", IPP, "2026-11-30", "2026-11-30"))
        .filter(({ schedule }) => schedule.id === "vacant-unit-cleaning")
        .map(({ state }) => state);
    expect(await own()).toEqual(["PLANNED"]);
    for (const id of units) {
      const unit = { schedule: "vacant-unit-cleaning", title: `Unit ${id}`, contact: { name: "Keeper" } };
      must(await demo.as("cleaner").post(`/visited/${id}?policy=${IPP}`, unit), 200);
    }
    await demo.pass("3 minutes");
    expect(await own()).toEqual(["WAIVED"]);
    const { counts: before } = await counts("cleaner", "vacant-unit-cleaning", IPP, NOVEMBER);
    expect(before).toEqual({ planned: 10, done: 0, late: 0, missed: 0, waived: 0 });
  });

  test("IPP-26 that a unit was cleaned its record shows, and nobody's word without one", async () => {
    await demo.until("2026-11-10T10:00+08:00");
    const cleaner = demo.as("cleaner");
    expect(told(await demo.as("clerk").post(`${path("U-1")}/fulfilment`, {}))).toEqual([403, "not-your-role"]);
    expect(told(await cleaner.post(`${path("U-1")}/fulfilment`, {}))).toEqual([409, "shown-by-record"]);
    const { acts } = VisitView.parse(must(await cleaner.get(path("U-1")), 200).body);
    expect(acts.filter(({ act }) => act === "fulfilled")).toMatchObject([
      { closed: expect.stringContaining("entered") },
    ]);
    for (const id of units.slice(0, 3)) {
      const answers = { unitNo: id, cleanedOn: "2026-11-09" };
      must(await cleaner.post(`/registers/${IPP}/vacant-unit-record`, { answers }), 201);
    }
  });
});

test("what leaves no record of its own is written down by those who do it, in its window, once", async () => {
  const [owed] = (await house("manager", GSQ, "2026-11-09", "2026-11-09")).filter(
    ({ schedule }) => schedule.id === "daily-assessment",
  );
  const path = `${HOUSE}${GSQ}/visits/${owed?.visitId}`;
  const staff = demo.as("manager");
  expect(told(await demo.as("clerk").post(`${path}/fulfilment`, {}))).toEqual([403, "not-your-role"]);
  const early = { doneAt: "2026-11-08T10:00:00+08:00" };
  expect(told(await staff.post(`${path}/fulfilment`, early))).toEqual([400, "bad-fields"]);
  const key = { "idempotency-key": "assessed-1" };
  const done = { doneAt: "2026-11-09T10:00:00+08:00", note: "Seen <b>and</b> rated" };
  must(await staff.post(`${path}/fulfilment`, done, key), 200);
  const again = VisitView.parse(must(await staff.post(`${path}/fulfilment`, done, key), 200).body);
  expect(again).toMatchObject({ state: "DONE", doneAt: "2026-11-09T10:00:00+08:00", note: done.note });
  expect(again.history.at(-1)?.what).toBe("fulfilled");
  expect(told(await staff.post(`${path}/fulfilment`, {}))).toEqual([409, "nothing-to-do"]);
});

test.each([
  ["an inspection", "coordinationSupervisor", "canteen-check", "inspection is handed in"],
  ["a report", "cleaningSupervisor", "daily-report", "report is handed in"],
  ["minutes", "projectManager", "department-meeting", "entered in"],
])("%s shows by itself that it was done", async (_what, role, schedule, says) => {
  const owed = (await house(role, IPP, "2026-11-09", "2026-11-30")).find((one) => one.schedule.id === schedule);
  const path = `${HOUSE}${IPP}/visits/${owed?.visitId}`;
  const refused = await demo.as(role).post(`${path}/fulfilment`, {});
  expect([told(refused), refused.text], refused.text).toEqual([
    [409, "shown-by-record"],
    expect.stringContaining(says),
  ]);
});

test("AS-97 a record of the register shows that its unit was cleaned, and that of a wrong month shows nothing", async () => {
  const record = (unitNo: string, cleanedOn: string) =>
    demo.as("cleaner").post(`/registers/${IPP}/vacant-unit-record`, { answers: { unitNo, cleanedOn } });
  for (let n = 4; n <= 9; n += 1) must(await record(`U-${n}`, "2026-11-10"), 201);
  must(await record("U-10", "2026-10-31"), 201);
  await demo.pass("3 minutes");
  const { counts: after } = await counts("cleaner", "vacant-unit-cleaning", IPP, NOVEMBER);
  expect(after).toMatchObject({ done: 9, missed: 0 });
  const soFar = { numerator: 9, denominator: 9, provisional: true }; // the tenth may still be cleaned
  expect(await cleaning("2026-11-15")).toMatchObject(soFar);
});

describe("an unannounced check of each counter every month", () => {
  const checkOf = (id: string) => `/visited/${id}/visits/2026-11-30-1.monthly-spot-check`;
  /** Registers counters until one is drawn for another day than today: that of today is nobody's secret any more. */
  const counters: string[] = [];
  const registered = async (): Promise<VisitView> => {
    const letter = "CDEFGH"[counters.length] ?? expect.unreachable("each was drawn for today");
    const id = `counter-${letter.toLowerCase()}`;
    const title = `Counter ${letter}`;
    counters.push(id);
    const counter = {
      schedule: "monthly-spot-check",
      title,
      contact: { name: title },
      inspected: { people: ["head"] },
    };
    must(await demo.as("supervisor").post(`/visited/${id}?policy=${GSS}`, counter), 200);
    await demo.pass("3 minutes");
    const seen = VisitView.parse(must(await demo.as("supervisor").get(checkOf(id)), 200).body);
    return seen.day === "2026-11-10" ? registered() : seen;
  };
  const last = () => counters.at(-1) ?? expect.unreachable("none is registered");

  test("AS-37 nobody but its inspectors can read the date beforehand, the inspected least of all", async () => {
    const seen = await registered();
    const secret = checkOf(last());
    const title = `Counter ${last().slice(-1).toUpperCase()}`;
    const day = seen.day ?? expect.unreachable("no day was drawn");
    expect([seen.window.to, day > "2026-11-10", day <= "2026-11-30"]).toEqual(["2026-11-30", true, true]);
    expect(seen.why).not.toContain(day);

    expect(told(await demo.as("head").get(secret)), "an inspector of others").toEqual([404, "no-such-visit"]);
    expect(told(await demo.as("head").post(`${secret}/fulfilment`, {}))).toEqual([404, "no-such-visit"]);
    for (const sub of ["head", "executor", "counter"]) {
      for (const path of [
        `/visited/${last()}/visits`,
        `/visits?week=${day}`,
        `/duties/monthly-spot-check?policy=${GSS}&${NOVEMBER}`,
      ]) {
        const { text } = await demo.as(sub).get(path);
        expect(text.replace(/"(from|to)":"[^"]*"/g, ""), `${sub} ${path}`).not.toContain(day);
      }
    }
    const { feeds } = WeekView.parse(must(await demo.as("supervisor").get("/visits"), 200).body);
    for (const { of, url } of feeds) {
      const { text } = must(await demo.ask("GET", new URL(url).pathname), 200);
      expect(text.replaceAll("\r\n ", ""), of).not.toContain(title);
    }

    await demo.until(`${day}T08:00+08:00`);
    expect(VisitView.parse(must(await demo.as("head").get(secret), 200).body).day, "on the day").toBe(day);
  });

  test("AS-37 the supervisors are reminded on the last working day, by one mail of all that is theirs", async () => {
    await demo.until("2026-11-30T18:00+08:00");
    const mails = (await demo.mails({ to: "supervisor@demo-doors.example" })).filter(({ subject }) =>
      subject.includes("spot check"),
    );
    expect(
      mails.map(({ at }) => at.slice(0, 10)),
      "the first of the company itself, before there were counters",
    ).toEqual(["2026-10-30", "2026-11-30"]);
    expect(mails.at(-1)?.text).toContain("Counter C");
  });

  test("AS-97 AS-37 what was not done is missed at midnight, and no sooner", async () => {
    await demo.until("2026-11-30T23:59+08:00");
    const units = () => counts("cleaner", "vacant-unit-cleaning", IPP, NOVEMBER);
    expect((await units()).counts).toMatchObject({ planned: 10, done: 9, missed: 0 });
    await demo.until("2026-12-01T00:01+08:00");
    expect((await units()).counts).toEqual({ planned: 10, done: 9, late: 0, missed: 1, waived: 0 });
    expect((await units()).items.find(({ state }) => state === "MISSED")).toMatchObject({
      objectId: "U-10",
      due: "2026-12-01T00:00:00+08:00",
    });
    const checks = await counts("supervisor", "monthly-spot-check", GSS, NOVEMBER);
    expect(checks.items.map(({ objectId, state }) => [objectId, state])).toEqual(counters.map((id) => [id, "MISSED"]));
    const missed = VisitView.parse(must(await demo.as("head").get(checkOf(last())), 200).body);
    expect(missed).toMatchObject({ state: "MISSED", frequency: true });
  });
});

test("AS-97 nine records for ten units are nine of ten when the month is over, and the tenth unit is named", async () => {
  expect(await cleaning("2026-11-15")).toMatchObject({
    numerator: 9,
    denominator: 10,
    shown: "90.0 %",
    provisional: false,
  });
  const parts: FigureParts["items"] = [];
  for (let cursor = ""; ; ) {
    const path = `/kpis/vacant-unit-cleaning/2026-11/parts?policy=${IPP}&limit=4${cursor}`;
    const page = FigureParts.parse(must(await demo.as("customerServiceManager").get(path), 200).body);
    parts.push(...page.items);
    if (page.cursor === undefined) break;
    cursor = `&cursor=${encodeURIComponent(page.cursor)}`;
  }
  const units = Array.from({ length: 10 }, (_, n) => [`U-${n + 1}`, n === 9 ? 0 : 1]);
  expect(parts.map(({ duty, numerator }) => [duty?.object, numerator]).sort()).toEqual(units.sort());
});
