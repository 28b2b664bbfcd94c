import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { type StaffVisit, signIn } from "./console-page.ts";
import { lacks } from "./read-page.ts";
import { DESK, PHONE } from "./visit.ts";

/** A company dresses its letters at the console, and sees them before anybody else does. */
let stack: TestStack;
let browser: Browser;
let keeper: StaffVisit;
let page: Page;

beforeAll(async () => {
  [browser, stack] = await Promise.all([openBrowser(), openTest({ at: "2026-03-10T09:30:00+08:00" })]);
  keeper = await signIn(browser, stack, "信函样式管理员");
  page = keeper.page;
});
afterAll(async () => {
  await keeper?.close();
  await browser?.close();
  await stack?.close();
});

const letter = () => page.frameLocator("iframe.letter");
const field = (label: string) => page.getByRole("textbox", { name: label, exact: true });

test("every letter can be looked at, light, dark and as plain text, in both languages", async () => {
  await page.getByRole("link", { name: "信函样式" }).click();
  await page.getByRole("heading", { level: 1, name: "信函样式" }).waitFor();
  await letter().getByRole("heading", { name: "已收到您的投诉" }).waitFor();
  await page.getByLabel("信函", { exact: true }).selectOption({ label: "超期通知" });
  await letter().getByRole("heading", { name: "明确处理方案已超过期限" }).waitFor();
  await page.getByLabel("语言", { exact: true }).selectOption({ label: "英文" });
  await letter().getByRole("heading", { name: "is overdue" }).waitFor();
  const ground = () =>
    letter()
      .locator("body")
      .evaluate((body) => getComputedStyle(body).backgroundColor);
  expect(await ground()).toBe("rgb(243, 245, 248)");
  await page.getByLabel("显示为").selectOption({ label: "深色" });
  await expect.poll(ground).toBe("rgb(16, 21, 28)");
  await page.getByLabel("显示为").selectOption({ label: "纯文本" });
  await page.locator("pre.letter").getByText("This letter was sent automatically.").waitFor();
  await page.getByLabel("显示为").selectOption({ label: "浅色" });
});

test("the frame of a letter may run nothing, ask for nothing and lead nowhere", async () => {
  expect(await page.locator("iframe.letter").getAttribute("sandbox")).toBe("");
  await letter().getByRole("link", { name: "Open the case" }).click();
  await letter().getByRole("heading", { name: "is overdue" }).waitFor();
  expect(keeper.foreign).toEqual([]);
});

test("what is typed is seen at once; what is wrong is said at its field, and cannot be saved", async () => {
  await field("署名 · 英文").fill("Doors <b>& Co</b>");
  await letter().getByText("Doors <b>& Co</b>").first().waitFor();
  await field("按钮文字颜色").fill("#0b57a5");
  await page.getByText("至少须为4.5:1").waitFor();
  expect(await page.getByRole("button", { name: "保存样式" }).isDisabled()).toBe(true);
  await field("按钮文字颜色").fill("#ffffff");
  await field("主色（按钮、色条）").fill("#7a1f1f");
  await field("签名 · 英文").fill("[Call us](http://doors.example)");
  await page.getByText("链接地址须以 https://").waitFor();
  await field("签名 · 英文").fill("Doors & Co\n[Call us](tel:4005550100)");
  await letter().getByRole("link", { name: "Call us" }).waitFor();
  await field("签名 · 中文").fill("示例门业售后服务部");
});

test("saved, it is what letters wear, and who chose it stands there", async () => {
  await page.getByRole("button", { name: "保存样式" }).click();
  await page.getByText("已保存为第1版").waitFor();
  await page.getByRole("region", { name: "历次样式" }).getByRole("cell", { name: "1", exact: true }).waitFor();
  const filed = await stack.file();
  await stack.pass("2 minutes");
  const [mail] = await stack.mails({ to: "@dealer.example", about: filed });
  expect(mail?.html).toContain("#7a1f1f");
  await field("主色（按钮、色条）").fill("#1a4d2e");
  await page.getByRole("button", { name: "保存样式" }).click();
  await page.getByText("已保存为第2版").waitFor();
  await page.getByRole("button", { name: "载入此版" }).last().click();
  expect(await field("主色（按钮、色条）").inputValue()).toBe("#7a1f1f");
});

test.each([
  ["a desk", DESK],
  ["a phone", PHONE],
])("on %s it lacks nothing that everybody needs", async (_what, size) => {
  await page.setViewportSize(size);
  expect(await lacks(page)).toEqual([]);
  // a click in the frame was refused, and looks that could not be worn
  const refused = /^Blocked opening|status of 400/;
  expect(keeper.wrong.filter((one) => !refused.test(one))).toEqual([]);
});
