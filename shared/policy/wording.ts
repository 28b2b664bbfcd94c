import { both, type Text } from "../kernel/text.ts";
import type { Condition, MoneySpan, Span, Test } from "./condition.ts";
import { groupsOf } from "./holds.ts";
import { fieldOf, type Policy, roleTitle } from "./policy.ts";
import type { Fact } from "./terms.ts";
import { isSpan } from "./within.ts";

/** Puts several phrases into one, per language. */
export const joined = (texts: readonly Text[], zh: string, en: string): Text => ({
  "zh-CN": texts.map((text) => text["zh-CN"]).join(zh),
  en: texts.map((text) => text.en).join(en),
});

/** One after another: 甲、乙 and a, b. */
export const listed = (texts: readonly Text[]): Text => joined(texts, "、", ", ");

/** The roles of a regulation as it calls them; its name where it has none. */
export const rolesSaid = (policy: Policy, ids: readonly string[]): Text =>
  listed(ids.map((id) => roleTitle(policy, id) ?? both(id)));

/** A fact's name as the policy's people say it; the bare name where nobody declared it. */
export const labelOf = (policy: Policy, name: string): Text =>
  fieldOf(policy, name)?.label ?? { "zh-CN": name, en: name };

const measured = (policy: Policy, name: string, n: number | string): Text => {
  const field = fieldOf(policy, name);
  const unit = field?.type === "number" || field?.type === "money" ? field.unit : undefined;
  return unit === undefined
    ? { "zh-CN": `${n}`, en: `${n}` }
    : { "zh-CN": `${n}${unit["zh-CN"]}`, en: `${n} ${unit.en}` };
};

/** A span in the words of K-8: 以上 and 以内 include the figure, 超过 and 不满 exclude it. */
export const saySpan = (policy: Policy, name: string, { from, over, upTo, below }: Span | MoneySpan): Text => {
  const say = (zh: string, en: string, n: number | string | undefined): readonly Text[] =>
    n === undefined ? [] : [joined([{ "zh-CN": zh, en }, measured(policy, name, n)], "", " ")];
  return joined(
    [
      ...say("不少于", "at least", from),
      ...say("超过", "over", over),
      ...say("不超过", "up to", upTo),
      ...say("不满", "below", below),
    ],
    "、",
    " and ",
  );
};

/** A value as the form shows it: a choice by its label, a flag as yes or no. */
export const sayFact = (policy: Policy, name: string, fact: Fact): Text => {
  if (typeof fact === "boolean") return fact ? { "zh-CN": "是", en: "yes" } : { "zh-CN": "否", en: "no" };
  if (typeof fact === "number") return measured(policy, name, fact);
  const field = fieldOf(policy, name);
  if (field?.type === "money") return measured(policy, name, fact);
  const choice = field?.type === "choice" ? field.of.find(({ value }) => value === fact) : undefined;
  return choice?.label ?? { "zh-CN": fact, en: fact };
};

const sayTest = (policy: Policy, name: string, test: Test): Text => {
  const label = labelOf(policy, name);
  if (isSpan(test)) return joined([label, saySpan(policy, name, test)], "", " ");
  const values = Array.isArray(test) ? test : [test];
  const said = joined(
    values.map((value) => sayFact(policy, name, value)),
    "或",
    " or ",
  );
  return joined([label, said], "为", " is ");
};

/** A condition as one phrase in both languages. */
export const sayCondition = (policy: Policy, condition: Condition): Text =>
  joined(
    groupsOf(condition).map((group) =>
      joined(
        Object.entries(group).map(([name, test]) => sayTest(policy, name, test)),
        "且",
        " and ",
      ),
    ),
    "，或者",
    ", or ",
  );
