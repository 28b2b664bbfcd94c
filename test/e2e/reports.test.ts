import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { type StaffVisit, signIn } from "./console-page.ts";
import { isWhole } from "./read-page.ts";

/** A department's monthly report at the console: read, written, handed in and carried away. */
let stack: TestStack;
let browser: Browser;
let author: StaffVisit;
let page: Page;

beforeAll(async () => {
  [browser, stack] = await Promise.all([
    openBrowser(),
    openTest({ at: "2026-09-30T10:00+08:00", policies: ["property-service-inspection"] }),
  ]);
  await stack.until("2026-10-08T09:05+08:00");
  author = await signIn(browser, stack, "(departmentNorth)");
  page = author.page;
});
afterAll(async () => {
  await author?.close();
  await browser?.close();
  await stack?.close();
});

describe("the reports of a department", () => {
  test("stand in a list by month, each with its due and how it stands", async () => {
    await page.getByRole("link", { name: "报表", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "报表" }).waitFor();
    await page.getByRole("link", { name: "服务质量巡检月度报告" }).waitFor();
    expect(await page.getByText("草稿").count()).toBe(3);
    await isWhole(page);
    await page.getByRole("link", { name: "下个月" }).click();
    await page.getByText("本月没有您可查看的报告").waitFor();
    await page.getByRole("link", { name: "上个月" }).click();
  });

  test("show what was counted and what it is made from, in either language", async () => {
    await page.getByRole("link", { name: "服务质量巡检月度报告" }).click();
    await page.getByRole("heading", { level: 1, name: "服务质量巡检月度报告 · 2026年9月" }).waitFor();
    await page.getByText("编制人尚未说明").waitFor();
    await isWhole(page);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { level: 1, name: "Monthly patrol report · September 2026" }).waitFor();
    await page.getByRole("link", { name: "Patrol forms collected and the monthly report drafted" }).waitFor();
    await isWhole(page);
  });

  test("are handed in with the words of their author, once, and can be carried away", async () => {
    await page.getByRole("textbox", { name: "What became better in the month" }).fill("Lights <b>mended</b> =1+1");
    await page.getByRole("button", { name: "Submit" }).click();
    await page
      .getByText(/✓ submitted/)
      .first()
      .waitFor();
    await page.getByText("Lights <b>mended</b> =1+1").waitFor();
    expect(await page.getByRole("button", { name: "Submit" }).count()).toBe(0);
    await isWhole(page);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Workbook" }).first().click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
    expect(author.wrong).toEqual([expect.stringContaining("403")]); // the list of cases, which is not theirs
  });
});
