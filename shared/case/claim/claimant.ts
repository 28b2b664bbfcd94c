import { holds } from "../../policy/holds.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Answers } from "../actor.ts";
import type { FieldFault } from "../fault.ts";
import { wrongClaimant } from "./findings.ts";

/** Who may not claim is told so at the form, with the advice through whom to go; nothing is stored (COU-26, AS-65). */
export const claimantFaults = (policy: Policy, answers: Answers): readonly FieldFault[] => {
  const { claims } = policy;
  if (claims?.claimant === undefined || holds(policy, claims.when, answers).is !== true) return [];
  const no = wrongClaimant(policy, claims, answers);
  return no === undefined ? [] : [{ path: `/${claims.claimant}`, code: no.code, rule: no.rules[0], says: no.says }];
};
