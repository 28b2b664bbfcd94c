import { both, type Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Actor } from "./event.ts";

/** The roles of the regulation in which somebody acts; customers and the engine have none. */
export const rolesOf = (by: Actor): readonly string[] => (by.kind === "staff" ? by.roles : []);

/** Who may write a note into a case. */
export const mayNote = (policy: Policy): readonly string[] =>
  policy.roles.filter(({ may }) => may.includes("note")).map(({ id }) => id);

export const titles = (policy: Policy, roles: readonly string[]): readonly Text[] =>
  roles.map((role) => policy.roles.find(({ id }) => id === role)?.title ?? both(role));
