import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaint } from "../fixtures/cases.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { picked } from "./form-page.ts";
import { lacks } from "./read-page.ts";
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

describe("a photo that cannot serve as proof is refused with the reason", () => {
  const turnedAway = [
    { why: "not a photo at all", file: "door.gif", says: "door.gif：不支持这种文件，请选择照片。" },
    { why: "no bytes", file: "empty.jpg", says: "empty.jpg：文件为空。" },
  ];
  const refused = [
    { why: "cut off on its way", file: "truncated.jpg", says: /未采用：.+/ },
    { why: "a drawing under the name of a photo", file: "svg.jpg", says: /未采用：.+/ },
  ];

  test.each(turnedAway)("before it is sent: $why", async ({ file, says }) => {
    const { page, wrong, close } = await visit(browser, stack);
    const { trackingPage } = await stack.file(complaint(), { locale: "zh-CN" });
    await page.goto(new URL(`${trackingPage}?lang=zh-CN`, stack.url).href);
    await page.locator('[data-photos="1"] input').setInputFiles(picked(file));
    await page.getByText(says).waitFor();
    expect(wrong).toEqual([]);
    await close();
  });

  test.each(refused)("after it was looked at: $why", async ({ file, says }) => {
    const { page, wrong, foreign, close } = await visit(browser, stack);
    const { trackingPage } = await stack.file(complaint(), { locale: "zh-CN" });
    await page.goto(new URL(`${trackingPage}?lang=zh-CN`, stack.url).href);
    await page.locator('[data-photos="1"] input').setInputFiles(picked(file));
    const tile = page.locator("#photos .gallery li");
    await tile.first().waitFor();
    expect(await tile.locator(".error").textContent()).toMatch(says);
    expect(await lacks(page)).toEqual([]);
    expect([...wrong, ...foreign]).toEqual([]);
    await close();
  });
});
