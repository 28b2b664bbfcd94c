import { holds } from "../policy/holds.ts";
import { factFields, type Policy } from "../policy/policy.ts";
import type { Facts } from "../policy/terms.ts";

/** Stands for the category of a case that nobody has put into one yet: it is on its desk to be classified. */
export const UNCLASSIFIED = "unclassified";

/** The category of a case, or that it has none yet; undefined where the regulation asks none of such a case. */
export const categoryOf = (policy: Policy, facts: Facts): string | undefined => {
  const field = factFields(policy).find(({ type }) => type === "category");
  if (field === undefined) return undefined;
  const code = facts[field.id];
  if (typeof code === "string") return code;
  return holds(policy, field.when, facts).is === true ? UNCLASSIFIED : undefined;
};
