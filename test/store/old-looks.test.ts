import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { tableLooks } from "../../shared/aws/looks.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import { nameIn } from "../../shared/mail/look/look.ts";
import { LookVersion } from "../../shared/record/look.ts";
import { createTable, dynamos, type StandIn } from "./stand-ins.ts";

/** Companies as they were stored once, from before letters had looks and since: one file each, never edited. */
const Item = z.record(z.string(), z.unknown());
const kept = (name: string) =>
  Item.parse(JSON.parse(readFileSync(join(import.meta.dirname, "old-looks", `2026-11-${name}.json`), "utf8")));

const TABLE = "looks";
const ID = "old-doors";

describe.each(dynamos)("companies that were stored: $name", ({ start }) => {
  let standIn: StandIn;
  const put = (name: string) => standIn.client.send(new PutCommand({ TableName: TABLE, Item: kept(name) }));
  const org = () => tableOrgs(standIn.client, TABLE).org(ID);
  beforeAll(async () => {
    standIn = await start();
    await createTable(standIn.client, TABLE);
  });
  afterAll(() => standIn.stop());

  test("one from before letters had looks writes by its registered name, and can choose its first", async () => {
    const looks = tableLooks(standIn.client, TABLE);
    const first = LookVersion.parse({ ...LookVersion.parse(kept("dressed").look), version: 1 });
    expect(await looks.current(ID)).toBeUndefined();
    expect(await looks.choose(ID, first, undefined), "of a company that is not there").toBe("overtaken");
    await put("company");
    const old = (await org()) ?? expect.unreachable();
    expect([old.look, nameIn(old, "zh-CN")]).toEqual([undefined, "旧门业"]);
    expect(await looks.current(ID)).toEqual({ chosen: undefined });
    expect(await looks.choose(ID, first, undefined)).toBe("saved");
    expect(await looks.choose(ID, first, undefined), "somebody else did").toBe("overtaken");
  });

  test("one with a look has it, by its name where it has one in that language, and those before it", async () => {
    await Promise.all([put("dressed"), put("past")]);
    const looks = tableLooks(standIn.client, TABLE);
    const dressed = (await org()) ?? expect.unreachable();
    expect([nameIn(dressed, "zh-CN"), nameIn(dressed, "en")]).toEqual(["旧门业客服", "Old Doors"]);
    const { chosen } = (await looks.current(ID)) ?? expect.unreachable();
    expect(chosen).toMatchObject({ version: 2, by: { name: "Keeper of the letters" } });
    expect((await looks.past(ID, 10)).map(({ version }) => version)).toEqual([1]);
    const next = LookVersion.parse({ ...chosen, version: 3, key: undefined });
    expect(await looks.choose(ID, next, chosen)).toBe("saved");
    expect(await looks.choose(ID, next, chosen), "over what is no more").toBe("overtaken");
    expect((await looks.past(ID, 10)).map(({ version }) => version)).toEqual([2, 1]);
  });

  test("settings that are put again leave the look where it is", async () => {
    const before = (await org()) ?? expect.unreachable();
    await tableOrgs(standIn.client, TABLE).putOrg({ ...before, timeZone: "Asia/Urumqi", look: undefined });
    expect(await org()).toEqual({ ...before, timeZone: "Asia/Urumqi" });
  });
});
