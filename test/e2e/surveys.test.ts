import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { type StaffVisit, signIn } from "./console-page.ts";
import { lacks } from "./read-page.ts";
import { PHONE, visit } from "./visit.ts";

/** A survey from the list of whom it asks to its figures, as the people see it who plan, approve and answer it. */
let stack: TestStack;
let browser: Browser;
let office: StaffVisit;
let page: Page;

beforeAll(async () => {
  [browser, stack] = await Promise.all([
    openBrowser(),
    openTest({ at: "2026-10-08T09:30+08:00", policies: ["owner-satisfaction-survey"] }),
  ]);
  office = await signIn(browser, stack, "(management)");
  page = office.page;
});
afterAll(async () => {
  await office?.close();
  await browser?.close();
  await stack?.close();
});

/** What is not there yet comes as soon as the machine lets it. */
const SLOW = { timeout: 30_000 };

const surveys = async (on = page): Promise<void> => {
  await on.getByRole("link", { name: "调查", exact: true }).click();
  await on.getByRole("heading", { level: 1, name: "满意度调查" }).waitFor();
};

describe("the list of customers is renewed from a file", () => {
  const check = async (...rows: readonly string[]): Promise<void> => {
    const buffer = Buffer.from(`\uFEFF${["姓名,电子邮箱,电话,语言,楼栋", ...rows].join("\r\n")}\r\n`);
    await page.getByLabel("填好的名单").setInputFiles({ name: "owners.csv", mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: "检查文件" }).click();
  };

  test("every bad row is shown, and nothing can be imported", async () => {
    await surveys();
    await page.getByRole("link", { name: "客户名单" }).click();
    await page.getByText("名单里还没有客户").waitFor();
    await check("王芳,wang@homes.example,,,A", "李明,不是邮箱,,,B", "王芳,WANG@homes.example,,,A");
    await page.getByRole("alert").getByText("2 行有误，共 2 处").waitFor();
    const faults = await page.locator("table.records tbody tr").allTextContents();
    expect(faults).toEqual([expect.stringMatching(/^3email/), expect.stringMatching(/^4email.*与第 2 行是同一人/)]);
    expect(await page.getByRole("button", { name: /^导入 / }).count()).toBe(0);
    expect(await lacks(page)).toEqual([]);
  });

  test("one without a fault is checked, imported, and listed", async () => {
    await check("王芳,wang@homes.example,,,A", "李明,li@homes.example,,,B", "Ada,ada@homes.example,,en,A");
    await page.getByRole("button", { name: "导入 3 位客户" }).click();
    await page.getByText("已导入 3 位客户").waitFor();
    await page.locator("table.cases tbody tr").nth(2).waitFor();
    expect(await page.locator("table.cases").textContent()).toContain("楼栋: B");
    expect(office.wrong, "what reads the file keeps the page's policy").toEqual([]);
  });
});

