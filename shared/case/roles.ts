import { both, type Text } from "../kernel/text.ts";
import type { Capability } from "../policy/capability.ts";
import type { Policy } from "../policy/policy.ts";
import type { Actor } from "./actor.ts";
import type { Refusal } from "./fault.ts";

/** The roles of the regulation in which somebody acts; customers and the engine have none. */
const rolesOf = (by: Actor): readonly string[] => (by.kind === "staff" ? by.roles : []);

/** Whether somebody acts in one of these roles. */
export const actsAs = (by: Actor, roles: readonly string[]): boolean =>
  roles.some((role) => rolesOf(by).includes(role));

/** In which of these roles somebody acts. */
export const rolesAmong = (by: Actor, roles: readonly string[]): readonly string[] =>
  roles.filter((role) => rolesOf(by).includes(role));

/** The roles that have a generic capability. */
export const holders = (policy: Policy, capability: Capability): readonly string[] =>
  policy.roles.filter(({ may }) => may.includes(capability)).map(({ id }) => id);

export const titles = (policy: Policy, roles: readonly string[]): readonly Text[] =>
  roles.map((role) => policy.roles.find(({ id }) => id === role)?.title ?? both(role));

/** Why something is not for somebody who acts in none of these roles; undefined when it is. */
export const notOfRoles = (
  policy: Policy,
  by: Actor,
  roles: readonly string[],
  rules: readonly string[],
): Refusal | undefined =>
  actsAs(by, roles) ? undefined : { code: "not-your-role", needs: titles(policy, roles), rules };

/** Who looks after people's data in every company, where the regulation names nobody (§3.8, assumed by COU-11 and D-06). */
const PRIVACY_OFFICER = "privacyOfficer";

/** The roles that hold, disclose and erase: those that the regulation lets disclose, or the company's privacy officer. */
export const officers = ({ privacy }: Policy): readonly string[] => {
  const named = [...new Set(privacy.flatMap(({ disclosure }) => (disclosure === undefined ? [] : [disclosure.by])))];
  return named.length > 0 ? named : [PRIVACY_OFFICER];
};

/** Why somebody may not use a generic capability on the cases of a regulation; undefined when they may. */
export const mayNot = (policy: Policy, by: Actor, capability: Capability): Refusal | undefined =>
  capability === "read" && actsAs(by, officers(policy))
    ? undefined
    : notOfRoles(policy, by, holders(policy, capability), []);
