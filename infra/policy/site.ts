import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { calendarOf } from "../../shared/calendar/known.ts";
import { Locale } from "../../shared/kernel/text.ts";
import { explainPolicy } from "../../shared/policy/explain-policy.ts";
import type { Policy } from "../../shared/policy/policy.ts";
import { explainPage, indexPage, pageName } from "./explain-page.ts";
import { policyIds, publishedPolicy } from "./published.ts";

const shipped = (): readonly Policy[] => policyIds().flatMap((id) => publishedPolicy(id)?.policy ?? []);

/** Every page of the explained regulations by its file name: one each in both languages, their index, and `index.html`. */
export const explainPages = (policies: readonly Policy[] = shipped()): ReadonlyMap<string, string> => {
  const documents = policies.flatMap((policy) => {
    const calendar = calendarOf(policy.calendar.holidays);
    return calendar === undefined ? [] : [explainPolicy(policy, calendar)];
  });
  const pages = new Map<string, string>();
  for (const locale of Locale.options) {
    for (const document of documents) pages.set(pageName(document.id, locale), explainPage(document, locale));
    pages.set(pageName("index", locale), indexPage(documents, locale));
  }
  return pages.set("index.html", indexPage(documents, "zh-CN"));
};

/** Writes the explained regulations into a folder that any web server can serve, at any path. */
export const writeExplainPages = (folder: string): void => {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of explainPages()) writeFileSync(join(folder, name), text);
};
