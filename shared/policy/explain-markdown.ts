import { type Locale, say, type Text } from "../kernel/text.ts";
import type { Explained, PolicyDocument } from "./explain-policy.ts";
import type { Traced } from "./trace.ts";

/** The words around a regulation that is explained; the page uses the same. */
export const EXPLAIN_WORDS = {
  examples: say("举例", "Examples"),
  assumed: say("假定", "Assumed"),
  assumptions: say("假定（制度未规定）", "Assumed, because the regulation does not say"),
  confirmed: say("已确认", "confirmed"),
  notSoftware: say("非软件事项", "No matter for software"),
  rules: say("逐条", "Rule by rule"),
  planned: say("计划中", "planned"),
  missing: say("未落实", "missing"),
} as const;

/** What became of a rule, in one line of plain text: constructs are named as `policy trace` names them. */
export const sayTraced = ({ status, by }: Traced, locale: Locale): string => {
  const named = by.join(locale === "zh-CN" ? "、" : ", ");
  if (status === "carried") return named;
  if (status === "missing") return EXPLAIN_WORDS.missing[locale];
  const word = status === "planned" ? EXPLAIN_WORDS.planned : EXPLAIN_WORDS.notSoftware;
  return `${word[locale]}${locale === "zh-CN" ? "：" : ": "}${named}`;
};

/** Characters that Markdown would take for its own, and markup that a viewer might run. */
const plain = (said: string): string =>
  said.replace(/[\\`*_[\]<>|#]/g, (character) => `\\${character}`).replaceAll(/\s+/g, " ");

const entryOf = ({ title, rules, says, examples, assumed }: Explained, locale: Locale): readonly string[] => {
  const at = (text: Text): string => plain(text[locale]);
  const nested = (heading: Text, texts: readonly Text[]): readonly string[] =>
    texts.length === 0 ? [] : [`- ${heading[locale]}`, ...texts.map((text) => `  - ${at(text)}`)];
  const ids = [...new Set(rules)].sort().join(", ");
  return [
    `### ${at(title)}${ids === "" ? "" : ` (${ids})`}`,
    "",
    ...says.map((text) => `- ${at(text)}`),
    ...nested(EXPLAIN_WORDS.examples, examples),
    ...nested(EXPLAIN_WORDS.assumed, assumed),
    "",
  ];
};

/** A regulation as Markdown in one language. */
export const explainMarkdown = (document: PolicyDocument, locale: Locale): string => {
  const { title, about, sections, assumptions, rules } = document;
  const lines = [
    `# ${plain(title[locale])}`,
    "",
    ...about.map((text) => `- ${plain(text[locale])}`),
    "",
    `## ${EXPLAIN_WORDS.rules[locale]}`,
    "",
    ...rules.map((traced) => `- ${traced.rule}: ${plain(sayTraced(traced, locale))}`),
    "",
    ...sections.flatMap((section) => [
      `## ${section.title[locale]}`,
      "",
      ...section.entries.flatMap((entry) => entryOf(entry, locale)),
    ]),
    ...(assumptions.length === 0 ? [] : [`## ${EXPLAIN_WORDS.assumptions[locale]}`, ""]),
    ...assumptions.map(
      ({ says, see, confirmed }) =>
        `- ${plain(says[locale])} (${see}${confirmed ? `, ${EXPLAIN_WORDS.confirmed[locale]}` : ""})`,
    ),
  ];
  return `${lines.join("\n")}\n`;
};
