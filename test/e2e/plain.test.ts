import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { answer, DEALER, picked, TRACKING, typed } from "./form-page.ts";
import { lacks, pictures } from "./read-page.ts";
import { visit } from "./visit.ts";

let stack: TestStack;
let browser: Browser;

beforeAll(async () => {
  [browser, stack] = await Promise.all([openBrowser(), openTest({ at: "2026-03-10T09:30:00+08:00" })]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

test("a browser without scripts, in English: faults are shown, the case is filed, a photo goes by the plain form", async () => {
  const { page, wrong, foreign, close } = await visit(browser, stack, { javaScriptEnabled: false, locale: "en-GB" });
  await page.goto(`${stack.url}/demo-doors/complaint`);
  expect(await lacks(page)).toEqual([]);
  const said = { ...DEALER, productLine: "gate", category: "1-2-1", description: "Both leaves arrived bent" };
  await answer(page, { ...said, quantity: "many", "damages.0.place": "left leaf" });
  const before = await typed(page);
  await page.getByRole("button", { name: "File the complaint" }).click();

  const summary = page.getByRole("alert");
  await summary.getByRole("heading").waitFor();
  const faults = await summary.getByRole("link").allTextContents();
  expect(faults).toHaveLength(2);
  expect(faults.join()).toMatch(/Quantity concerned.*Outer packaging/);
  expect(await page.title()).toMatch(/^Error/);
  expect(await typed(page)).toEqual(before);
  expect(await lacks(page)).toEqual([]);

  await answer(page, { quantity: "2" });
  await page.getByLabel("Damaged", { exact: true }).first().check();
  await page.getByRole("button", { name: "File the complaint" }).click();
  await page.waitForURL(TRACKING);
  await page.getByRole("heading", { name: "2026-03-001" }).waitFor();
  expect(await lacks(page)).toEqual([]);

  await page.locator("form.plainform input[type=file]").setInputFiles(picked("damage-1.jpg"));
  await page.getByRole("button", { name: "Upload this photo" }).click();
  await page.waitForURL(TRACKING);
  // Looking at the photo takes a moment; the reader of such a browser reloads.
  await expect
    .poll(async () => (await page.reload()) && (await page.locator("#photos .gallery li").count()), { timeout: 60_000 })
    .toBe(1);
  expect(await pictures(page.locator("#photos .gallery img"))).toBe(1);
  expect(foreign).toEqual([]);
  expect(wrong).toEqual([expect.stringContaining("400")]);
  await close();
});
