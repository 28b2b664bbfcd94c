import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tableObligations } from "../../shared/aws/obligations.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import type { CivilDate } from "../../shared/calendar/civil-date.ts";
import { OrgId } from "../../shared/kernel/ids.ts";
import { type Instant, plusMs } from "../../shared/kernel/instant.ts";
import type { ObligationEvent } from "../../shared/obligation/event.ts";
import source from "../../shared/policies/compiled/it-customer-service.json" with { type: "json" };
import { changeCase } from "../../shared/record/command.ts";
import { fileCase } from "../../shared/record/file.ts";
import { caseVisits } from "../../shared/record/obligations/case-visits.ts";
import type { ObligationStore } from "../../shared/record/obligations/obligations.ts";
import { sh, staff, step } from "../fixtures/cases.ts";
import { object, plan, visit } from "../fixtures/visits.ts";
import { ACME, company, request, settle, standing, target } from "../fixtures/worlds.ts";
import { listenTo } from "./listening.ts";
import { createTable, dynamos } from "./stand-ins.ts";

const NOW = sh("2026-03-10 09:00");
const at = (n: number): Instant => plusMs(NOW, n * 60_000);

describe.each(dynamos)("a store of visits: $name", ({ start }) => {
  let obligations: ObligationStore;
  let table: DynamoDBDocumentClient;
  let stop: () => Promise<unknown>;
  beforeAll(async () => {
    const { client, stop: end } = await start();
    await createTable(client, "visits");
    obligations = tableObligations(client, "visits");
    table = client;
    stop = end;
  });
  afterAll(() => stop());

  test("a schedule's list shows how each stands, and nothing that was dropped", async () => {
    const of = { org: ACME, policy: "it-customer-service", schedule: "project-visit" };
    const [one, other] = [visit("E-1", "2027-02-28-1.project-visit"), visit("E-2", "2027-02-27-1.project-visit")];
    for (const record of [one, other, visit("E-1", "2027-03-31-1.project-visit")])
      expect(await obligations.saveObligation(record)).toBe("saved");
    expect((await obligations.ending(of, "2027-02")).map(({ object: id, day, state }) => [id, day, state])).toEqual([
      ["E-2", "2027-02-27", "PLANNED"],
      ["E-1", "2027-02-28", "PLANNED"],
    ]);
    const said = { at: NOW, by: { kind: "system" } } as const;
    const done: ObligationEvent = { ...said, type: "fulfilled", doneAt: NOW, proof: { kind: "report", id: "r-1" } };
    await obligations.saveObligation({ ...one, version: 1, timeline: [...one.timeline, done] });
    await obligations.saveObligation({
      ...other,
      version: 1,
      timeline: [...other.timeline, { ...said, type: "dropped" }],
    });
    expect(await obligations.ending(of, "2027-02")).toMatchObject([{ object: "E-1", state: "DONE", doneAt: NOW }]);
  });

  test("the objects under a schedule are listed once, until they are taken off", async () => {
    const of = { org: ACME, policy: "it-customer-service", schedule: "project-visit" };
    for (const id of ["P-2", "P-1", "P-1"]) await obligations.list(of, id, true);
    expect((await obligations.under(of, 10)).items).toEqual(["P-1", "P-2"]);
    await obligations.list(of, "P-2", false);
    await obligations.list(of, "P-2", false);
    expect((await obligations.under(of, 10)).items).toEqual(["P-1"]);
  });

  test("the company itself is kept apart from what it visits", async () => {
    const house = { org: ACME, id: "@it-customer-service" };
    await tableOrgs(table, "visits").putOrg(company([source]));
    const kept = (await obligations.object(house)) ?? expect.unreachable();
    expect(kept).toMatchObject({ kind: "house", version: 1, policy: "it-customer-service" });
    expect((await obligations.dueObjects(NOW)).refs).toContainEqual(house);
    expect(await obligations.saveObject({ ...kept, wakeAt: undefined })).toBe("saved");
    expect(await obligations.saveObject(kept), "over what was read").toBe("overtaken");
    expect((await obligations.objects(ACME, 100)).items.filter(({ id }) => id === house.id)).toEqual([]);
    await tableOrgs(table, "visits").putOrg(company([source]));
    expect((await obligations.dueObjects(NOW)).refs, "settings changed: planned anew").toContainEqual(house);
    await obligations.saveObject({ ...((await obligations.object(house)) ?? expect.unreachable()), wakeAt: undefined });
  });

  test("what was never written is not there", async () => {
    expect(await obligations.object({ org: ACME, id: "none" })).toBeUndefined();
    expect(await obligations.obligation(visit("none", "2026-03-31-1"))).toBeUndefined();
    expect(await obligations.obligationsOf({ org: ACME, id: "none" })).toEqual([]);
    expect(await obligations.plan(plan(2020))).toBeUndefined();
    expect(await obligations.listed(ACME, "role:nobody", at(0), 10)).toEqual([]);
  });

  test("an object, a visit and a plan are saved over what was read, and over nothing else", async () => {
    const [one, other, year] = [object("P-1"), visit("P-1", "2026-03-31-1"), plan(2026)];
    for (const save of [
      (version: number) => obligations.saveObject({ ...one, version }),
      (version: number) => obligations.saveObligation({ ...other, version }),
      (version: number) => obligations.savePlan({ ...year, version }),
    ]) {
      expect([await save(1), await save(0), await save(0), await save(1), await save(1)]).toEqual([
        "overtaken",
        "saved",
        "overtaken",
        "saved",
        "overtaken",
      ]);
    }
    expect(await obligations.object(one)).toEqual({ ...one, version: 2 });
    expect(await obligations.obligation(other)).toEqual({ ...other, version: 2 });
    expect(await obligations.plan(year)).toEqual({ ...year, version: 2 });
    expect(await obligations.plan(plan(2027))).toBeUndefined();
  });

  test("what a company visits, page by page, and no other company's", async () => {
    for (const n of [3, 1, 2]) await obligations.saveObject({ ...object(`L-${n}`), org: OrgId.parse("list-doors") });
    const first = await obligations.objects("list-doors", 2);
    expect(first.items.map(({ id }) => id)).toEqual(["L-1", "L-2"]);
    const last = await obligations.objects("list-doors", 2, first.cursor);
    expect([last.items.map(({ id }) => id), last.cursor]).toEqual([["L-3"], undefined]);
    expect((await obligations.objects("other-doors", 2)).items).toEqual([]);
  });

  test("the visits of an object from a day on, in the order of their windows", async () => {
    for (const id of ["2026-05-31-1", "2026-03-31-2", "2026-04-30-1", "2026-03-31-1"])
      await obligations.saveObligation(visit("O-1", id));
    const ids = async (from?: string) =>
      (await obligations.obligationsOf({ org: ACME, id: "O-1" }, from)).map(({ id }) => id);
    expect(await ids()).toEqual(["2026-03-31-1", "2026-03-31-2", "2026-04-30-1", "2026-05-31-1"]);
    expect(await ids("2026-04-01")).toEqual(["2026-04-30-1", "2026-05-31-1"]);
  });

  test("a list holds what is open and opens before a moment, the first first; what is made leaves it", async () => {
    const inList = { list: "person:zhou" };
    for (const n of [3, 1, 2])
      await obligations.saveObligation({ ...visit(`W-${n}`, "2026-03-31-1"), ...inList, opensAt: at(n) });
    await obligations.saveObligation({ ...visit("W-4", "2026-03-31-1"), ...inList });
    const listed = async (before: Instant, limit = 10) =>
      (await obligations.listed(ACME, "person:zhou", before, limit)).map((one) => one.object);
    expect(await listed(at(9))).toEqual(["W-1", "W-2", "W-3"]);
    expect(await listed(at(3))).toEqual(["W-1", "W-2"]);
    expect(await listed(at(9), 1)).toEqual(["W-1"]);
    await obligations.saveObligation({ ...visit("W-1", "2026-03-31-1"), ...inList, version: 1 });
    expect(await listed(at(9))).toEqual(["W-2", "W-3"]);
    expect(await obligations.listed(ACME, "role:sales", at(9), 10)).toEqual([]);
  });

  test("what waits is woken by its time, objects apart from visits, and the next is named", async () => {
    for (const n of [2, 1, 9]) {
      await obligations.saveObligation({ ...visit(`D-${n}`, "2026-03-31-1"), wakeAt: at(n) });
      await obligations.saveObject({ ...object(`D-${n}`), wakeAt: at(n + 10) });
    }
    const due = await obligations.dueObligations(at(5));
    expect(due.refs.map((ref) => [ref.object, ref.id])).toEqual([
      ["D-1", "2026-03-31-1"],
      ["D-2", "2026-03-31-1"],
    ]);
    expect(due.next).toBe(at(9));
    expect(await obligations.dueObjects(at(5))).toEqual({ refs: [], next: at(11) });
    expect((await obligations.dueObjects(at(12))).refs.map(({ id }) => id)).toEqual(["D-1", "D-2"]);
    await obligations.saveObligation({ ...visit("D-1", "2026-03-31-1"), version: 1 });
    expect((await obligations.dueObligations(at(5))).refs.map((ref) => ref.object)).toEqual(["D-2"]);
  });
});

