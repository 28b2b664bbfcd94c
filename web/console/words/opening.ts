import type { Locale } from "../../../shared/kernel/text.ts";
import { openingWords as en } from "./en/opening.ts";
import { openingWords as zhCN } from "./zh-cn/opening.ts";

/** The few words that are needed before anybody has signed in; all others are fetched with the console. */
export const openingIn = (locale: Locale): typeof zhCN => (locale === "en" ? en : zhCN);
