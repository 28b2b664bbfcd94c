import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DOORS, NORMS, useSeveral } from "../stack/several.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { answer, DEALER, openForm, TRACKING, typed } from "./form-page.ts";
import { visit } from "./visit.ts";

let stack: TestStack;
let browser: Browser;

beforeAll(async () => {
  [browser, stack] = await Promise.all([openBrowser(), openTest({ at: "2026-03-10T09:30:00+08:00" })]);
  await useSeveral(stack);
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

const NOTE = {
  "contact.name": "林经理",
  "contact.email": "lin@east-gate.example",
  subject: "安装师傅未到",
  description: "约好上门，无人前来",
};

test("each form has its own draft, and a complaint is filed under the policy whose form was filled in", async () => {
  const { page, wrong, close } = await visit(browser, stack);
  await page.clock.install({ time: stack.stack.clock.iso() });
  await openForm(page, stack.url);
  await page.locator("form[novalidate]").waitFor();
  const doors = { ...DEALER, productLine: "gate" };
  await answer(page, doors);
  await page.clock.runFor(1000);

  await page.getByRole("link", { name: "客户服务管理制度3" }).click();
  await page.getByRole("heading", { name: "客户投诉记要" }).waitFor();
  await page.locator("form[novalidate]").waitFor(); // the script has taken over
  expect(await typed(page), "nothing of the other form's draft").toEqual({});
  await answer(page, NOTE);
  await page.clock.runFor(1000);
  await page.getByRole("link", { name: "English" }).click();
  await page.getByRole("heading", { name: "Notes of a complaint" }).waitFor();
  await page.getByText("What you typed last time is back.").waitFor();
  expect(await typed(page), "the draft is that of the form, in either language").toEqual(NOTE);

  await page.locator("form[novalidate]").waitFor();
  await page.locator("button[type=submit]").click();
  await page.waitForURL(TRACKING);
  const [, caseId = "", trackingToken = ""] = /case\/([^/]+)\/([^/?]+)/.exec(page.url()) ?? [];
  expect((await stack.tracking({ caseId, trackingToken })).policy.id).toBe(NORMS);

  await openForm(page, stack.url, `?policy=${DOORS}`);
  await page.getByText("已恢复您上次填写的内容。").waitFor();
  expect(await typed(page), "the company's own form is the same by its id").toEqual(doors);
  expect(wrong).toEqual([]);
  await close();
});
