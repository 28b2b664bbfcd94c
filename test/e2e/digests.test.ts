import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { type StaffVisit, signIn } from "./console-page.ts";
import { lacks } from "./read-page.ts";
import { DESK, PHONE } from "./visit.ts";

/** The head of after-sales looks at what was told on Monday, and how it stands by now. */
let stack: TestStack;
let browser: Browser;
let head: StaffVisit;
let page: Page;

beforeAll(async () => {
  [browser, stack] = await Promise.all([openBrowser(), openTest({ at: "2026-03-03T09:30:00+08:00" })]);
  await stack.file();
  await stack.until("2026-03-09T08:10+08:00");
  head = await signIn(browser, stack, "售后经理");
  page = head.page;
});
afterAll(async () => {
  await head?.close();
  await browser?.close();
  await stack?.close();
});

const letter = () => page.frameLocator("iframe.letter");

test("what digests would say and have said is seen by whoever has the role, in a frame that may do nothing", async () => {
  await page.getByRole("link", { name: "汇总", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "汇总" }).waitFor();
  await letter().getByText("7日内到期的案件：1").waitFor();
  await page.getByRole("button", { name: "查看" }).click();
  await page.getByRole("heading", { name: "2026-03-09的汇总" }).waitFor();
  await letter().getByText("7日内到期的案件：1").waitFor();
  expect(await page.locator("iframe.letter").getAttribute("sandbox")).toBe("");
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    expect(await lacks(page)).toEqual([]);
    if (process.env.SHOTS !== undefined)
      await page.screenshot({ path: `${process.env.SHOTS}/page-${size.width}.png`, fullPage: true });
  }
  expect([head.wrong, head.foreign]).toEqual([[], []]);
});
