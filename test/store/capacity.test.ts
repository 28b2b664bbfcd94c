import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import type { Deps } from "../../shared/record/change.ts";
import { changeCase } from "../../shared/record/command.ts";
import { fileCase } from "../../shared/record/file.ts";
import { enterPhoto } from "../../shared/record/photo.ts";
import { searchCases } from "../../shared/record/search.ts";
import { wakeCase } from "../../shared/record/wake.ts";
import { asks } from "../fixtures/asks.ts";
import { photo, sh, staff, step } from "../fixtures/cases.ts";
import { caseId, company, inShard, postOffice, request, settle, standing, target } from "../fixtures/worlds.ts";
import { listenTo, type Sent } from "./listening.ts";
import { createTable, dynamos, type StandIn } from "./stand-ins.ts";

/** The last of them counts most like AWS: Amazon's own counts the writes of indexes too. */
const dynamo = dynamos.at(-1) ?? expect.unreachable("dynalite needs nothing");

let standIn: StandIn;
let deps: Deps;
const clock = standing(sh("2026-03-10 09:30"));
let during: ReturnType<typeof listenTo>;
beforeAll(async () => {
  standIn = await dynamo.start();
  const { client } = standIn;
  await createTable(client, "capacity");
  during = listenTo(client);
  const orgs = tableOrgs(client, "capacity");
  deps = { orgs, records: tableRecords(client, "capacity", orgs), now: clock.now };
  await settle(orgs);
});
afterAll(() => standIn.stop());

/** What a use case asked of the table, in order. */
const asked = async (run: () => Promise<unknown>): Promise<readonly Sent[]> => {
  const all = await during(run);
  console.log(
    `${dynamo.name}: ${expect.getState().currentTestName}: ${all.map(({ what, units }) => `${what} ${units}`).join(", ")}`,
  );
  return all;
};
const words = (all: readonly Sent[]): string[] => all.map(({ what }) => what);
const writes = (all: readonly Sent[]): string[] => words(all).filter((one) => /^(Put|Update|Delete)/.test(one));
const units = (all: readonly Sent[], of: RegExp): number =>
  all.filter(({ what }) => of.test(what)).reduce((sum, one) => sum + one.units, 0);
const post = postOffice().post;
const desk = staff("afterSales");

describe("what each use case asks of the table", () => {
  test("a complaint filed: at most three writes beside its aliases: its number, telephone, address and order", async () => {
    await fileCase(deps, request(undefined, 1)); // the cold start reads the regulation once
    const all = await asked(() => fileCase(deps, request(undefined, 2)));
    const [aliases, others] = [words(all).slice(3, -1), [...words(all).slice(0, 3), ...words(all).slice(-1)]];
    expect(others).toEqual(["Get ORG", "Get RECORD", "Update COUNTER", "Put RECORD"]);
    expect(aliases.toSorted()).toEqual(["Put ALIAS", "Put MARK", "Put MARK", "Put MARK"]);
    expect(units(all, /Put (ALIAS|MARK)/), "which no index holds").toBeLessThanOrEqual(4);
    expect(writes(all).filter((one) => !/ALIAS|MARK/.test(one)).length).toBeLessThanOrEqual(3);
    expect(all.at(-1)?.conditional).toBe(true);
    expect(units(all, /Get|Query/)).toBeLessThanOrEqual(3);
    expect(units(all, /Put RECORD/)).toBeLessThanOrEqual(6);
  });

  test("the same complaint again: no write", async () => {
    const all = await asked(() => fileCase(deps, request(undefined, 2)));
    expect(words(all)).toEqual(["Get ORG", "Get RECORD"]);
  });

  test("a command of staff: one read of the record and one conditional write", async () => {
    const all = await asked(() => changeCase(deps, target(2), step("accept", {}, "k"), { by: desk }));
    expect(words(all)).toEqual(["Get RECORD", "Put RECORD"]);
    expect(all.at(-1)?.conditional).toBe(true);
    expect(units(all, /Put/)).toBeLessThanOrEqual(8);
  });

  test("a command that is refused, or repeated: one read", async () => {
    expect(words(await asked(() => changeCase(deps, target(2), step("close"), { by: desk })))).toEqual(["Get RECORD"]);
    expect(words(await asked(() => changeCase(deps, target(2), step("accept", {}, "k"), { by: desk })))).toEqual([
      "Get RECORD",
    ]);
  });

  test("a photo: one read and one conditional write; announced again, one read", async () => {
    const seen = { is: "kept", photo: photo(1, 1) } as const;
    expect(words(await asked(() => enterPhoto(deps, target(2), seen)))).toEqual(["Get RECORD", "Put RECORD"]);
    expect(words(await asked(() => enterPhoto(deps, target(2), seen)))).toEqual(["Get RECORD"]);
  });

  test("a wake-up that sends two mails: claimed together, each confirmed, all by one read and one conditional write", async () => {
    const all = await asked(() => wakeCase({ ...deps, ...asks(), post }, target(2)));
    expect(words(all).filter((one) => !one.endsWith("WORDS"))).toEqual([
      "Get RECORD",
      "Put RECORD",
      "Get RECORD",
      "Put RECORD",
      "Get RECORD",
      "Put RECORD",
    ]);
    expect(all.filter(({ conditional }) => conditional)).toHaveLength(3);
    expect(units(all, /BatchWrite/), "a unit a word, of which the complaint has so many").toBeLessThanOrEqual(60);
  });

  test("a wake-up that comes twice: one read", async () => {
    expect(words(await asked(() => wakeCase({ ...deps, ...asks(), post }, target(2))))).toEqual(["Get RECORD"]);
  });

  test("a quiet shard: one query of half a read unit, however many sleep in it", async () => {
    for (let n = 10; n < 90; n += 1) {
      if (inShard(n) !== 0) continue;
      await fileCase(deps, request(undefined, n));
    }
    const all = await asked(() => deps.records.due(0, sh("2026-03-10 09:29")));
    expect(words(all)).toEqual(["Query wake"]);
    expect(units(all, /Query/)).toBeLessThanOrEqual(0.5);
  });

  test("a page of a desk's list: one query, and no record is read", async () => {
    const all = await asked(() => deps.records.queue("acme-doors", "afterSales", { limit: 25 }));
    expect(words(all)).toEqual(["Query queue"]);
    expect(units(all, /Query/)).toBeLessThanOrEqual(2);
  });

  test("what was typed: a query for what it may identify, one for each pair of its characters, and a read of the case", async () => {
    const org = company();
    const all = await asked(() => searchCases(deps, org, "变形", { limit: 20 }));
    const [walked, read] = [
      words(all).filter((one) => one.startsWith("Query")),
      words(all).filter((one) => one === "Get RECORD"),
    ];
    expect(walked).toHaveLength(2);
    expect(read).toHaveLength(1);
    expect(units(all, /./)).toBeLessThanOrEqual(4);
  });

  test("a number: one read of its alias", async () => {
    const all = await asked(() => deps.records.idOfNumber("acme-doors", "door-factory-after-sales", "2026-03-002"));
    expect(words(all)).toEqual(["Get ALIAS"]);
    expect(await deps.records.idOfNumber("acme-doors", "door-factory-after-sales", "2026-03-002")).toBe(caseId(2));
  });
});
