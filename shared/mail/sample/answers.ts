import type { StepAnswer } from "../../case/actor.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { Locale } from "../../kernel/text.ts";
import type { Field, StepField } from "../../policy/field.ts";
import type { Category } from "../../policy/intake.ts";
import type { Policy } from "../../policy/policy.ts";

const leaf = (categories: readonly Category[]): string => {
  const [first] = categories;
  if (first === undefined) return "";
  return first.children.length === 0 ? first.code : leaf(first.children);
};

const sampleFact = (policy: Policy, field: Field, now: Instant, locale: Locale): string | number | boolean => {
  switch (field.type) {
    case "text":
    case "longText":
      return locale === "en" ? `(an example of “${field.label.en}”)` : `（示例：${field.label["zh-CN"]}）`;
    case "choice":
      return field.of[0]?.value ?? "";
    case "category":
      return leaf(policy.categories);
    case "number":
      return field.min ?? 1;
    case "money":
      return "100.00";
    case "flag":
      return true;
    case "date":
      return now.slice(0, 10);
    case "moment":
      return now;
  }
};

/** Invented answers to fields, so that a letter which repeats them has something to repeat. */
export const sampleAnswers = (
  policy: Policy,
  fields: readonly StepField[],
  now: Instant,
  locale: Locale,
): Readonly<Record<string, StepAnswer>> =>
  Object.fromEntries(
    fields.map((field) => [
      field.id,
      field.type === "list"
        ? [Object.fromEntries(field.fields.map((inner) => [inner.id, sampleFact(policy, inner, now, locale)]))]
        : sampleFact(policy, field, now, locale),
    ]),
  );
