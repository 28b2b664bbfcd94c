import type { Locale } from "../../../shared/kernel/text.ts";

const KEPT = "aftercare.language";

/** The first of the reader's languages that the console speaks; Chinese when there is none. */
export const firstSpoken = (wanted: readonly string[]): Locale => {
  for (const tag of wanted) {
    if (/^zh\b/i.test(tag)) return "zh-CN";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "zh-CN";
};

export const keptLanguage = (): Locale => {
  const kept = localStorage.getItem(KEPT);
  return kept === "en" || kept === "zh-CN" ? kept : firstSpoken(navigator.languages);
};

export const keepLanguage = (locale: Locale): void => localStorage.setItem(KEPT, locale);

export const otherLanguage = (locale: Locale): Locale => (locale === "en" ? "zh-CN" : "en");
