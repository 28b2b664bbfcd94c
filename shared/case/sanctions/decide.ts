import { accept, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Act, Asked } from "../act.ts";
import { clean } from "../clean.ts";
import type { Refusal } from "../fault.ts";
import { notOfRoles } from "../roles.ts";
import type { Sanction } from "./sanctions.ts";

export type DecideSanction = {
  readonly do: "decideSanction";
  readonly sanction: string;
  readonly approve: boolean;
  readonly remark?: string | undefined;
};

const unknown: Refusal = {
  code: "unknown-sanction",
  says: say("没有此项处理建议", "there is no such proposal"),
  rules: [],
};

/** Why somebody cannot decide a proposal now. Whoever proposed it does not approve it too. */
export const closedToDecide = (policy: Policy, proposal: Sanction, by: Asked["by"]): Refusal | undefined => {
  const rule = policy.sanctions.find(({ id }) => id === proposal.rule);
  if (rule === undefined) return unknown;
  const { rules } = rule;
  const foreign = notOfRoles(policy, by, rule.approvedBy, rules);
  if (foreign !== undefined) return foreign;
  if (by.kind === "staff" && by.sub === proposal.proposed.by) {
    const says = say("提出人不得自行批准", "whoever proposed it does not decide it");
    return { code: "same-side", says, rules };
  }
  return proposal.decided === undefined ? undefined : { code: "already-decided", rules };
};

/** Only a person of the approving role makes a sanction stand (AS-128): the engine proposes none and approves none. */
export const decideSanction: Act<DecideSanction> = {
  decide: ({ policy }, current, command, asked) => {
    const proposal = current.sanctions.find(({ id }) => id === command.sanction);
    if (proposal === undefined) return refuse(unknown);
    const closed = closedToDecide(policy, proposal, asked.by);
    if (closed !== undefined) return refuse(closed);
    const { key, approve: approved } = command;
    const remark = clean(command.remark ?? "", true) || undefined;
    const { id: sanction, rule } = proposal;
    return accept([{ type: "sanctionDecided", ...asked, key, sanction, rule, approved, remark }]);
  },
  led: (_policy, event, { sanction, approve }) =>
    event.type === "sanctionDecided" && event.sanction === sanction && event.approved === approve,
};
