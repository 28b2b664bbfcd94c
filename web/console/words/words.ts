import type { Locale } from "../../../shared/kernel/text.ts";
import { en } from "./en/en.ts";
import { zhCN } from "./zh-cn/zh-cn.ts";

/** What every language must say; one that lacks a word does not compile. */
export type Words = typeof zhCN;

const ALL: Readonly<Record<Locale, Words>> = { "zh-CN": zhCN, en };

export const wordsIn = (locale: Locale): Words => ALL[locale];

/** The word for a code that the API may add to before the console knows it. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;
