import readExcel from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ImportReply } from "../../shared/api/imports.ts";
import { CaseList } from "../../shared/api/list-view.ts";
import { Problem } from "../../shared/api/problem.ts";
import { xlsxOf } from "../../shared/runtime/xlsx.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { tokenOf } from "../stack/staff.ts";

/** Taking cases over from a file, at the public door. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
});
afterAll(() => demo.close());

const HEADS = [
  "受理时间 * (receivedAt)",
  "编号",
  "途径",
  "contact.name",
  "电话",
  "经销商名称",
  "orderNo",
  "productLine",
  "category",
  "description",
];
const ROW = [
  "2026/1/5 10:00",
  "OLD-17",
  "电话",
  "陈经理",
  "13800000000",
  "湖畔门业",
  "SO-OLD-1",
  "护窗类",
  "1-1-1 x",
  "旧系统里的锈蚀",
];
const csv = (...rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(`\uFEFF${[HEADS, ...rows].map((row) => row.join(",")).join("\r\n")}\r\n`);

const send = async (
  body: Uint8Array,
  { query = "", who = "clerk", headers = {} as Record<string, string>, locale = "en" } = {},
) => {
  const response = await fetch(`${demo.url}/v1/${demo.org}/imports${query}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${await tokenOf(demo.ask, who)}`,
      "content-type": "application/octet-stream",
      "accept-language": locale,
      ...headers,
    },
    body: new Uint8Array(body),
  });
  return { status: response.status, body: (await response.json()) as unknown };
};

const fetched = async (path: string) =>
  fetch(`${demo.url}/v1/${demo.org}${path}`, {
    headers: { authorization: `Bearer ${await tokenOf(demo.ask, "clerk")}`, "accept-language": "zh-CN" },
  });

test("a dry run names every wrong cell in the reader's language and takes nothing over", async () => {
  const before = await demo.items();
  const wrong = csv(ROW, ROW.with(6, ""), ROW.with(7, "roof").with(1, ""));
  for (const [locale, says] of [
    ["en", "is required"],
    ["zh-CN", "必填"],
  ] as const) {
    const { status, body } = await send(wrong, { query: "?dryRun=true", locale });
    expect(status).toBe(200);
    const reply = ImportReply.parse(body);
    expect(reply).toMatchObject({ dryRun: true, rows: 3, cases: [] });
    expect(reply.faults.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, "orderNo", "required"],
      [4, "productLine", "invalid"],
    ]);
    expect(reply.faults[0]?.says).toContain(says);
  }
  const { status, body } = await send(wrong);
  expect([status, Problem.parse(body)]).toMatchObject([400, { code: "bad-rows", rows: [{ row: 3 }, { row: 4 }] }]);
  expect(await demo.items()).toEqual(before);
});

test("the template that it gives, filled in, is what it takes; the cases are found, listed, overdue, and nobody was written to", async () => {
  const template = await fetched("/imports/template");
  expect(template.headers.get("content-disposition")).toContain("door-factory-after-sales-template.xlsx");
  const [sheet] = await readExcel(Buffer.from(await template.arrayBuffer()));
  const heads = (sheet?.data[0] ?? []).map(String);
  expect(heads).toContain("订单号 * (orderNo)");
  const cells: Record<string, string> = {
    receivedAt: "2026-01-05 10:00",
    number: "OLD-1",
    channel: "来函",
    "contact.name": "赵女士",
    "contact.email": "zhao@dealer.example",
    dealerName: "湖畔门业",
    orderNo: "SO-OLD-7",
    productLine: "护窗类",
    category: "1-1-1",
    description: "旧系统里的锈蚀",
  };
  const filled = heads.map((head) => cells[/\(([\w.]+)\)$/.exec(head)?.[1] ?? ""]);
  const file = await xlsxOf({ name: "x", columns: heads.map((title) => ({ title, width: 9 })), rows: [filled] });
  const { status, body } = await send(file);
  expect(status, JSON.stringify(body)).toBe(200);
  const [taken] = ImportReply.parse(body).cases;
  expect(taken).toMatchObject({ row: 2, number: "OLD-1" });
  await demo.pass("3 minutes");

  const find = async (q: string) =>
    CaseList.parse(await (await fetched(`/cases/search?q=${encodeURIComponent(q)}`)).json()).items;
  for (const q of ["OLD-1", "zhao@dealer.example", "soold7", "锈蚀"]) {
    expect(
      (await find(q)).map(({ caseId }) => caseId),
      q,
    ).toEqual([taken?.caseId]);
  }
  expect((await find("OLD-1"))[0]).toMatchObject({ receivedAt: "2026-01-05T10:00:00+08:00", overdue: true });
  const register = CaseList.parse(await (await fetched("/register?month=2026-01")).json());
  expect(register.items.map(({ number }) => number)).toEqual(["OLD-1"]);
  const mails = await demo.mails({ about: { number: "OLD-1" } as never });
  expect(mails.flatMap(({ to }) => to).filter((to) => to.startsWith("zhao"))).toEqual([]);
});

test("the same file twice, at once and later, makes each case once", async () => {
  const file = csv(ROW.with(1, "OLD-21"), ROW.with(1, ""), ROW.with(1, ""));
  const [a, b] = await Promise.all([send(file), send(file)]);
  const later = await send(file);
  const made = [a, b, later].map(({ body }) => ImportReply.parse(body).cases.map(({ caseId }) => caseId));
  expect(made[1]).toEqual(made[0]);
  expect(made[2]).toEqual(made[0]);
  expect(new Set(made.flat()).size).toBe(3);
});

test("a file in the encoding of a Chinese spreadsheet is read", async () => {
  // 受理时间,途径,联系人,电话 … in GB 18030, as Excel in China saves it
  const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));
  const head = bytes("ca dc c0 ed ca b1 bc e4 2c".replaceAll(" ", ""));
  const rest = new TextEncoder().encode(
    "number,channel,contact.name,contact.phone,dealerName,orderNo,productLine,category,description\n2026-01-05,OLD-31,phone,Chen,13800000000,Lake,SO-3,gate,2-1,rust\n",
  );
  const { body } = await send(new Uint8Array([...head, ...rest]), { query: "?dryRun=true" });
  expect(ImportReply.parse(body)).toMatchObject({ rows: 1, faults: [] });
});

describe("what is no file of cases", () => {
  test.each([
    ["a zip of nothing", Buffer.from("PK\u0003\u0004"), 400, "not-a-sheet"],
    ["an open quote", Buffer.from('receivedAt\n"2026'), 400, "not-a-sheet"],
    ["too large a file", Buffer.alloc(4 * 1024 * 1024 + 1, 65), 413, "file-too-large"],
    ["an empty file", Buffer.alloc(0), 400, "bad-rows"],
    ["a picture", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1]), 400, "bad-rows"],
  ])("%s is refused", async (_why, bytes, status, code) => {
    const answer = await send(bytes);
    expect([answer.status, Problem.parse(answer.body).code]).toEqual([status, code]);
  });

  test("whoever may not take cases in is told so", async () => {
    for (const [who, code] of [
      ["quality", "not-your-role"],
      ["stranger", "not-a-member"],
    ] as const) {
      const answer = await send(csv(ROW), { who, query: "?dryRun=true" });
      expect([answer.status, Problem.parse(answer.body).code]).toEqual([403, code]);
    }
  });
});
