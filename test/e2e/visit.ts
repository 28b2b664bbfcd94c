import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { TestStack } from "../stack/stack.ts";

/** The two sizes that every page is looked at in. */
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

export type Visit = {
  readonly page: Page;
  /** What went wrong on any page of the visit so far: errors of scripts, refusals by a page's policy, failed requests. */
  readonly wrong: readonly string[];
  /** Addresses that were asked for and belong to nobody but strangers. */
  readonly foreign: readonly string[];
  readonly close: () => Promise<void>;
};

const ownOrigins = ({ url, stack }: TestStack): ReadonlySet<string> =>
  new Set([url, stack.inboxUrl, ...Object.values(stack.endpoints)].map((address) => new URL(address).origin));

/** Somebody with a browser of their own: no cookies, no drafts, no photos of anybody else's. */
export const visit = async (
  browser: Browser,
  stack: TestStack,
  options: BrowserContextOptions = {},
): Promise<Visit> => {
  // a dialog that grows into its place lets a click of a slow machine begin on a button and end beside it
  const context = await browser.newContext({ viewport: PHONE, locale: "zh-CN", reducedMotion: "reduce", ...options });
  // A slow machine is no fault of the page; what never comes ends with the test's own time.
  context.setDefaultTimeout(60_000);
  const own = ownOrigins(stack);
  const wrong: string[] = [];
  const foreign: string[] = [];
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^https?:$/.test(protocol) && !own.has(origin)) foreign.push(request.url());
  });
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") wrong.push(message.text());
  });
  context.on("weberror", (error) => wrong.push(String(error.error())));
  const page = await context.newPage();
  return { page, wrong, foreign, close: () => context.close() };
};
