import { say, type Text } from "../../kernel/text.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Actor } from "../actor.ts";
import type { Refusal } from "../fault.ts";
import { notOfRoles, officers } from "../roles.ts";

const TITLE: Text = say("信息保密负责人", "Privacy officer");

/** Why somebody may not look after the data of a case; undefined when they may. The attempt is worth keeping. */
export const notAnOfficer = (policy: Policy, by: Actor, rules: readonly string[]): Refusal | undefined => {
  const no = notOfRoles(policy, by, officers(policy), rules);
  if (no?.code !== "not-your-role") return no;
  const known = officers(policy).some((role) => policy.roles.some(({ id }) => id === role));
  return { ...no, needs: known ? no.needs : [TITLE], audited: true };
};
