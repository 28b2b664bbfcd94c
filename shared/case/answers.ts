import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import type { Field } from "../policy/field.ts";
import { holds } from "../policy/holds.ts";
import type { Category } from "../policy/intake.ts";
import type { Policy } from "../policy/policy.ts";
import { type Fact, type Facts, Money } from "../policy/terms.ts";
import type { Answers } from "./actor.ts";
import { clean } from "./clean.ts";
import type { FieldFault } from "./fault.ts";
import { badValue, missing, unknownField } from "./sayings.ts";

const leaves = (tree: readonly Category[]): readonly Category[] =>
  tree.flatMap((node) => (node.children.length === 0 ? [node] : leaves(node.children)));

/** Nothing that people measure is smaller; a store need not hold 1e-200, and DynamoDB does not. */
const SMALLEST = 1e-9;

const schemaOf = (policy: Policy, field: Field): z.ZodType<Fact> => {
  switch (field.type) {
    case "text":
      return z
        .string()
        .transform((text) => clean(text, false))
        .pipe(z.string().max(field.max));
    case "longText":
      return z
        .string()
        .transform((text) => clean(text, true))
        .pipe(z.string().max(field.max));
    case "choice":
      return z.enum(field.of.map(({ value }) => value));
    case "category":
      return z.enum(leaves(policy.categories).map(({ code }) => code));
    case "number": {
      const bounded = z
        .number()
        .min(field.min ?? -1e15)
        .max(field.max ?? 1e15)
        .refine((n) => n === 0 || Math.abs(n) >= SMALLEST);
      return field.integer ? bounded.int() : bounded;
    }
    case "money":
      return Money;
    case "flag":
      return z.boolean();
    case "date":
      return z.iso.date();
    case "moment":
      return Instant;
  }
};

const onlyElsewhere = (policy: Policy, field: Field, value: Fact, facts: Facts, path: string): FieldFault[] => {
  if (field.type !== "category") return [];
  const chosen = leaves(policy.categories).find(({ code }) => code === value);
  const only = chosen?.onlyFor;
  if (only === undefined || only.in.includes(String(facts[only.fact]))) return [];
  return [{ path, code: "not-for-this", rule: chosen?.rules[0], says: only.say }];
};

/** Leaves only what is asked: an answer that falls away may take with it those that were asked because of it. */
const keepAsked = (policy: Policy, fields: readonly Field[], answers: Record<string, Fact>, facts: Facts): Facts => {
  for (;;) {
    const known = { ...facts, ...answers };
    const idle = fields.filter(({ id, when }) => Object.hasOwn(answers, id) && holds(policy, when, known).is !== true);
    if (idle.length === 0) return known;
    for (const { id } of idle) delete answers[id];
  }
};

export type Read = { readonly answers: Answers; readonly faults: readonly FieldFault[] };

/**
 * Reads the answers to some fields of a policy out of a body, naming every field at fault, not just the first.
 * Fields whose condition does not hold of the facts are neither asked nor kept.
 * @param at JSON pointer of the object that holds the answers, e.g. `/damages/0`.
 * @param facts what is known beside these answers; conditions look at both.
 */
export const readAnswers = (
  policy: Policy,
  fields: readonly Field[],
  raw: Readonly<Record<string, unknown>>,
  { at = "", facts = {} }: { at?: string; facts?: Facts },
): Read => {
  const answers: Record<string, Fact> = {};
  const faults: FieldFault[] = [];
  for (const field of fields) {
    const value = raw[field.id];
    if (value === undefined || value === null || value === "") continue;
    const read = schemaOf(policy, field).safeParse(value);
    if (read.success && read.data !== "") answers[field.id] = read.data;
    else if (!read.success) faults.push(badValue(field, `${at}/${field.id}`));
  }
  const known = keepAsked(policy, fields, answers, facts);
  for (const field of fields) {
    const path = `${at}/${field.id}`;
    const value = answers[field.id];
    if (holds(policy, field.when, known).is !== true) continue;
    if (value !== undefined) faults.push(...onlyElsewhere(policy, field, value, known, path));
    else if (field.required && !faults.some((fault) => fault.path === path)) faults.push(missing(field, path));
  }
  for (const name of Object.keys(raw)) {
    if (!fields.some(({ id }) => id === name)) faults.push(unknownField(`${at}/${name}`, fields));
  }
  return { answers, faults };
};
