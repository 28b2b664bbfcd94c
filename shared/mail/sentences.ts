import type { Locale } from "../kernel/text.ts";
import { en } from "./sentences.en.ts";
import { zhCN } from "./sentences.zh-cn.ts";

/** What every language must say; a sentence that one of them lacks does not compile. */
export type Sentences = typeof zhCN;

const ALL: Readonly<Record<Locale, Sentences>> = { "zh-CN": zhCN, en };

export const sentencesIn = (locale: Locale): Sentences => ALL[locale];
