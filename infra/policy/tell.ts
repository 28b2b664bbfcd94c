import { accept, refuse } from "../../shared/kernel/result.ts";
import { explainMarkdown } from "../../shared/policy/explain-markdown.ts";
import { explainPolicy } from "../../shared/policy/explain-policy.ts";
import { readLocale } from "./answers.ts";
import { type Argv, option } from "./argv.ts";
import { type Answer, calendarNamed } from "./ask.ts";
import { explainPage } from "./explain-page.ts";
import { policyNamed } from "./files.ts";

/** `policy explain <policy> [--lang zh-CN|en] [--format md|html]`: text, not JSON. */
export const explain = (argv: Argv): Answer => {
  const locale = readLocale(option(argv, "lang"));
  if (!locale.ok) return locale;
  const policy = policyNamed(argv.words[0] ?? "");
  if (!policy.ok) return policy;
  const calendar = calendarNamed(policy.value.calendar.holidays);
  if (!calendar.ok) return calendar;
  const document = explainPolicy(policy.value, calendar.value);
  switch (option(argv, "format") ?? "md") {
    case "md":
      return { ...accept(explainMarkdown(document, locale.value)), isText: true };
    case "html":
      return { ...accept(explainPage(document, locale.value)), isText: true };
    default:
      return refuse(`--format is md or html, not "${option(argv, "format")}"`);
  }
};
