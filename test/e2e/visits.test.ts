import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { must } from "../stack/call.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { type StaffVisit, signIn } from "./console-page.ts";
import { isWhole } from "./read-page.ts";

/** Return visits at the console: a list is imported, a week is worked off, a plan is approved. */
let stack: TestStack;
let browser: Browser;
let service: StaffVisit;
let page: Page;

beforeAll(async () => {
  [browser, stack] = await Promise.all([
    openBrowser(),
    openTest({ at: "2026-03-10T09:30+08:00", policies: ["it-customer-service", "project-return-visit"] }),
  ]);
  service = await signIn(browser, stack, "(customerService)");
  page = service.page;
});
afterAll(async () => {
  await service?.close();
  await browser?.close();
  await stack?.close();
});

const within = (name: string) =>
  page.getByRole("navigation", { name: "定期工作" }).getByRole("link", { name, exact: true }).click();
const goTo = async (at: Page, name: string): Promise<void> => {
  await at.getByRole("link", { name: "定期工作", exact: true }).click();
  await at.getByRole("heading", { level: 1, name }).waitFor();
};

describe("what is visited", () => {
  const HEAD = "对象编号,对象名称,回访计划,客户联系人,联系电话,events.delivered";
  const file = (...lines: readonly string[]) => ({
    name: "projects.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`\uFEFF${[HEAD, ...lines].join("\r\n")}\r\n`),
  });

  test("is nothing yet, and a file with faults brings nothing", async () => {
    await goTo(page, "我的一周");
    await page.getByText("本周没有要做的工作").waitFor();
    await within("导入对象");
    const bad = file("P-1,临江门户,project-visit,陈一鸣,,2026-01-31", "P 2,,project-visit,Lin,,soon");
    await page.getByLabel("填好的文件").setInputFiles(bad);
    await page.getByRole("button", { name: "检查文件" }).click();
    await page.getByRole("alert").getByText("1 行有误，共 3 处").waitFor();
    expect(await page.getByRole("button", { name: /^导入 \d/ }).count()).toBe(0);
    await isWhole(page);
  });

  test("is what a right file says, and can be found", async () => {
    const good = file(
      "P-1,临江门户,project-visit,陈一鸣,13900000000,2026-01-31",
      "P-2,海港系统,project-visit,Lin,,2026-02-15",
    );
    await page.getByLabel("填好的文件").setInputFiles(good);
    await page.getByRole("button", { name: "检查文件" }).click();
    await page.getByText("没有错误：可导入 2 个对象。").waitFor();
    await page.getByRole("button", { name: "导入 2 个对象" }).click();
    await page.getByText("已导入 2 个对象").waitFor();
    await within("对象");
    await page.getByRole("link", { name: "临江门户" }).waitFor();
    await isWhole(page);
    await page.getByLabel("查找编号、名称或联系人").fill("海港");
    await page.getByRole("button", { name: "查找" }).click();
    await page.getByRole("link", { name: "临江门户" }).waitFor({ state: "detached" });
    await page.getByRole("link", { name: "海港系统" }).waitFor();
  });
});

