import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { complaint } from "../fixtures/cases.ts";
import { openTest, type TestStack } from "../stack/stack.ts";
import { openBrowser } from "./browser.ts";
import { lacks } from "./read-page.ts";
import { DESK, PHONE, visit } from "./visit.ts";

let stack: TestStack;
let browser: Browser;
let tracking: string;

beforeAll(async () => {
  [browser, stack] = await Promise.all([openBrowser(), openTest({ at: "2026-09-29T10:00:00+08:00" })]);
  const filed = await stack.file(complaint());
  tracking = new URL(filed.trackingPage, stack.url).href;
  await stack.photo(filed, 1, "damage-1.jpg");
  await stack.until("2026-10-12T09:00:00+08:00");
});
afterAll(async () => {
  await browser?.close();
  await stack?.close();
});

const letter = async (): Promise<string> => `${stack.stack.inboxUrl}messages/${(await stack.mails())[0]?.id}`;

const pages = [
  { why: "a case whose promise was broken", address: async () => tracking, reads: "Overdue" },
  { why: "the inbox", address: async () => stack.stack.inboxUrl, reads: "We have your complaint" },
  { why: "a letter in the inbox", address: letter, reads: "We have your complaint" },
  { why: "a letter as the mail program shows it", address: async () => `${await letter()}.html`, reads: "Case number" },
  { why: "the sign-in page", address: async () => `${stack.url}/console/`, reads: "Sign in" },
];
const sizes = [
  { size: "phone", viewport: PHONE },
  { size: "desk", viewport: DESK },
];

test.each(pages.flatMap((page) => sizes.map((size) => ({ ...page, ...size }))))(
  "lacks nothing, refuses nothing, asks no stranger: $why, $size",
  async ({ address, reads, viewport }) => {
    const { page, wrong, foreign, close } = await visit(browser, stack, { viewport, locale: "en-GB" });
    await page.goto(await address());
    await page.getByText(reads).first().waitFor();
    expect(await lacks(page)).toEqual([]);
    expect([...wrong, ...foreign]).toEqual([]);
    await close();
  },
);

test.each(sizes)("the documents of the interface load from this machine alone: $size", async ({ viewport }) => {
  const { page, wrong, foreign, close } = await visit(browser, stack, { viewport, locale: "en-GB" });
  await page.goto(`${stack.url}/docs/`);
  await page.getByText("/v1/{org}/cases", { exact: true }).first().waitFor();
  expect([...wrong, ...foreign]).toEqual([]);
  await close();
});

test("a page that does wrong would be noticed", async () => {
  const { page, wrong, foreign, close } = await visit(browser, stack);
  await page.setContent(`<meta http-equiv="content-security-policy" content="script-src 'none'">
    <img src="http://127.0.0.1:9/stranger.png"><input><script>1</script><div style="width:2000px">wide</div>`);
  await expect.poll(() => wrong.join()).toMatch(/Content Security Policy/);
  expect(foreign).toEqual(["http://127.0.0.1:9/stranger.png"]);
  const found = await lacks(page);
  for (const fault of ["no language", "no title", "not one h1", "no name: <input>", "wider than the screen"])
    expect(found).toContain(fault);
  expect(found.join()).toContain("no text: <img");
  await close();
});
