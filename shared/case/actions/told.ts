import type { Corrective } from "../../policy/liability.ts";
import type { Policy } from "../../policy/policy.ts";
import type { MailTemplate } from "../../policy/workflow.ts";
import type { CaseEvent } from "../event.ts";

type Told = { readonly to: readonly string[]; readonly template: MailTemplate };

const toldOf = ({ by, verifiedBy }: Corrective, event: CaseEvent): Told | undefined => {
  switch (event.type) {
    case "actionOpened":
      return { to: by, template: "action" };
    case "actionPlanned":
      return { to: [event.owner.role], template: "action" };
    case "actionDone":
      return { to: verifiedBy, template: "action" };
    case "actionVerified":
      return { to: event.effective ? [] : [event.owner.role], template: "action" };
    case "actionReminded":
      return { to: [event.owner.role], template: "reminder" };
    case "actionOverdue":
      return { to: [...new Set([event.owner.role, ...by, ...verifiedBy])], template: "breach" };
    default:
      return undefined;
  }
};

/**
 * Who is told of a corrective action, without the policy listing it once more: whoever plans it when it is asked for, its
 * owner's side when it is planned, near its due or sent back, who verifies when it is done, and all of them when it is late.
 */
export const toldOfAction = (policy: Policy, event: CaseEvent): readonly Told[] => {
  const id = "corrective" in event ? event.corrective : undefined;
  const rule = policy.corrective.find((one) => one.id === id);
  const told = rule === undefined ? undefined : toldOf(rule, event);
  return told === undefined ? [] : [told];
};
