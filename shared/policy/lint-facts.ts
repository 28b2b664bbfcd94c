import { CivilDate } from "../calendar/civil-date.ts";
import { Instant } from "../kernel/instant.ts";
import type { Condition, MoneySpan, Span, Test } from "./condition.ts";
import type { Field } from "./field.ts";
import { groupsOf } from "./holds.ts";
import type { Category } from "./intake.ts";
import { lintMoneySpan, lintSpan } from "./lint-bands.ts";
import { factFields, type Policy } from "./policy.ts";
import { known, type Problem, problem, undeclared } from "./problem.ts";
import { type Fact, Money } from "./terms.ts";
import { isMoneySpan, isSpan } from "./within.ts";

/** The codes that a form may choose: those without children. */
export const leaves = (categories: readonly Category[]): readonly string[] =>
  categories.flatMap(({ code, children }) => (children.length === 0 ? [code] : leaves(children)));

export const codes = (categories: readonly Category[]): readonly string[] =>
  categories.flatMap(({ code, children }) => [code, ...codes(children)]);

/** Why a value cannot be the answer to a field; undefined when it can. */
export const misfit = (policy: Policy, field: Field, value: Fact): string | undefined => {
  switch (field.type) {
    case "choice": {
      const values = field.of.map((one) => one.value);
      return values.some((one) => one === value)
        ? undefined
        : `"${value}" is no choice of ${field.id}; there are ${known(values)}.`;
    }
    case "category": {
      const all = leaves(policy.categories);
      if (typeof value === "string" && all.includes(value)) return undefined;
      return typeof value === "string" && codes(policy.categories).includes(value)
        ? `"${value}" is a heading of the category tree and cannot be chosen.`
        : `"${value}" is no category; there are ${known(all)}.`;
    }
    case "number":
      return typeof value === "number" ? undefined : `${field.id} is a number, "${value}" is not.`;
    case "money":
      return Money.safeParse(value).success ? undefined : `${field.id} is an amount like "5000.00", "${value}" is not.`;
    case "flag":
      return typeof value === "boolean" ? undefined : `${field.id} is true or false, "${value}" is neither.`;
    case "date":
      return CivilDate.safeParse(value).success
        ? undefined
        : `${field.id} is a date like 2026-09-29, "${value}" is not.`;
    case "moment":
      return Instant.safeParse(value).success
        ? undefined
        : `${field.id} is a moment like 2026-09-29T10:00:00+08:00, "${value}" is not.`;
    default:
      return typeof value === "string" ? undefined : `${field.id} is text, ${value} is not.`;
  }
};

/** A span is one of numbers where the fact is a number, and one of amounts where it is money. */
export const lintMeasure = (
  path: string,
  { id, type }: Pick<Field, "id" | "type">,
  span: Span | MoneySpan,
): readonly Problem[] => {
  if (type === "money" && Object.values(span).every((edge) => typeof edge === "string"))
    return lintMoneySpan(path, span as MoneySpan); // every edge is an amount
  if (type === "money")
    return [problem(path, "not-money", `"${id}" is money: write its span like { over: "200.00" }.`)];
  return type === "number" && !isMoneySpan(span)
    ? lintSpan(path, span)
    : [
        problem(
          path,
          "not-a-number",
          `A span needs a number, and "${id}" is ${type === "number" ? "compared with an amount" : `a ${type}`}.`,
        ),
      ];
};

const lintTest = (policy: Policy, path: string, field: Field, test: Test): readonly Problem[] => {
  if (isSpan(test)) return lintMeasure(path, field, test);
  const values: readonly Fact[] = Array.isArray(test) ? test : [test];
  return values.flatMap((value) => {
    const says = misfit(policy, field, value);
    return says === undefined ? [] : [problem(path, "unknown-value", says)];
  });
};

/** A condition may ask only declared facts, and only for values that they can have. */
export const lintCondition = (
  policy: Policy,
  path: string,
  condition: Condition | undefined,
  fields: readonly Field[] = factFields(policy),
): readonly Problem[] => {
  if (condition === undefined) return [];
  const names = new Set(fields.map(({ id }) => id));
  return groupsOf(condition).flatMap((group, at) => {
    const base = Array.isArray(condition) ? `${path}[${at}]` : path;
    return Object.entries(group).flatMap(([name, test]) => {
      const field = fields.find(({ id }) => id === name);
      return field === undefined
        ? undeclared("fact", names, [[`${base}.${name}`, name]])
        : lintTest(policy, `${base}.${name}`, field, test);
    });
  });
};

/** Facts that an example gives: declared, and of the declared type. */
export const lintFacts = (policy: Policy, path: string, facts: Readonly<Record<string, Fact>>): readonly Problem[] =>
  lintCondition(policy, path, facts);
