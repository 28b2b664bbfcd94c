import { beforeEach, describe, expect, test } from "vitest";
import { cellProblem } from "../../../shared/api/imports.ts";
import source from "../../../shared/policies/compiled/owner-satisfaction-survey.json" with { type: "json" };
import { importCustomers } from "../../../shared/record/campaigns/customers.ts";
import { memoryCustomers } from "../../../shared/record/campaigns/memory.ts";
import { memoryOrgs } from "../../../shared/record/memory.ts";
import { linesOf as serverLines } from "../../../shared/runtime/sheets.ts";
import { MOST_CUSTOMERS } from "../../../shared/survey/customer-columns.ts";
import { unreachable } from "../../../web/console/api/failure.ts";
import { bringFile, checkFile } from "../../../web/console/customers/bringing.ts";
import { linesOf } from "../../../web/console/customers/lines.ts";
import { inParts } from "../../../web/console/customers/parts.ts";
import { sh, staff } from "../../fixtures/cases.ts";
import { ACME, company, settle } from "../../fixtures/worlds.ts";

/** The API's own reading and importing of each part, over a list in memory; what it is sent is what the page sends. */
let customers = memoryCustomers();
let sent: { dryRun: boolean; bytes: number }[] = [];
/** Lets no import through after so many. */
let most = Number.POSITIVE_INFINITY;
const orgs = memoryOrgs();

const send = async (part: Blob, dryRun: boolean) => {
  if (!dryRun && sent.filter((one) => !one.dryRun).length >= most) return { ok: false, failure: unreachable } as const;
  sent.push({ dryRun, bytes: part.size });
  const lines = await serverLines(Buffer.from(await part.arrayBuffer()), MOST_CUSTOMERS + 1);
  if (!lines.ok) return expect.unreachable("the page sends sheets");
  const asked = { org: ACME, by: staff("management"), lines: lines.value, dryRun };
  const now = () => sh("2026-10-08 10:00");
  const taken = await importCustomers({ orgs, customers, now, customerIdFor: (_, person) => person }, asked);
  if (!taken.ok) return expect.unreachable(taken.error.code);
  const { rows, faults } = taken.value;
  return { ok: true, value: { dryRun, rows, faults: faults.map((one) => cellProblem(one, "en")) } } as const;
};
const told: number[] = [];
const port = { send, told: (done: number) => void told.push(done) };
const listed = async () => (await customers.page(ACME, 1_000_000)).items;

beforeEach(async () => {
  await settle(orgs, [source], company([source]));
  [customers, sent, most] = [memoryCustomers(), [], Number.POSITIVE_INFINITY];
  told.length = 0;
});

const HEAD = "姓名,电子邮箱,电话,语言,部门";
const read = async (...rows: string[]) =>
  (await linesOf(new TextEncoder().encode([HEAD, ...rows].join("\r\n")))) ?? expect.unreachable("it is a sheet");
const owners = (n: number) => Array.from({ length: n }, (_, at) => `王芳${at},owner-${at}@homes.example,,中文,"一,期"`);
const check = async (lines: Awaited<ReturnType<typeof read>>, part?: number) => {
  const checked = await checkFile(port, lines, "en", part);
  return checked.ok ? checked.value : expect.unreachable(checked.failure.code);
};

describe("a list of a hundred thousand customers", () => {
  test("is checked whole before anybody is listed, and then listed in parts that the API takes", async () => {
    const checked = await check(await read(...owners(100_000)));
    expect([checked.rows, checked.faults, checked.parts.length]).toEqual([100_000, [], 20]);
    expect(await listed(), "nothing yet").toEqual([]);
    expect(await bringFile(port, checked.parts, 0)).toBeUndefined();
    const all = await listed();
    expect(all).toHaveLength(100_000);
    expect(all[0]).toMatchObject({ name: "王芳0", groups: { 部门: "一,期" } });
    expect(Math.max(...sent.map(({ bytes }) => bytes)), "of the 4 MB that a request takes").toBeLessThan(
      4 * 1024 * 1024,
    );
  });
});

describe("what is wrong is told by the rows of the file, wherever its part ends", () => {
  test("every bad cell, who stands there twice in two parts, and nobody is listed", async () => {
    const rows = [
      "Ada,ada@homes.example,,,",
      "Bob,nobody,,,",
      "Cid,,,,",
      "Dan,ADA@homes.example,,,",
      "Eve,,139 0000,fr,",
    ];
    const { faults } = await check(await read(...rows), 2);
    expect(faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, "email", "invalid"],
      [4, "email", "required"],
      [5, "email", "duplicate-row"],
      [6, "locale", "invalid"],
    ]);
    expect(faults[2]?.says).toBe("the same person as in row 2");
    expect(await listed()).toEqual([]);
  });

  test("a head without names is wrong once, and the rest is not sent", async () => {
    const lines = (await linesOf(new TextEncoder().encode("email\na@b.example\nc@d.example"))) ?? [];
    const { faults } = await check(lines, 1);
    expect(faults.map(({ row, column }) => [row, column])).toEqual([[1, "name"]]);
    expect(sent).toHaveLength(1);
  });

  test("no row is lost where lines are empty, and long ones make a part of their own", async () => {
    const long = "x".repeat(700_000);
    const parts = inParts([["name"], ["a"], [""], [long], [long], ["b"]], 3);
    expect(parts.map(({ first, rows }) => [first, rows.length])).toEqual([
      [2, 3],
      [5, 2],
    ]);
    expect(inParts([["name"]])).toMatchObject([{ first: 2, rows: [] }]);
  });
});

describe("an import that was cut off", () => {
  test("goes on with the part that it was in, and comes to the same list", async () => {
    const { parts } = await check(await read(...owners(10)), 3);
    most = 2;
    expect((await bringFile(port, parts, 0))?.code).toBe("unreachable");
    expect(await listed()).toHaveLength(6);
    most = Number.POSITIVE_INFINITY;
    const done = told.at(-1) ?? 0;
    expect(done).toBe(2);
    expect(await bringFile(port, parts, done)).toBeUndefined();
    expect(await listed()).toHaveLength(10);
    expect(await bringFile(port, parts, 0), "and once more is no more").toBeUndefined();
    expect(await listed()).toHaveLength(10);
  });
});

describe("a file as the page reads it", () => {
  test("in GB 18030, as Excel writes it in China", async () => {
    const gb = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x65, 0x6d, 0x61, 0x69, 0x6c]); // 姓名,email
    expect(await linesOf(gb)).toEqual([["姓名", "email"]]);
  });

  test.each([
    ["a CSV that ends in the middle", new TextEncoder().encode('a,"b')],
    ["a zip that is none", Uint8Array.from([0x50, 0x4b, 3, 4, 0])],
  ])("%s is none", async (_why, bytes) => {
    expect(await linesOf(bytes)).toBeUndefined();
  });
});
