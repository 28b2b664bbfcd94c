import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import readExcel from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainComplaint } from "../stack/customer.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { type StaffVisit, signIn } from "./console-page.ts";
import { lacks } from "./read-page.ts";
import { PHONE } from "./visit.ts";

/** What staff look up, cut, carry away and take over, at the console of the demo company. */
let stack: TestStack;
let browser: Browser;
let manager: StaffVisit;
let page: Page;

const said = ["门扇左下角变形，关不上", "护栏底部生锈", "运费与约定不符"];

beforeAll(async () => {
  [browser, stack] = await Promise.all([openBrowser(), openTest({ at: "2026-03-10T09:30:00+08:00" })]);
  for (const [n, description] of said.entries()) {
    const contact = { name: "陈经理", email: "chen@dealer.example", phone: `1380000000${n}` };
    const filed = await stack.file(plainComplaint({ contact, orderNo: `SO-${n}`, description }));
    if (n === 0) await stack.as("clerk").step(filed, "accept");
  }
  await stack.pass("3 minutes");
  manager = await signIn(browser, stack, "售后经理");
  page = manager.page;
});
afterAll(async () => {
  await manager?.close();
  await browser?.close();
  await stack?.close();
});

const rows = () => page.locator("table.cases tbody tr");
const numbers = (): Promise<string[]> => page.locator("table.cases .number a").allTextContents();

/** What is not there yet comes as soon as the machine lets it. */
const SLOW = { timeout: 30_000 };
const shows = (wanted: readonly string[]): Promise<void> => expect.poll(numbers, SLOW).toEqual(wanted);
const showsAll = (): Promise<void> => expect.poll(() => rows().count(), SLOW).toBe(3);

/** The file that a button gives. */
const taken = async (button: string): Promise<{ name: string; bytes: Buffer }> => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};

describe("a case is found by whatever is known of it", () => {
  test.each([
    ["Chinese words", "变形", "2026-03-001"],
    ["a telephone", "138 0000 0001", "2026-03-002"],
    ["an order", "so2", "2026-03-003"],
  ])("%s", async (_why, typed, number) => {
    await page.getByLabel("查找案件").fill(typed);
    await page.keyboard.press("Enter");
    await page.getByText(`查找“${typed}”`).waitFor();
    await shows([number]);
  });

  test("and where there is none, that is said; the way back is the list", async () => {
    await page.getByLabel("查找案件").fill("nobody@nowhere.example");
    await page.getByRole("button", { name: "查找" }).click();
    await page.getByText("没有找到“nobody@nowhere.example”").waitFor();
    await page.getByRole("button", { name: "返回列表" }).click();
    await showsAll();
  });
});

describe("the list is cut, and what is left is what the file holds", () => {
  test("by a state, which stays when one comes back from a case", async () => {
    await page.getByLabel("状态").selectOption({ label: "已接收" });
    await shows(["2026-03-002", "2026-03-003"]);
    await page.getByRole("link", { name: "2026-03-002" }).click();
    await page.getByRole("region", { name: "办理" }).waitFor();
    await page.getByRole("link", { name: "← 案件列表" }).click();
    await shows(["2026-03-002", "2026-03-003"]);
  });

  test("by when it is due, to the day that ends with it", async () => {
    await page.getByLabel("期限").selectOption({ label: "指定日期" });
    await page.getByLabel("至", { exact: true }).fill("2026-03-15");
    await page.getByText("没有符合条件的案件").waitFor();
    await page.getByLabel("至", { exact: true }).fill("2026-03-16");
    await shows(["2026-03-002", "2026-03-003"]);
  });

  test("as CSV and as xlsx", async () => {
    const csv = await taken("导出 CSV");
    expect(csv.name).toBe("demo-doors-cases-2026-03-10.csv");
    const lines = csv.bytes.toString("utf8").trim().split("\r\n").slice(1);
    expect(lines.map((line) => line.slice(0, 11))).toEqual(["2026-03-002", "2026-03-003"]);
    const xlsx = await taken("导出 Excel");
    const [sheet] = await readExcel(xlsx.bytes);
    expect(sheet?.data.slice(1).map(([number]) => number)).toEqual(["2026-03-002", "2026-03-003"]);
    await page.getByText(`已保存 ${xlsx.name}`).waitFor();
  });

  test("and without the filter all are there again", async () => {
    await page.getByRole("button", { name: "清除筛选" }).click();
    await showsAll();
    expect(await lacks(page)).toEqual([]);
  });
});