test("the visits that cases owe in a week cost the same, whatever was closed before", async () => {
  const dynamo = dynamos.at(-1) ?? expect.unreachable("dynalite needs nothing");
  const { client, stop } = await dynamo.start();
  await createTable(client, "week");
  const during = listenTo(client);
  const orgs = tableOrgs(client, "week");
  const clock = standing(NOW);
  const deps = { orgs, records: tableRecords(client, "week", orgs), now: clock.now };
  await settle(orgs);
  const week = ["2026-03-09", "2026-03-15"] as unknown as readonly [CivilDate, CivilDate];
  const cost = async () => {
    const all = await during(() => caseVisits(deps, company(), ["afterSales"], week));
    return all.filter(({ what }) => what.startsWith("Query")).map(({ what, units }) => [what, units]);
  };
  const file = async (n: number, closed: boolean) => {
    await fileCase(deps, request(undefined, n));
    if (!closed) return;
    for (const one of [step("accept"), step("reply-plan", { plan: "x" }), step("mark-executed"), step("close")])
      await changeCase(deps, target(n), one, { by: staff("afterSales") });
  };
  await file(1, false);
  const before = await cost();
  for (let n = 10; n < 40; n += 1) await file(n, true);
  const open = (await deps.records.queue(ACME, "afterSales", { limit: 100 })).length;
  expect([open, await cost()]).toEqual([1, before]);
  await stop();
});
