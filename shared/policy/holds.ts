import type { Condition, Test } from "./condition.ts";
import { fieldOf, type Policy } from "./policy.ts";
import type { Fact, Facts } from "./terms.ts";
import { passes } from "./within.ts";

/** Whether a condition holds. Unknown is not no: it names the facts that would decide. */
export type Holds =
  | { readonly is: true }
  | { readonly is: false }
  | { readonly is: "unknown"; readonly missingFacts: readonly string[] };

/** What is known of a fact; a declared flag that nobody set is false. */
export const factOf = (policy: Policy, facts: Facts, name: string): Fact | undefined =>
  Object.hasOwn(facts, name) ? facts[name] : fieldOf(policy, name)?.type === "flag" ? false : undefined;

/** A condition as a list of groups of which one must hold entirely. */
export const groupsOf = (condition: Condition): readonly Readonly<Record<string, Test>>[] =>
  Array.isArray(condition) ? condition : [condition];

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
