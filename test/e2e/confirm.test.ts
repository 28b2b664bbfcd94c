import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { must } from "../stack/call.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { lacks } from "./read-page.ts";
import { DESK, PHONE, visit } from "./visit.ts";

/** Customers give their word on their own page, with a browser that runs no scripts. */
let stack: TestStack;
let browser: Browser;

beforeAll(async () => {
  const policies = ["complaint-handling-norms"];
  [browser, stack] = await Promise.all([openBrowser(), openTest({ at: "2026-11-02T09:00+08:00", policies })]);
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

const complaint = {
  contact: { name: "Lin Xiao", email: "lin@customer.example" },
  subject: "Late delivery",
  description: "The parcel came a week late.",
};

/** A case whose customer is offered something to confirm or to object to. */
const offered = async () => {
  const filed = await stack.file(complaint);
  const agent = stack.as("agent");
  await agent.step(filed, "restate", { mainContent: "A parcel a week late" });
  must(await stack.own(filed, "signatures", { signoff: "restatement-confirmed", name: "Lin Xiao" }), 200);
  await agent.step(filed, "promise", { promisedAt: "2026-11-04T12:00:00+08:00" });
  await agent.step(filed, "prepare-options", { optionOne: "Refund", optionTwo: "Voucher", optionThree: "Both" });
  await agent.step(filed, "offer-option", { offered: "option-1", offer: "A refund of <b>the freight</b>" });
  return { filed, agent };
};

const pageOf = (trackingPage: string, lang: string): string => new URL(`${trackingPage}?lang=${lang}`, stack.url).href;

test.each([
  {
    lang: "en",
    size: "phone",
    viewport: PHONE,
    title: "The customer confirms the solution",
    name: "Your name",
    confirm: "Confirm",
    signed: /^✓ Confirmed .*2026.*Lin Xiao$/,
  },
  {
    lang: "zh-CN",
    size: "desk",
    viewport: DESK,
    title: "客户确认方案",
    name: "您的姓名",
    confirm: "确认",
    signed: /^✓ 已于.*2026.*确认：.*Lin Xiao$/,
  },
])(
  "AS-86 what is offered is read and confirmed without scripts: $lang, $size",
  async ({ lang, viewport, title, name, confirm, signed }) => {
    const { filed, agent } = await offered();
    const { page, wrong, foreign, close } = await visit(browser, stack, {
      javaScriptEnabled: false,
      viewport,
      locale: lang,
    });
    await page.goto(pageOf(filed.trackingPage, lang));
    const card = page.locator("section.card", { has: page.getByRole("heading", { name: title }) });
    expect(await card.textContent()).toContain("A refund of <b>the freight</b>");
    expect(await lacks(page)).toEqual([]);
    await card.getByLabel(name).fill("Lin Xiao");
    await page.keyboard.press("Enter");
    await card.getByRole("status").waitFor();
    expect((await card.getByRole("status").textContent())?.trim()).toMatch(signed);
    expect(await card.getByRole("button", { name: confirm }).count(), "once is enough").toBe(0);
    expect(await lacks(page)).toEqual([]);
    expect((await agent.step(filed, "carry-out")).state.id).toBe("EXECUTING");
    expect([...wrong, ...foreign]).toEqual([]);
    await close();
  },
);

test("a word that is refused says why, and leads back to where it can be said again", async () => {
  const { filed } = await offered();
  const { page, foreign, close } = await visit(browser, stack, { javaScriptEnabled: false, locale: "en-GB" });
  await page.goto(pageOf(filed.trackingPage, "en"));
  await page.getByLabel("Your name").fill("   ");
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByText("give the name of whoever signs").waitFor();
  expect(await lacks(page)).toEqual([]);
  await page.getByRole("link", { name: "Back to try again" }).click();
  await page.getByLabel("Your name").waitFor();
  expect(foreign).toEqual([]);
  await close();
});

test("an objection needs its reason, is shown back, and leaves the next offer open", async () => {
  const { filed, agent } = await offered();
  const { page, foreign, close } = await visit(browser, stack, { javaScriptEnabled: false, locale: "en-GB" });
  await page.goto(pageOf(filed.trackingPage, "en"));
  await page.getByText("I do not agree").click();
  await page.getByLabel("What is wrong with it").fill("I want the goods instead");
  await page.getByRole("button", { name: "Object" }).click();
  await page.getByText("I want the goods instead").first().waitFor();
  expect(await lacks(page)).toEqual([]);
  expect((await agent.see(filed)).state.id).toBe("OPTIONS_READY");
  await stack.pass("1 hour");
  await agent.step(filed, "offer-option", { offered: "option-2", offer: "A voucher" });
  await page.reload();
  await page.getByText("A voucher").first().waitFor();
  expect(await page.getByLabel("Your name").count()).toBe(1);
  expect(foreign).toEqual([]);
  await close();
});
