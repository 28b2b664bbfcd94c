import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { type StaffVisit, signIn } from "./console-page.ts";
import { answer, copied, DEALER, openForm, picked, TRACKING } from "./form-page.ts";
import { lacks, pictures } from "./read-page.ts";
import { type Visit, visit } from "./visit.ts";

/** Said inside the company only; none of it may reach the customer. */
const INTERNAL = {
  note: "物流已电话承认野蛮装卸",
  liability: "出库照片完好，责任在承运方",
  extension: "新门叶需重新排产",
  remark: "同意，不得再延",
};

let stack: TestStack;
let browser: Browser;
let dealer: Visit;
let page: Page;
let caseId: string;
let clerk: StaffVisit;

const gallery = (damage: number) => page.getByRole("heading", { name: `第${damage}处` }).locator("..");

beforeAll(async () => {
  [browser, stack] = await Promise.all([openBrowser(), openTest({ at: "2026-09-29T10:00:00+08:00" })]);
  dealer = await visit(browser, stack);
  page = dealer.page;
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

describe("a dealer complains with a phone, and the company keeps its promise", () => {
  test("the form is filled in and sent with four photos, one of them HEIC and one chosen twice", async () => {
    await openForm(page, stack.url);
    await answer(page, {
      ...DEALER,
      productLine: "gate",
      category: "1-2-1",
      description: "到货时两扇门叶均被挤压变形",
    });
    const damage = (n: number) => page.getByRole("group", { name: `第${n}处` });
    await damage(1).getByLabel("损坏部位").fill("左门叶下沿");
    await damage(1).getByLabel("破损", { exact: true }).check();
    await damage(1).locator("input[type=file]").setInputFiles(picked("door.heic", "damage-1.jpg"));
    await damage(1).locator("input[type=file]").setInputFiles(copied("damage-1.jpg", "again.jpg"));
    await damage(1).getByText("已选3张 · 张数已够").waitFor();
    await page.getByRole("button", { name: "再添加一处" }).click();
    await damage(2).getByLabel("损坏部位").fill("右门叶");
    await damage(2).getByLabel("完好").check();
    await damage(2).locator("input[type=file]").setInputFiles(picked("damage-2.jpg"));
    await damage(2).getByText("已选1张 · 还差2张").waitFor();
    await page.getByRole("button", { name: "提交投诉" }).click();
    await page.waitForURL(TRACKING);
    caseId = /case_[a-z0-9]+/i.exec(page.url())?.[0] ?? expect.unreachable("the address names the case");
  });

  test("the tracking page has the number, the promised day, and every day's reason", async () => {
    await page.getByRole("heading", { name: "2026-09-001" }).waitFor();
    const deadline = page.getByRole("article").filter({ hasText: "明确处理方案" });
    expect(await deadline.textContent()).toContain("10月10日");
    await deadline.getByText("为什么是这一天？").click();
    const days = await deadline.getByRole("row").allTextContents();
    const why = (day: string): string => days.find((row) => row.includes(day)) ?? "";
    expect(why("10月1日")).toMatch(/不计.*国庆节/);
    expect(why("10月10日")).toMatch(/✓ 计入.*调休上班/);
    expect(days.filter((row) => row.includes("✓ 计入"))).toHaveLength(4);
  });

  test("the photos come, the one sent twice is marked, and what is missing is said", async () => {
    await page.locator("#photos .gallery li").nth(3).waitFor();
    expect(await pictures(page.locator("#photos .gallery img"))).toBe(4);
    expect(await gallery(1).textContent()).toMatch(/2\/3[\s\S]*还差1张/);
    expect(await gallery(1).getByText("与已有照片相同，不重复计数").count()).toBe(1);
    expect(await gallery(2).textContent()).toMatch(/1\/3[\s\S]*还差2张/);
  });

  test("photos added on the tracking page complete the evidence", async () => {
    await gallery(1).locator("input[type=file]").setInputFiles(picked("damage-3.jpg"));
    await gallery(1).locator(".gallery li").nth(3).waitFor();
    await gallery(2).locator("input[type=file]").setInputFiles(picked("damage-4.jpg", "damage-5.jpg"));
    await gallery(2).locator(".gallery li").nth(2).waitFor();
    await page.getByText("照片已齐全").waitFor();
  });

  test("the acknowledgement in the inbox leads back to the same page", async () => {
    await stack.pass("2 minutes");
    const inbox = await dealer.page.context().newPage();
    await inbox.goto(stack.stack.inboxUrl);
    await inbox.getByRole("link", { name: "[2026-09-001] 已收到您的投诉" }).click();
    const letter = inbox.frameLocator("iframe");
    expect(await letter.locator("body").textContent()).toContain("10月10日");
    const [opened] = await Promise.all([
      inbox.waitForEvent("popup"),
      letter.locator(`a[href*="/${caseId}/"]`).first().click(),
    ]);
    await opened.getByRole("heading", { name: "2026-09-001" }).waitFor();
    expect(new URL(opened.url()).pathname).toBe(new URL(page.url()).pathname);
    await opened.close();
    await inbox.close();
  });

  test("on the last working day before, the after-sales department 售后服务部 is reminded", async () => {
    expect(await stack.mails({ to: "after-sales@" })).toEqual([]);
    await stack.until("2026-10-09T09:05:00+08:00");
    const [reminder] = await stack.mails({ to: "after-sales@" });
    expect(reminder?.subject).toMatch(/^\[2026-09-001\] 提醒：明确处理方案将于.*10月10日.*到期$/);
  });

  test("the clerk 售后专员 signs in at the console, finds the case, and accepts it", async () => {
    clerk = await signIn(browser, stack, "售后专员");
    await clerk.page.getByRole("link", { name: "2026-09-001" }).waitFor();
    expect(await lacks(clerk.page)).toEqual([]);
    await clerk.openCase("2026-09-001");
    await clerk.act("受理");
    await stack.pass("2 minutes"); // the mail that leaves meanwhile is no change that anybody must be told of
    await clerk.act("添加备注", (dialog) => dialog.getByRole("textbox").fill(INTERNAL.note));
    await clerk.act("责任认定", async (dialog) => {
      await dialog.getByLabel("物流").check();
      await dialog.getByLabel("认定依据").fill(INTERNAL.liability);
    });
    expect(await lacks(clerk.page)).toEqual([]);
  });

  test("an extension that the director 运营总监 approves shows the customer both dates", async () => {
    await clerk.act("申请延期", async (dialog) => {
      await dialog.getByLabel("新期限").fill("2026-10-14");
      await dialog.getByLabel("理由").fill(INTERNAL.extension);
    });
    const director = await signIn(browser, stack, "运营总监");
    await director.openCase("2026-09-001");
    await director.act(/^审批延期/, async (dialog) => {
      await dialog.getByLabel("批准", { exact: true }).check();
      await dialog.getByLabel("意见").fill(INTERNAL.remark);
    });
    await director.page.getByText("已批准").first().waitFor();
    expect([...director.foreign, ...director.wrong]).toEqual([]);
    await director.close();
    await page.reload();
    const deadline = page.getByRole("article").filter({ hasText: "明确处理方案" });
    expect(await deadline.textContent()).toMatch(/已批准延期.*原定.*10月10日.*延期至.*10月14日/s);
  });

  test("the plan, its execution and the end are told to the customer as they happen", async () => {
    await clerk.refresh();
    await clerk.act("答复处理方案", (dialog) => dialog.getByLabel("处理方案").fill("补发左、右门叶各一扇"));
    await stack.pass("2 minutes");
    await page.reload();
    await page.getByText("补发左、右门叶各一扇").waitFor();
    await clerk.act("确认执行完毕", (dialog) => dialog.getByLabel("执行结果").fill("新门叶已安装"));
    await stack.pass("2 minutes"); // the mail that leaves meanwhile is no change that anybody must be told of
    await clerk.act("结案", (dialog) => dialog.getByLabel("结案说明").fill("经销商确认满意"));
    await page.reload();
    await page.getByText("已结案").first().waitFor();
    const told = await page.locator("main").textContent();
    expect(told).toContain("新门叶已安装");
    expect(told).toContain("经销商确认满意");
    expect(await page.locator("input[type=file]:visible").count()).toBe(0);
  });

  test("nothing that was said inside the company reached the customer, and no page did anything wrong", async () => {
    await stack.pass("2 minutes");
    const letters = await stack.mails({ to: DEALER["contact.email"] ?? "" });
    expect(letters.map(({ subject }) => subject.replace(/^\[2026-09-001\] |[，于].*$/g, ""))).toEqual([
      "已收到您的投诉",
      "进展：正在制定处理方案",
      "处理方案已答复",
      "进展：处理方案已执行完毕",
      "已",
    ]);
    for (const said of Object.values(INTERNAL)) {
      expect(await page.content()).not.toContain(said);
      for (const { text, html } of letters) expect(text + html).not.toContain(said);
    }
    expect(await lacks(page)).toEqual([]);
    expect([...dealer.foreign, ...clerk.foreign]).toEqual([]);
    expect([...dealer.wrong, ...clerk.wrong]).toEqual([]);
  });
});
