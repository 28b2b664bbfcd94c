import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { answer, DEALER, FREIGHT, openForm, TRACKING, typed } from "./form-page.ts";
import { lacks } from "./read-page.ts";
import { DESK, PHONE, visit } from "./visit.ts";

let stack: TestStack;
let browser: Browser;

beforeAll(async () => {
  [browser, stack] = await Promise.all([openBrowser(), openTest({ at: "2026-03-10T09:30:00+08:00" })]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

describe("what is wrong is said where it is wrong", () => {
  test("a form with faults names each at its field, takes the reader to the list, and keeps what was typed", async () => {
    const { page, wrong, foreign, close } = await visit(browser, stack);
    await openForm(page, stack.url);
    const given = {
      ...DEALER,
      "contact.email": "lin@",
      orderNo: "",
      productLine: "gate",
      category: "1-2-1",
      quantity: "两扇",
    };
    await answer(page, { ...given, description: "门叶变形" });
    const before = await typed(page);
    await page.getByRole("button", { name: "提交投诉" }).click();
    const summary = page.getByRole("alert");
    await summary.getByRole("heading", { name: "提交前请修改以下内容" }).waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await summary.getByRole("listitem").allTextContents()).toEqual([
      "电子邮箱：请填写有效的邮箱地址，例如 name@example.com。",
      "订单号：请填写此项。",
      "涉及数量：请填写数字。",
      "请至少填写一处损坏。",
    ]);
    const marked = page.locator("[aria-invalid=true]");
    expect(await marked.evaluateAll((all) => all.map((one) => one.getAttribute("name")))).toEqual([
      "contact.email",
      "orderNo",
      "quantity",
    ]);
    for (const one of await marked.all()) {
      const ids = (await one.getAttribute("aria-describedby")) ?? "";
      expect(await page.locator(`#${ids.split(" ").at(-1)}`).textContent()).toMatch(/^请填写/);
    }
    expect(await typed(page)).toEqual(before);
    await summary.getByRole("link", { name: "订单号：请填写此项。" }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("orderNo");
    expect(await lacks(page)).toEqual([]);
    expect([...wrong, ...foreign]).toEqual([]);
    await close();
  });

  test("what only the server refuses is said at its field too", async () => {
    const { page, wrong, close } = await visit(browser, stack);
    await openForm(page, stack.url);
    await answer(page, { ...FREIGHT, "contact.phone": "call me" });
    await page.getByRole("button", { name: "提交投诉" }).click();
    await page.getByRole("alert").getByRole("link", { name: /^电话/ }).waitFor();
    expect(await page.locator('[name="contact.phone"]').getAttribute("aria-invalid")).toBe("true");
    expect(await stack.items()).toSatisfy((items: { pk: string }[]) => !items.some(({ pk }) => pk.includes("case_")));
    await answer(page, { "contact.phone": "+86 10 5555 0100" });
    await page.getByRole("button", { name: "提交投诉" }).click();
    await page.waitForURL(TRACKING);
    expect(wrong).toEqual([expect.stringContaining("status of 400")]);
    await close();
  });

  test("a kind of complaint that does not exist for the product (DFA-20) cannot be chosen", async () => {
    const { page, close } = await visit(browser, stack);
    await openForm(page, stack.url);
    const accessories = page.locator('option[value="1-2-2"]');
    await answer(page, { productLine: "gate", category: "1-2-2" });
    expect(await accessories.isDisabled()).toBe(false);
    await answer(page, { productLine: "home" });
    expect(await accessories.isDisabled()).toBe(true);
    expect((await typed(page)).category).toBeUndefined();
    await close();
  });

  test("questions come and go with the kind of complaint", async () => {
    const { page, close } = await visit(browser, stack);
    await openForm(page, stack.url);
    const asked = async () => [
      await page.locator('[name="promisedDate"]').isVisible(),
      await page.locator('[name="pickupAt"]').isVisible(),
    ];
    expect(await asked()).toEqual([false, false]);
    await answer(page, { category: "2-3" });
    expect(await asked()).toEqual([true, false]);
    await answer(page, { category: "1-2-3" });
    expect(await asked()).toEqual([false, true]);
    await close();
  });
});

describe("everybody can use it", () => {
  const sizes = [
    { why: "phone, Chinese", viewport: PHONE, locale: "zh-CN", heading: "投诉申请单" },
    { why: "phone, English", viewport: PHONE, locale: "en-GB", heading: "Complaint form" },
    { why: "desk, Chinese", viewport: DESK, locale: "zh-CN", heading: "投诉申请单" },
    { why: "desk, English", viewport: DESK, locale: "en-GB", heading: "Complaint form" },
    { why: "the narrowest phone", viewport: { width: 320, height: 568 }, locale: "en-GB", heading: "Complaint form" },
  ];
  test.each(sizes)("the form lacks nothing: $why", async ({ viewport, locale, heading }) => {
    const { page, wrong, foreign, close } = await visit(browser, stack, { viewport, locale });
    await openForm(page, stack.url);
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await answer(page, { category: "1-2-1" });
    await page.locator("details summary").first().click();
    expect(await lacks(page)).toEqual([]);
    expect([...wrong, ...foreign]).toEqual([]);
    await close();
  });

  test("with the keyboard alone, in English: filled in, sent, and every stop can be seen", async () => {
    const { page, wrong, foreign, close } = await visit(browser, stack, { viewport: DESK, locale: "en-GB" });
    await openForm(page, stack.url);
    const unseen: string[] = [];
    const tabTo = async (name: string): Promise<void> => {
      for (let stops = 0; stops < 40; stops += 1) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => {
          const focused = document.activeElement;
          if (focused === null) return { name: "", outline: "none" };
          const seen = focused.closest(".pick") ?? focused;
          return {
            name: focused.getAttribute("name") ?? focused.textContent.trim(),
            outline: getComputedStyle(seen).outlineStyle,
          };
        });
        if (at.outline === "none") unseen.push(at.name);
        if (at.name === name) return;
      }
      expect.unreachable(`${name} is not reached`);
    };
    const type = async (name: string, words: string): Promise<void> => {
      await tabTo(name);
      await page.keyboard.type(words);
    };
    await tabTo("Skip to content");
    await type("contact.name", "Lin");
    await type("contact.email", "lin@east-gate.example");
    await type("dealerName", "East Gate Dealer");
    await type("orderNo", "SO-2231");
    await type("productLine", "Gates");
    await type("category", "2-2");
    await type("description", "Freight is not as agreed");
    await tabTo("File the complaint");
    await page.keyboard.press("Enter");
    await page.waitForURL(TRACKING);
    await page.getByText("We have your complaint").first().waitFor();
    expect(await lacks(page)).toEqual([]);
    expect([...unseen, ...wrong, ...foreign]).toEqual([]);
    await close();
  });

  test("an address that leads nowhere says so, and where to turn", async () => {
    const { page, foreign, close } = await visit(browser, stack);
    for (const path of [
      "/demo-doors/case/case_00000000000000000000000000/AAAAAAAAAAAAAAAAAAAAAA",
      "/nobody/complaint",
    ]) {
      const answer = await page.goto(stack.url + path);
      expect(answer?.status()).toBe(404);
      await page.getByRole("heading", { level: 1, name: "找不到该页面" }).waitFor();
      expect(await lacks(page)).toEqual([]);
    }
    expect(foreign).toEqual([]);
    await close();
  });
});
