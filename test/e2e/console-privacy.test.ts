import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { plainComplaint } from "../stack/customer.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { type StaffVisit, signIn } from "./console-page.ts";
import { lacks } from "./read-page.ts";
import { DESK, PHONE } from "./visit.ts";

/** Forgetting somebody, and opening a closed address again, at the console. */
let stack: TestStack;
let browser: Browser;
let officer: StaffVisit;
let page: Page;

const CHEN = { name: "陈经理", email: "chen@dealer.example", phone: "13800000001" };

beforeAll(async () => {
  [browser, stack] = await Promise.all([openBrowser(), openTest({ at: "2026-03-10T09:30:00+08:00" })]);
  const filed = await stack.file(plainComplaint({ contact: CHEN }));
  await stack.pass("3 minutes");
  const [mail] = await stack.mails({ to: CHEN.email, about: filed });
  await stack.tell(mail ?? expect.unreachable("a receipt"), { is: "Bounce" });
  await stack.pass("3 minutes");
  officer = await signIn(browser, stack, "信息保密负责人");
  page = officer.page;
});
afterAll(async () => {
  await officer?.close();
  await browser?.close();
  await stack?.close();
});

/** Looks at the page in both sizes: it reads by itself, and nothing hangs over the edge. */
const looked = async (name: string, at: Page = page): Promise<void> => {
  for (const size of [PHONE, DESK]) {
    await at.setViewportSize(size);
    const shots = process.env.SHOTS;
    if (shots !== undefined) await at.screenshot({ path: `${shots}/${name}-${size.width}.png`, fullPage: true });
    expect(await lacks(at), `${name} at ${size.width}`).toEqual([]);
  }
};

test("an address that mail came back from is said at its case, and opened again by whoever may", async () => {
  const clerk = await signIn(browser, stack, "售后专员");
  await clerk.openCase("2026-03-001");
  const note = clerk.page.getByRole("status").filter({ hasText: "客户邮箱已停止发信" });
  await note.waitFor();
  await note.getByRole("button", { name: "恢复发信" }).click();
  await note.getByLabel("依据").fill("客户来电，邮箱已恢复");
  await looked("closed", clerk.page);
  await note.getByRole("button", { name: "恢复发信" }).click();
  await note.waitFor({ state: "detached" });
  expect(clerk.wrong).toEqual([]);
  expect(await clerk.page.getByRole("link", { name: "个人信息" }).count(), "is no page of the clerk's").toBe(0);
  await clerk.close();
});

test("somebody is forgotten: what goes and what stays is said first, then what came of it", async () => {
  await page.getByRole("link", { name: "个人信息" }).click();
  await page.getByRole("heading", { level: 1, name: "个人信息" }).waitFor();
  await page.getByText("客户来电，邮箱已恢复").waitFor();
  await looked("forget");
  await page.getByLabel("电子邮箱").fill(CHEN.email);
  await page.getByLabel(/原因/).fill(`${CHEN.email} asked`);
  await page.getByRole("button", { name: "决定删除" }).click();
  await page.getByRole("button", { name: "确定" }).click();
  await page.getByText("原因中请勿重复邮箱或电话").waitFor();
  await page.getByLabel(/原因/).fill("客户书面申请");
  await page.getByRole("button", { name: "决定删除" }).click();
  await page.getByRole("button", { name: "确定" }).click();
  await page.getByText("正在进行").waitFor();
  await page
    .getByRole("row", { name: /2026-03-001/ })
    .getByText("案件尚未办结")
    .waitFor();
  await looked("ordered");
  await stack.pass("2 hours");
  await page.getByRole("button", { name: "刷新" }).click();
  await page.getByText("全部查过").waitFor();
  await looked("done");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByText("Everything was gone through").waitFor();
  await looked("done-en");
  // the reason that was refused, and the token that ran out while the clock was turned
  expect(officer.wrong.filter((line) => !/status of 40[01]/.test(line))).toEqual([]);
});
