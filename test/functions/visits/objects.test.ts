import readExcel from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { Problem } from "../../../shared/api/problem.ts";
import { ObjectList, type ObjectView, VisitList } from "../../../shared/api/visiting.ts";
import { xlsxOf } from "../../../shared/runtime/xlsx.ts";
import { must, told } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { tokenOf } from "../../stack/staff.ts";

const POLICY = "it-customer-service";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00", policies: [POLICY, "project-return-visit"] });
});
afterAll(() => demo.close());

const staff = () => demo.as("customerService");
const HEAD =
  "对象编号,对象名称,回访计划,客户联系人,联系电话,电子邮箱,地址,visitor.sub,回访人,回访人邮箱,events.delivered";
const CSV = { "content-type": "text/csv" };
const send = (lines: readonly string[], query = "") =>
  staff().post(`/imports/visited?policy=${POLICY}${query}`, [HEAD, ...lines].join("\n"), CSV);
const GOOD = [
  "P-1,临江门户,项目定期回访,陈一鸣,13900000000,chen@client.example,临江路 1 号,customerService,周,zhou@doors.example,2026/1/31",
  "P-2,海港系统,project-visit,Lin,,,,,,,2026-02-15",
];

const listed = async (): Promise<z.infer<typeof ObjectView>[]> =>
  ObjectList.parse(must(await staff().get("/visited"), 200).body).items;
const visitsOf = async (id: string) =>
  VisitList.parse(must(await staff().get(`/visited/${id}/visits`), 200).body).items;

describe("a list of what is visited, from a file", () => {
  test("every bad row is named with its column and rule, and nothing of it is listed", async () => {
    const before = await demo.items();
    const rows = [
      ...GOOD,
      "P 3,,nonsense,,,nobody,,,,,soon",
      "P-1,again,project-visit,Lin,,,,,,,2026-02-15",
      "P-4,no day,project-visit,Lin,,,,,,,",
      "P-5,no visitor,project-visit,Lin,,,,,Zhou,,2026-02-15",
    ];
    const refused = await send(rows);
    expect(told(refused)).toEqual([400, "bad-rows"]);
    const faults = (Problem.parse(refused.body).rows ?? []).map(({ row, column, code }) => [row, column, code]);
    expect(faults).toEqual([
      [4, "schedule", "unknown-schedule"],
      [4, "id", "invalid"],
      [4, "title", "required"],
      [4, "contact.name", "required"],
      [4, "contact.email", "invalid"],
      [4, "events.delivered", "invalid"],
      [5, "id", "number-twice"],
      [6, "events.delivered", "required"],
      [7, "visitor.sub", "required"],
    ]);
    const dry = must(await send(rows, "&dryRun=true"), 200);
    expect(dry.body).toMatchObject({ dryRun: true, rows: 6 });
    expect((dry.body as { faults: unknown[] }).faults).toHaveLength(faults.length);
    expect(dry.body).toMatchObject({ faults: expect.arrayContaining([expect.objectContaining({ rule: "ITS-14" })]) });
    expect(must(await send(GOOD, "&dryRun=true"), 200).body).toEqual({ dryRun: true, rows: 2, faults: [] });
    expect(await demo.items()).toEqual(before);
  });

  test("ITS-14 a good one is listed and planned; the same again, and what a killed one left, come to the same", async () => {
    must(await send(GOOD.slice(1)), 200); // as far as a killed one came
    must(await send(GOOD), 200);
    await demo.pass("2 minutes");
    const before = await listed();
    expect(before.map(({ id, title, visitor, events }) => [id, title, visitor?.sub, events])).toEqual([
      ["P-1", "临江门户", "customerService", { delivered: "2026-01-31" }],
      ["P-2", "海港系统", undefined, { delivered: "2026-02-15" }],
    ]);
    expect((await visitsOf("P-2"))[0]?.window).toEqual({ from: "2026-02-16", to: "2026-03-15" });
    const items = await demo.items();
    must(await send(GOOD), 200);
    expect(await demo.items(), "the same file writes nothing").toEqual(items);
    must(await send([GOOD[0] ?? "", (GOOD[1] ?? "").replace("海港", "港口")]), 200);
    expect((await listed()).map(({ title }) => title)).toEqual(["临江门户", "港口系统"]);
  });

  test("its template as xlsx, filled in with what a spreadsheet would run, and what people type", async () => {
    const url = `${demo.url}/v1/${demo.org}/imports/visited/template?policy=${POLICY}`;
    const authorization = `Bearer ${await tokenOf(demo.ask, "customerService")}`;
    const template = await fetch(url, { headers: { authorization, "accept-language": "zh-CN" } });
    expect(template.headers.get("content-disposition")).toContain(`${POLICY}-visited-template.xlsx`);
    const [sheet] = await readExcel(Buffer.from(await template.arrayBuffer()));
    const heads = (sheet?.data[0] ?? []).map(String);
    const cells: Readonly<Record<string, string>> = {
      id: "H-1",
      title: '=HYPERLINK("http://evil.example")',
      schedule: "project-visit",
      "contact.name": "مريم 👩‍🔧\u0000 \u202Etxt", // no workbook can hold the NUL
      "contact.address": "'@SUM(A1)",
      "events.delivered": "2026年2月1日",
    };
    const filled = heads.map((head) => cells[/\(([\w.]+)\)$/.exec(head)?.[1] ?? ""]);
    const file = await xlsxOf({ name: "x", columns: heads.map((title) => ({ title, width: 9 })), rows: [filled] });
    const sent = await fetch(`${demo.url}/v1/${demo.org}/imports/visited?policy=${POLICY}`, {
      method: "POST",
      headers: { authorization, "content-type": "application/octet-stream" },
      body: new Uint8Array(file),
    });
    expect([sent.status, await sent.json()]).toEqual([200, { dryRun: false, rows: 1, faults: [] }]);
    expect((await listed()).find(({ id }) => id === "H-1")).toMatchObject({
      title: '=HYPERLINK("http://evil.example")',
      contact: { name: "مريم 👩‍🔧 \u202Etxt", address: "@SUM(A1)" },
    });
    const [broken, foreign] = [await send(['"'], ""), await demo.as("techService").post("/imports/visited", HEAD, CSV)];
    expect([told(broken), told(foreign)]).toEqual([
      [400, "not-a-sheet"],
      [403, "not-your-role"],
    ]);
  });

  test("a number of another regulation's is nobody else's", async () => {
    const other = demo.as("sales");
    const body = { schedule: "planned-visits", title: "Bridge", contact: { name: "Wu" } };
    must(await other.post("/visited/B-1?policy=project-return-visit", body), 200);
    const taken = await send(["B-1,x,project-visit,x,,,,,,,2026-02-15"]);
    expect(Problem.parse(taken.body).rows).toMatchObject([{ row: 2, column: "id", code: "number-taken" }]);
    const put = { schedule: "project-visit", title: "x", contact: { name: "x" }, events: {} };
    expect(told(await staff().post(`/visited/B-1?policy=${POLICY}`, put))).toEqual([409, "object-taken"]);
  });
});

