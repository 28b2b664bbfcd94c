import { say, type Text } from "../kernel/text.ts";
import type { Entry } from "./explain-entry.ts";
import { lineOf } from "./explain-words.ts";
import type { Policy } from "./policy.ts";

/** Something small that carries rules. */
export type Item = { readonly text: Text; readonly rules: readonly string[] };

/** Many small things as the lines of one entry, each with its rules. */
export const together = (key: string, title: Text, items: readonly Item[]): readonly Entry[] => {
  const says = items.map(({ text, rules }) => {
    const ids = rules.length === 0 ? "" : rules.join(", ");
    return ids === "" ? text : say(`${text["zh-CN"]}（${ids}）`, `${text.en} (${ids})`);
  });
  return items.length === 0 ? [] : [{ key, title, rules: items.flatMap(({ rules }) => rules), says, examples: [] }];
};

/** Scope, roles and facts that carry rules of their own. */
export const partyEntries = (policy: Policy): readonly Entry[] => [
  ...policy.scope.map(({ rules, says }, at) => ({
    key: `scope[${at}]`,
    title: say("适用范围", "Scope"),
    rules,
    says: [says],
    examples: [],
  })),
  ...together(
    "roles",
    say("岗位与职责部门", "Roles and departments"),
    policy.roles.map(({ title, rules }) => ({ text: title, rules })),
  ),
  ...policy.facts
    .filter(({ rules }) => rules.length > 0)
    .map((field) => ({
      key: `facts.${field.id}`,
      title: field.label,
      rules: field.rules,
      says: [
        say("办理中确认的事实", "A fact that is established on the way"),
        ...(field.type === "choice"
          ? lineOf(
              "取值",
              "One of",
              field.of.map(({ label }) => label),
            )
          : []),
      ],
      examples: [],
    })),
];
