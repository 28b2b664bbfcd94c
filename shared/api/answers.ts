import type { StepAnswers } from "../case/actor.ts";
import { sayBlocks } from "../case/blocks.ts";
import { Instant } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import { sayMoment } from "../policy/explain.ts";
import type { Field, StepField } from "../policy/field.ts";
import type { Category } from "../policy/intake.ts";
import type { Policy } from "../policy/policy.ts";
import type { Fact } from "../policy/terms.ts";
import { sayFact } from "../policy/wording.ts";
import { isMasked } from "../privacy/privacy.ts";

type Shown = { id: string; label: string; value: string };

/** What the tree calls a category; undefined for a code that is not in it. */
export const categoryTitle = (tree: readonly Category[], code: string, locale: Locale): string | undefined => {
  for (const node of tree) {
    if (node.code === code) return node.title[locale];
    const below = categoryTitle(node.children, code, locale);
    if (below !== undefined) return below;
  }
  return undefined;
};

const say = (policy: Policy, field: Field, value: Fact, locale: Locale): string => {
  if (isMasked(value)) return String(value);
  if (field.type === "category")
    return `${value} ${categoryTitle(policy.categories, String(value), locale) ?? ""}`.trim();
  if (field.type === "moment") return sayMoment(Instant.parse(value), policy.calendar.timeZone, locale);
  if (field.type === "choice") return field.of.find((one) => one.value === value)?.label[locale] ?? String(value);
  if ("unit" in field && field.unit !== undefined) return `${value} ${field.unit[locale]}`;
  return sayFact(policy, field.id, value)[locale];
};

/** Answers as their reader sees them, in the order of the form; what was not answered is left out. */
export const showAnswers = (
  policy: Policy,
  fields: readonly StepField[],
  answers: StepAnswers,
  locale: Locale,
): Shown[] =>
  fields.flatMap((field) => {
    const value = answers[field.id];
    if (field.type === "list") {
      const blocks = sayBlocks(field, value, locale, (inner, one) => say(policy, inner, one, locale));
      return blocks.map((block) => ({ id: field.id, ...block }));
    }
    return value === undefined || typeof value === "object"
      ? []
      : [{ id: field.id, label: field.label[locale], value: say(policy, field, value, locale) }];
  });
