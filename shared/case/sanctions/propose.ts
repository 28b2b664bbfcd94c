import { accept, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { holds } from "../../policy/holds.ts";
import type { Sanction as SanctionRule } from "../../policy/liability.ts";
import type { Policy } from "../../policy/policy.ts";
import { sayCondition } from "../../policy/wording.ts";
import type { Act, Asked } from "../act.ts";
import { readAnswers } from "../answers.ts";
import type { Case } from "../case.ts";
import type { Refusal } from "../fault.ts";
import { notOfRoles } from "../roles.ts";
import { proposalFields } from "./fields.ts";
import { kindOf, proposersOf } from "./sanctions.ts";

export type ProposeSanction = {
  readonly do: "proposeSanction";
  readonly sanction: string;
  readonly kind: string;
  readonly subject: string;
  readonly basis: string;
};

/** Why somebody cannot propose a sanction now: not theirs, or not in such a case. */
export const closedToPropose = (
  policy: Policy,
  current: Case,
  rule: SanctionRule,
  by: Asked["by"],
): Refusal | undefined => {
  const foreign = notOfRoles(policy, by, proposersOf(rule), rule.rules);
  if (foreign !== undefined) return foreign;
  if (rule.when === undefined || holds(policy, rule.when, current.facts).is === true) return undefined;
  return { code: "not-for-this-case", only: sayCondition(policy, rule.when), rules: rule.rules };
};

/** Somebody proposes what may follow for somebody (CQS-08): a record, which has no effect before it is approved. */
export const proposeSanction: Act<ProposeSanction> = {
  decide: ({ policy }, current, command, asked) => {
    const rule = policy.sanctions.find(({ id }) => id === command.sanction);
    if (rule === undefined) {
      const known = policy.sanctions.map(({ id }) => id).join(", ") || "–";
      const says = say(`制度没有此项；有：${known}`, `the regulation has no such sanction; it has: ${known}`);
      return refuse({ code: "unknown-sanction", says, rules: [] });
    }
    const closed = closedToPropose(policy, current, rule, asked.by);
    if (closed !== undefined) return refuse(closed);
    const kind = kindOf(rule, command.kind)?.["zh-CN"] ?? command.kind;
    const { subject, basis, key } = command;
    const { answers, faults } = readAnswers(policy, proposalFields(rule), { kind, subject, basis }, {});
    if (faults.length > 0) return refuse({ code: "bad-fields", fields: faults, rules: rule.rules });
    const sanction = `${rule.id}-${current.sanctions.filter((one) => one.rule === rule.id).length + 1}`;
    return accept([
      {
        type: "sanctionProposed",
        ...asked,
        key,
        sanction,
        rule: rule.id,
        kind: String(answers.kind),
        subject: String(answers.subject),
        basis: String(answers.basis),
      },
    ]);
  },
  led: ({ sanctions }, event, { sanction, kind }) => {
    const rule = sanctions.find(({ id }) => id === sanction);
    return (
      event.type === "sanctionProposed" &&
      event.rule === sanction &&
      rule !== undefined &&
      event.kind === kindOf(rule, kind)?.["zh-CN"]
    );
  },
};