describe("my week", () => {
  const dialog = () => page.getByRole("dialog");
  const send = async (): Promise<void> => {
    await dialog().getByRole("button", { name: "提交" }).click();
    await dialog().waitFor({ state: "detached" });
  };

  test("holds what can be made, by when, how and on which form", async () => {
    await stack.pass("2 minutes");
    await within("我的一周");
    const row = page.getByRole("row", { name: /临江门户/ });
    await row.getByText("ITS-14 ITS-15").waitFor();
    await row.getByText("电话").waitFor();
    await row.getByRole("link", { name: "13900000000" }).waitFor();
    await page.getByText("显示地址").click();
    await page
      .getByRole("region", { name: /日历订阅/ })
      .getByText(/role%3AcustomerService.*visits\.ics/)
      .waitFor();
    await isWhole(page);
  });

  test("a visit is tried, promised anew, and recorded with its form; what is wrong is shown at its field", async () => {
    const row = page.getByRole("row", { name: /临江门户/ });
    await row.getByRole("button", { name: "未能联系上" }).click();
    await dialog().getByText("电话").click();
    await send();
    await row.getByText("未能联系上").first().waitFor();
    await row.getByRole("button", { name: "另约时间" }).click();
    await dialog().getByLabel("新的时间").fill("2026-04-20T10:00");
    await dialog().getByLabel("致歉内容").fill("改日再访，抱歉");
    await dialog().getByRole("button", { name: "提交" }).click();
    await dialog().getByText("新时间须在将来，且在回访期限内").waitFor();
    await dialog().getByLabel("新的时间").fill("2026-03-12T10:00");
    await send();
    await row.getByText("已另约时间").waitFor();
    await row.getByRole("button", { name: "登记回访" }).click();
    await dialog().getByText("电话").click();
    await dialog().getByLabel("受访人").fill("陈一鸣");
    await dialog().getByLabel("项目").fill("临江门户");
    await dialog().getByLabel("回访日期").fill("2026-03-10");
    await dialog().getByLabel("客户意见").fill("运行正常");
    await send();
    await row.waitFor({ state: "detached" });
  });

  test("what is sold is visited no more, and says why; what was made stays", async () => {
    await within("对象");
    await page.getByRole("link", { name: "临江门户" }).click();
    await page.getByText("运行正常").waitFor();
    await page.getByRole("button", { name: "停止回访" }).click();
    await dialog().getByText("已出售或转让").click();
    await dialog().getByRole("textbox", { name: "说明" }).fill("由买方维护");
    await send();
    await page.getByText("由买方维护").waitFor();
    await stack.pass("2 minutes");
    await page.reload();
    await page.getByText("免除").first().waitFor();
    await page.getByText("运行正常").waitFor();
    await page.getByRole("button", { name: "恢复回访" }).waitFor();
    await isWhole(page);
    // the one refusal was asked for above
    expect(service.wrong.filter((line) => !line.includes("status of 400"))).toEqual([]);
    expect(service.foreign).toEqual([]);
  });
});

test("AS-107 a plan is drafted by those who visit and approved by the responsible manager alone", async () => {
  const bridge = { schedule: "planned-visits", title: "Bridge", contact: { name: "Wu" } };
  must(await stack.as("sales").post("/visited/B-1?policy=project-return-visit", bridge), 200);
  const [sales, manager] = [await signIn(browser, stack, "(sales)"), await signIn(browser, stack, "(managerInCharge)")];
  const plans = async (at: Page): Promise<void> => {
    await goTo(at, "我的一周");
    await at.getByRole("link", { name: "年度计划" }).click();
    await at.getByRole("heading", { level: 2, name: "2026 年度回访计划" }).waitFor();
  };
  await plans(sales.page);
  await sales.page.getByRole("button", { name: "编制计划" }).click();
  await sales.page.getByLabel("对象编号").fill("B-1");
  await sales.page.getByLabel("自", { exact: true }).fill("2026-03-01");
  await sales.page.getByLabel("至", { exact: true }).fill("2026-03-31");
  await sales.page.getByRole("button", { name: "提交草案" }).click();
  await sales.page.getByText("草案，待批准").waitFor();
  expect(await sales.page.getByRole("button", { name: "批准计划" }).count(), "it is not theirs to approve").toBe(0);
  await isWhole(sales.page);

  await plans(manager.page);
  expect(await manager.page.getByRole("button", { name: "修改计划" }).count()).toBe(0);
  await manager.page.getByRole("button", { name: "批准计划" }).click();
  await manager.page.getByRole("dialog").getByRole("button", { name: "确认" }).click();
  await manager.page.getByText("已批准").waitFor();
  await stack.pass("2 minutes");
  await goTo(sales.page, "我的一周");
  await sales.page.getByRole("link", { name: "Bridge" }).waitFor();
  for (const one of [sales, manager]) {
    expect(one.wrong).toEqual([]);
    await one.close();
  }
});
