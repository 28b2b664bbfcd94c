import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { answer, DEALER, openForm, picked, TRACKING, typed } from "./form-page.ts";
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

/** The numbers of the cases that this dealer's complaints became. */
const numbers = async (orderNo: string): Promise<string[]> => {
  const cases = (await stack.items()).filter((item) => JSON.stringify(item).includes(orderNo));
  return [...new Set(cases.flatMap((item) => /2026-03-\d{3}/.exec(JSON.stringify(item)) ?? []))];
};

/** A gate with one damage and one photo, ready to send. */
const fillIn = async (page: Page, orderNo: string): Promise<void> => {
  // The phone's clock and the stack's agree, as they do in life.
  await page.clock.setFixedTime(stack.stack.clock.iso());
  await openForm(page, stack.url);
  const said = { ...DEALER, orderNo, productLine: "gate", category: "1-2-1", description: "门叶变形" };
  await answer(page, { ...said, "damages.0.description": "下沿弯曲" });
  await page.getByLabel("损坏部位").fill("左门叶");
  await page.getByLabel("破损", { exact: true }).check();
  await page.locator('[data-photos="0"] input').setInputFiles(picked("damage-1.jpg"));
  await page.getByText("已选1张").waitFor();
};

const send = (page: Page): Promise<void> => page.getByRole("button", { name: "提交投诉" }).click();
const photos = (page: Page) => page.locator("#photos .gallery li");

describe("a connection that fails costs nobody a complaint, and files none twice", () => {
  test("no network when it is sent: it says so, waits, and goes by itself when the network is back", async () => {
    const { page, close } = await visit(browser, stack);
    await fillIn(page, "OFFLINE-1");
    await page.context().setOffline(true);
    await send(page);
    await page.getByText("网络不通。内容已保存在本机，恢复后将自动重试。").waitFor();
    await page.context().setOffline(false);
    await page.waitForURL(TRACKING);
    await photos(page).first().waitFor();
    expect(await photos(page).count()).toBe(1);
    expect(await numbers("OFFLINE-1")).toHaveLength(1);
    await close();
  });

  test("the answer is lost, the page is reloaded: draft and photo are there, and sending again finds the same case", async () => {
    const { page, close } = await visit(browser, stack);
    await fillIn(page, "LOST-2");
    const before = await typed(page);
    let filed = 0;
    await page.route(/\/v1\/demo-doors\/cases\?policy=/, async (route) => {
      filed += (await route.fetch()).status() === 201 ? 1 : 0;
      await route.abort("connectionreset");
    });
    await send(page);
    await page.getByText("恢复后将自动重试").waitFor();
    expect(filed).toBeGreaterThan(0);
    const already = await numbers("LOST-2");
    expect(already).toHaveLength(1);
    await page.unroute(/\/v1\/demo-doors\/cases\?policy=/);
    await page.reload();
    await page.getByText("已恢复您上次填写的内容。").waitFor();
    expect(await typed(page)).toEqual(before);
    await page.getByText("已选1张").waitFor();
    await send(page);
    await page.waitForURL(TRACKING);
    await page.getByRole("heading", { name: already[0] ?? "" }).waitFor();
    await photos(page).first().waitFor();
    expect(await photos(page).count()).toBe(1);
    expect(await numbers("LOST-2")).toEqual(already);
    await openForm(page, stack.url);
    expect((await typed(page)).orderNo).toBeUndefined();
    await close();
  });

  test("an upload breaks in the middle: it is tried again and there is one photo", async () => {
    const { page, close } = await visit(browser, stack);
    await fillIn(page, "BROKEN-3");
    const bucket = `${new URL(stack.stack.endpoints.s3).origin}/**`;
    let broken = 0;
    await page.route(bucket, async (route) => {
      if (route.request().method() !== "POST" || broken > 0) return route.continue();
      broken += 1;
      await route.fetch(); // it arrives, and nobody hears of it
      await route.abort("connectionreset");
    });
    await send(page);
    await page.waitForURL(TRACKING);
    await photos(page).first().waitFor();
    expect(broken).toBe(1);
    expect(await photos(page).count()).toBe(1);
    expect(await photos(page).getByText("与已有照片相同").count()).toBe(0);
    await close();
  });

  test("the page is closed before the photo has gone: opening the case again sends it", async () => {
    const { page, close } = await visit(browser, stack);
    await fillIn(page, "CLOSED-4");
    const bucket = `${new URL(stack.stack.endpoints.s3).origin}/**`;
    await page.route(bucket, (route) => route.abort("connectionreset"));
    await send(page);
    await page.waitForURL(TRACKING);
    await page.getByText("上传中断，正在重试").waitFor();
    const address = page.url();
    await page.goto("about:blank");
    await page.unroute(bucket);
    await page.goto(address);
    await photos(page).first().waitFor();
    expect(await photos(page).count()).toBe(1);
    await close();
  });
});