describe("a survey is planned", () => {
  test("with its questions before one's eyes; a wrong day is told where it stands, and nothing typed is lost", async () => {
    await surveys();
    await page.getByRole("link", { name: "新建调查计划" }).click();
    await page.getByText("总体满意程度").waitFor();
    await page.getByText("≥ 50 %").waitFor();
    await page.getByLabel("名称").fill("2026 年业主调查");
    await page.getByRole("button", { name: "添加条件" }).click();
    await page.getByLabel("分组列").fill("楼栋");
    await page.getByLabel("值").fill("A");
    await page.getByLabel("发出日").fill("2026-10-01");
    await page.getByLabel("第 1 次提醒").fill("2026-10-26");
    await page.getByLabel("最后一天").fill("2026-11-20");
    await page.getByRole("button", { name: "提交计划" }).click();
    await page
      .locator(".ant-form-item", { has: page.getByLabel("发出日") })
      .getByText("发出日期已过")
      .waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel("名称").inputValue(), SLOW).toBe("2026 年业主调查");
    await page.getByLabel("发出日").fill("2026-10-12");
    expect(await lacks(page)).toEqual([]);
    await page.getByRole("button", { name: "提交计划" }).click();
    await page.getByRole("heading", { level: 1, name: "2026 年业主调查" }).waitFor();
    await page.getByText("客户名单中楼栋=A的客户").waitFor();
  });

  test("changed before it is approved, by the form with what was planned in it", async () => {
    await page.getByRole("link", { name: "修改计划" }).click();
    await expect.poll(() => page.getByLabel("值").inputValue(), SLOW).toBe("A");
    await page.getByRole("button", { name: "删除条件 1" }).click();
    await page.getByRole("button", { name: "提交计划" }).click();
    await page.getByText("客户名单中的全部客户").waitFor();
  });

  test("somebody whose role plans and approves nothing is offered nothing", async () => {
    const other = await signIn(browser, stack, "(department)");
    await surveys(other.page);
    await other.page.getByRole("link", { name: "2026 年业主调查" }).click();
    await other.page.getByText(/计划由.*批准后才会发出/).waitFor();
    const buttons = await other.page.getByRole("region", { name: "办理" }).getByRole("button").count();
    expect([buttons, await other.page.getByRole("link", { name: "修改计划" }).count()]).toEqual([0, 0]);
    await other.close();
  });

  test("approved: its mails wait for their day", async () => {
    await page.getByRole("button", { name: "批准" }).click();
    await page.getByText("已批准，未到发出日").waitFor();
    expect(await stack.mails({ to: "homes.example" })).toEqual([]);
  });
});

test("its customers answer on the phone, without scripts", async () => {
  await stack.until("2026-10-12T10:05+08:00");
  const asked = await stack.mails({ to: "homes.example" });
  expect(asked.map(({ to }) => to[0]).sort()).toEqual(["ada@homes.example", "li@homes.example", "wang@homes.example"]);
  for (const [n, mail] of asked.slice(0, 2).entries()) {
    const customer = await visit(browser, stack, { viewport: PHONE, javaScriptEnabled: false });
    await customer.page.goto(/https?:\/\/\S+\/survey\/\S+/.exec(mail.text)?.[0] ?? "");
    await customer.page.locator(`input[name="score.overall"][value="${5 - n}"]`).check();
    await customer.page.locator("textarea").fill("电梯很快");
    await customer.page.getByRole("button").last().click();
    await customer.page.getByText(/您的回答已保存|Your answer is saved/).waitFor();
    expect(customer.wrong).toEqual([]);
    await customer.close();
  }
});

describe("what came of it stands in the console", () => {
  test("the figures with what is between them, and in its history who did what", async () => {
    await office.close();
    office = await signIn(browser, stack, "(management)"); // the clock has passed the end of the first session
    page = office.page;
    await surveys();
    await page.getByRole("link", { name: "2026 年业主调查" }).click();
    const figures = page.getByRole("region", { name: "结果 (截至目前)" });
    await figures.getByText("66.7 %").waitFor();
    for (const says of ["按楼栋", "95% 置信区间", "尚未回答"]) await figures.getByText(says).first().waitFor();
    const history = await page.getByRole("region", { name: "经过" }).locator("tbody tr").allTextContents();
    expect(history.map((line) => line.replace(/^.*\d\d:\d\d/, ""))).toEqual([
      expect.stringMatching(/^计划.*管理部/),
      expect.stringMatching(/^修改计划/),
      expect.stringMatching(/^批准/),
      "全部邀请完毕系统",
    ]);
    expect(await lacks(page)).toEqual([]);
  });

  test("held up with a reason, gone on with, and given up", async () => {
    const act = async (what: string, says: string): Promise<void> => {
      await page.getByRole("button", { name: what, exact: true }).click();
      await page.getByText(says).first().waitFor();
    };
    expect(await page.getByRole("button", { name: "暂停" }).isDisabled()).toBe(true);
    await page.getByLabel("原因").fill("问卷有误");
    await act("暂停", "已暂停 · 问卷有误");
    await page.getByRole("button", { name: "继续" }).click();
    await page.getByRole("button", { name: "暂停" }).waitFor();
    await page.getByLabel("原因").fill("不再需要");
    await act("取消", "已结束 · 不再需要");
    await page.getByText("现在没有您可以办理的事项").waitFor();
    expect(office.wrong).toEqual([]);
  });
});
