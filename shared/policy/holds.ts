import type { Condition, Span, Test } from "./condition.ts";
import { fieldOf, type Policy } from "./policy.ts";
import type { Fact, Facts } from "./terms.ts";

/** Whether a condition holds. Unknown is not no: it names the facts that would decide. */
export type Holds =
  | { readonly is: true }
  | { readonly is: false }
  | { readonly is: "unknown"; readonly missingFacts: readonly string[] };

/** Whether a number lies within a span, at the boundaries as K-8 reads them. */
export const within = ({ from, over, upTo, below }: Span, n: number): boolean =>
  (from === undefined || n >= from) &&
  (over === undefined || n > over) &&
  (upTo === undefined || n <= upTo) &&
  (below === undefined || n < below);

/** What is known of a fact; a declared flag that nobody set is false. */
export const factOf = (policy: Policy, facts: Facts, name: string): Fact | undefined =>
  Object.hasOwn(facts, name) ? facts[name] : fieldOf(policy, name)?.type === "flag" ? false : undefined;

/** A condition as a list of groups of which one must hold entirely. */
export const groupsOf = (condition: Condition): readonly Readonly<Record<string, Test>>[] =>
  Array.isArray(condition) ? condition : [condition];

export const isSpan = (test: Test): test is Span => typeof test === "object" && !Array.isArray(test);

const passes = (test: Test, fact: Fact): boolean => {
  if (Array.isArray(test)) return test.includes(fact);
  if (isSpan(test)) return typeof fact === "number" && within(test, fact);
  return test === fact;
};

/** Judges a condition by the facts of a case; no condition always holds. */
export const holds = (policy: Policy, condition: Condition | undefined, facts: Facts): Holds => {
  if (condition === undefined) return { is: true };
  const missing = new Set<string>();
  for (const group of groupsOf(condition)) {
    const open: string[] = [];
    let failed = false;
    for (const [name, test] of Object.entries(group)) {
      const fact = factOf(policy, facts, name);
      if (fact === undefined) open.push(name);
      else if (!passes(test, fact)) failed = true;
    }
    if (failed) continue;
    if (open.length === 0) return { is: true };
    for (const name of open) missing.add(name);
  }
  return missing.size === 0 ? { is: false } : { is: "unknown", missingFacts: [...missing] };
};
