import type { Policy } from "../../policy/policy.ts";
import type { Actor } from "../actor.ts";
import type { Refusal } from "../fault.ts";
import { holders, notOfRoles } from "../roles.ts";

/** Whether somebody of a list is outside the house: a party, or whoever filed. */
export const isParty = (policy: Policy, name: string): boolean =>
  name === "reporter" || policy.parties.some(({ id }) => id === name);

/**
 * Why somebody may not sign in a role or for a party: staff sign in their own role and write down what a party signed; a
 * customer signs for themselves alone. Undefined when they may.
 */
export const notTheirs = (policy: Policy, by: Actor, role: string, rules: readonly string[]): Refusal | undefined => {
  if (by.kind !== "staff" && isParty(policy, role)) return undefined;
  return notOfRoles(policy, by, isParty(policy, role) ? holders(policy, "note") : [role], rules);
};