test("the register holds the month's cases as they came in, and none of another month", async () => {
  await page.getByRole("link", { name: "登记追踪表" }).click();
  await page.getByRole("heading", { level: 1, name: "登记追踪表" }).waitFor();
  await shows(["2026-03-001", "2026-03-002", "2026-03-003"]);
  const { name } = await taken("导出 Excel");
  expect(name).toBe("demo-doors-register-2026-03-10.xlsx");
  await page.getByLabel("接收月份").fill("2026-02");
  await page.getByText("此期间没有登记的案件").waitFor();
  await page.getByLabel("近一年").click();
  await showsAll();
  expect(await lacks(page)).toEqual([]);
});

describe("cases are taken over from a file", () => {
  const HEAD = "受理时间,编号,途径,联系人,电话,经销商名称,orderNo,productLine,category,description";
  const row = (number: string, order: string, line = "护窗类") =>
    `2026/1/5 10:00,${number},电话,陈经理,13800000000,湖畔门业,${order},${line},1-1-1,旧系统里的锈蚀`;
  const file = (...lines: readonly string[]) => ({
    name: "old.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`\uFEFF${[HEAD, ...lines].join("\r\n")}\r\n`),
  });
  const check = async (given: ReturnType<typeof file>): Promise<void> => {
    await page.getByLabel("填好的文件").setInputFiles(given);
    await page.getByRole("button", { name: "检查文件" }).click();
  };

  test("whose template is given", async () => {
    await page.getByRole("link", { name: "导入" }).click();
    const { name, bytes } = await taken("Excel 模板");
    expect(name).toBe("demo-doors-door-factory-after-sales-template.xlsx");
    const [sheet] = await readExcel(bytes);
    expect(sheet?.data[0]?.map(String)).toContain("订单号 * (orderNo)");
  });

  test("every bad row is shown, and nothing can be imported", async () => {
    await check(file(row("OLD-1", "SO-OLD-1"), row("OLD-2", ""), row("OLD-3", "SO-OLD-3", "roof")));
    await page.getByRole("alert").getByText("2 行有误，共 2 处").waitFor();
    const faults = await page.locator("table.records tbody tr").allTextContents();
    expect(faults).toEqual([expect.stringMatching(/^3orderNo.*必填/), expect.stringMatching(/^4productLine/)]);
    expect(await page.getByRole("button", { name: /^导入 / }).count()).toBe(0);
    expect(await lacks(page)).toEqual([]);
  });

  test("one without a fault is checked, imported, and its cases can be opened", async () => {
    await check(file(row("OLD-1", "SO-OLD-1"), row("OLD-2", "SO-OLD-2")));
    await page.getByText("2 件均无误，可以导入。").waitFor();
    await page.getByRole("button", { name: "导入 2 件" }).click();
    await page.getByText("已导入 2 件").waitFor();
    await page.getByRole("link", { name: "OLD-2" }).click();
    await page.getByRole("heading", { level: 1, name: "案件 OLD-2" }).waitFor();
  });
});

test("none of it did anything wrong, and a phone shows all of it", async () => {
  await page.setViewportSize(PHONE);
  for (const place of ["", "/register", "/import", "?q=变形"]) {
    await page.goto("about:blank");
    await page.goto(`${stack.url}/console/#/demo-doors${place}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.locator(".ant-skeleton").waitFor({ state: "detached" });
    expect([place, ...(await lacks(page))]).toEqual([place]);
  }
  expect([...manager.wrong, ...manager.foreign]).toEqual([]);
});

test("who may not carry lists away or register cases is offered neither", async () => {
  const reader = await signIn(browser, stack, "质量部");
  await reader.page.getByRole("link", { name: "2026-03-001" }).waitFor();
  expect(await reader.page.getByRole("button", { name: /导出/ }).count()).toBe(0);
  expect(await reader.page.getByRole("link", { name: "导入" }).count()).toBe(0);
  await reader.close();
});
