import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { DESK, PHONE } from "./visit.ts";

/**
 * What a page lacks that everybody needs: a language, a title, one first heading, headings without gaps, a name for
 * whatever can be operated, a text for each picture, ids that are unique, and nothing wider than the screen. A line each.
 */
export const lacks = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const shown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const all = (selector: string): Element[] => [...document.querySelectorAll(selector)].filter(shown);
    const wordsOf = (ids: string | null): string =>
      (ids ?? "")
        .split(/\s+/)
        .map((id) => document.getElementById(id)?.textContent ?? "")
        .join(" ");
    const labels = (element: Element): string =>
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
        ? [...(element.labels ?? [])].map(({ textContent }) => textContent).join(" ")
        : "";
    const pictures = (element: Element): string => [...element.querySelectorAll("img")].map(({ alt }) => alt).join(" ");
    const nameOf = (element: Element): string =>
      [
        element.getAttribute("aria-label"),
        wordsOf(element.getAttribute("aria-labelledby")),
        labels(element),
        element.matches("a,button,summary") ? element.textContent + pictures(element) : "",
      ]
        .join("")
        .trim();
    const say = (element: Element): string => element.outerHTML.slice(0, 120);
    const levels = all("h1,h2,h3,h4,h5,h6").map(({ tagName }) => Number(tagName[1]));
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    const described = [...document.querySelectorAll("[aria-describedby]")].flatMap((element) =>
      (element.getAttribute("aria-describedby") ?? "").split(/\s+/),
    );
    return [
      ...(/^(zh-CN|en)$/.test(document.documentElement.lang) ? [] : ["no language"]),
      ...(document.title.trim() === "" ? ["no title"] : []),
      ...(levels.filter((level) => level === 1).length === 1 ? [] : ["not one h1"]),
      ...levels.flatMap((level, at) =>
        level > (levels[at - 1] ?? 1) + 1 ? [`h${level} after h${levels[at - 1]}`] : [],
      ),
      ...all("a,button,summary,select,textarea,input:not([type=hidden])")
        .filter((element) => nameOf(element) === "")
        .map((element) => `no name: ${say(element)}`),
      ...all("img:not([alt])").map((element) => `no text: ${say(element)}`),
      ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `id twice: ${id}`),
      ...described.filter((id) => !ids.includes(id)).map((id) => `described by nothing: ${id}`),
      ...(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ["wider than the screen"] : []),
    ];
  });

/** Waits for each picture to come and be one. */
export const pictures = async (images: Locator): Promise<number> => {
  const found = await images.all();
  for (const image of found) {
    await image.scrollIntoViewIfNeeded();
    await image.evaluate((element) => (element instanceof HTMLImageElement ? element.decode() : undefined));
  }
  return found.length;
};

/** The page lacks nothing that its reader needs, on a phone and at a desk. */
export const isWhole = async (page: Page): Promise<void> => {
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    expect(await lacks(page)).toEqual([]);
  }
};
