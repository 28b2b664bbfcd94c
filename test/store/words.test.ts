import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { tableRecords } from "../../shared/aws/records.ts";
import { OrgId } from "../../shared/kernel/ids.ts";
import { plusMs } from "../../shared/kernel/instant.ts";
import type { OrgStore } from "../../shared/record/org.ts";
import { placeOf, type RecordStore } from "../../shared/record/store.ts";
import { ACME, company, settle } from "../fixtures/worlds.ts";
import { createTable, dynamos } from "./stand-ins.ts";
import { blank, freshId, opening, received, source, stores } from "./stores.ts";

const filed = (n: number) => {
  const id = freshId();
  return blank({ id, timeline: [opening(`W-${id}`, plusMs(received, n * 60_000))] });
};

describe.each(stores)("a store of records: $name", ({ start }) => {
  let records: RecordStore;
  let orgs: OrgStore;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ records, orgs, stop } = await start());
    await settle(orgs, [source], company([source]));
  });
  afterAll(() => stop());

  const under = (word: string, below?: string, limit = 50) => records.pointed(ACME, word, { below, limit });

  test("what is filed under a word is there, the last received first, piece by piece, and once", async () => {
    const all = [3, 1, 4, 2].map(filed);
    for (const one of all) await records.point(one, ["word rust", "word 变形"]);
    await records.point(all[0] ?? expect.unreachable(), ["word rust"]);
    const places = all.map(placeOf).sort().reverse();
    expect(await under("word rust")).toEqual(places);
    expect(await under("word 变形")).toEqual(places);
    expect(await under("word rust", undefined, 2)).toEqual(places.slice(0, 2));
    expect(await under("word rust", places[1], 2)).toEqual(places.slice(2));
    expect(await under("word rusty")).toEqual([]);
  });

  test("hundreds of words at once, and words that no key could hold", async () => {
    const one = filed(9);
    const many = Array.from({ length: 260 }, (_, n) => `word ${n}`);
    const strange = ["word #", "word ", "word \u0000", `word ${"x".repeat(3000)}`, "word ORG#acme-doors"];
    await records.point(one, [...many, ...strange]);
    for (const word of ["word 0", "word 259", ...strange]) expect(await under(word)).toEqual([placeOf(one)]);
  });

  test("another company's words are its own", async () => {
    const other = OrgId.parse("word-doors");
    await settle(orgs, [source], company([source], { id: other }));
    const one = { ...filed(1), org: other };
    await records.point(one, ["word elsewhere"]);
    expect(await under("word elsewhere")).toEqual([]);
    expect(await records.pointed(other, "word elsewhere", { below: undefined, limit: 5 })).toEqual([placeOf(one)]);
  });

  test("a new record is filed under how to reach its reporter before it is there", async () => {
    const one = filed(20);
    await records.create(one);
    expect(await under("email ada@customer.example")).toContain(placeOf(one));
    expect(await under("email nobody@customer.example")).toEqual([]);
  });
});

test("no key tells what a customer said, or whom to reach", async () => {
  const { client, stop } = await (dynamos[0] ?? expect.unreachable("dynalite needs nothing")).start();
  await createTable(client, "keys");
  const orgs = tableOrgs(client, "keys");
  await settle(orgs, [source], company([source]));
  const records = tableRecords(client, "keys", orgs);
  const one = filed(1);
  await records.create(one);
  await records.point(one, ["word secret", "phone 13800000000"]);
  const { Items = [] } = await client.send(new ScanCommand({ TableName: "keys", ProjectionExpression: "pk, sk" }));
  const keys = Items.map(({ pk, sk }) => `${pk} ${sk}`);
  expect(keys.filter((key) => key.includes("#WORD#"))).toHaveLength(3);
  for (const key of keys) expect(key).not.toMatch(/secret|13800000000|ada|customer\.example/);
  await stop();
});
