import * as z from "zod";
import type { Locale } from "../kernel/text.ts";
import type { Field, StepField } from "../policy/field.ts";
import type { Category } from "../policy/intake.ts";
import type { Policy } from "../policy/policy.ts";

const PlainField = z.object({
  id: z.string(),
  type: z.string(),
  label: z.string(),
  required: z.boolean(),
  choices: z.array(z.object({ value: z.string(), label: z.string() })).optional(),
  max: z.number().optional(),
  unit: z.string().optional(),
});

/** A question of a step or an act, as a screen draws it. */
export const NextField = PlainField.extend({
  fields: z.array(PlainField).optional().meta({ description: "of a list: what is asked in each of its blocks" }),
});
export type NextField = z.infer<typeof NextField>;

const leaves = (tree: readonly Category[]): readonly Category[] =>
  tree.flatMap((node) => (node.children.length === 0 ? [node] : leaves(node.children)));

const choicesOf = (policy: Policy, field: StepField, locale: Locale) => {
  if (field.type === "choice") return field.of.map(({ value, label }) => ({ value, label: label[locale] }));
  if (field.type !== "category") return undefined;
  return leaves(policy.categories).map(({ code, title }) => ({ value: code, label: `${code} ${title[locale]}` }));
};

const plainField = (policy: Policy, field: StepField, locale: Locale): z.infer<typeof PlainField> => ({
  id: field.id,
  type: field.type,
  label: field.label[locale],
  required: field.required,
  choices: choicesOf(policy, field, locale),
  max: "max" in field ? field.max : undefined,
  unit: "unit" in field ? field.unit?.[locale] : undefined,
});

/** A question in one language, with everything that its answer is chosen from. */
export const nextField = (policy: Policy, field: StepField, locale: Locale): NextField => ({
  ...plainField(policy, field, locale),
  fields: field.type === "list" ? field.fields.map((inner: Field) => plainField(policy, inner, locale)) : undefined,
});