test("what is sold is visited no more: its plans go, its history and the reason stay, and a list brings nothing back", async () => {
  const done = {
    channel: "phone",
    whom: "Chen",
    answers: { visitedProject: "x", visitedOn: "2026-03-09", opinion: "ok" },
  };
  const [first] = await visitsOf("P-1");
  must(await staff().post(`/visited/P-1/visits/${first?.visitId}/done`, done), 200);
  await demo.until("2026-04-05T10:00+08:00");
  const [, second] = await visitsOf("P-1");
  const rebooked = { apology: "Sorry", next: "2026-04-20T10:00:00+08:00" };
  must(await staff().post(`/visited/P-1/visits/${second?.visitId}/rebooked`, rebooked), 200);

  const sold = { for: "sold", note: "由买方自行维护" };
  expect(told(await staff().post("/visited/P-1/retirement", { for: "other" }))).toEqual([400, "bad-fields"]);
  expect(told(await staff().post("/visited/P-1/relisting", { note: "x" }))).toEqual([409, "nothing-to-do"]);
  expect(told(await staff().post("/visited/none/retirement", sold))).toEqual([404, "no-such-object"]);
  const key = { "idempotency-key": "sold-1" };
  for (const _ of [1, 2]) must(await staff().post("/visited/P-1/retirement", sold, key), 200);
  expect(told(await staff().post("/visited/P-1/retirement", sold))).toEqual([409, "nothing-to-do"]);
  await demo.pass("2 minutes");
  const states = (await visitsOf("P-1")).map(({ state }) => state);
  expect(states.slice(0, 2), "made, and rebooked").toEqual(["DONE", "WAIVED"]);
  expect(new Set(states.slice(1))).toEqual(new Set(["WAIVED"]));
  must(await send([(GOOD[0] ?? "").replace("门户", "新门户")]), 200);
  await demo.until("2026-04-07T10:00+08:00");
  expect((await listed()).find(({ id }) => id === "P-1")).toMatchObject({
    title: "临江新门户",
    retired: { ...sold, at: expect.stringMatching(/^2026-04-05/) },
  });
  expect((await visitsOf("P-1")).filter(({ state }) => state === "PLANNED")).toEqual([]);

  must(await staff().post("/visited/P-1/relisting", { note: "The sale was called off" }), 200);
  await demo.pass("2 minutes");
  expect((await listed()).find(({ id }) => id === "P-1")?.retired).toBeUndefined();
  const again = (await visitsOf("P-1")).filter(({ state }) => state === "PLANNED");
  expect(again[0]?.window).toEqual({ from: "2026-04-01", to: "2026-04-30" });
});
