import { both, type Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Actor } from "./actor.ts";
import type { Refusal } from "./fault.ts";

/** The roles of the regulation in which somebody acts; customers and the engine have none. */
const rolesOf = (by: Actor): readonly string[] => (by.kind === "staff" ? by.roles : []);

/** Whether somebody acts in one of these roles. */
export const actsAs = (by: Actor, roles: readonly string[]): boolean =>
  roles.some((role) => rolesOf(by).includes(role));

/** Who may write a note into a case. */
export const mayNote = (policy: Policy): readonly string[] =>
  policy.roles.filter(({ may }) => may.includes("note")).map(({ id }) => id);

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
