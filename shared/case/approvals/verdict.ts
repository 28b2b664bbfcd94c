import { accept, refuse } from "../../kernel/result.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { Approval } from "../../policy/authority.ts";
import type { Policy } from "../../policy/policy.ts";
import { labelOf, listed } from "../../policy/wording.ts";
import type { Act } from "../act.ts";
import type { Actor } from "../actor.ts";
import type { Case } from "../case.ts";
import { clean } from "../clean.ts";
import type { Refusal } from "../fault.ts";
import { isFinal } from "../final.ts";
import { notOfRoles, rolesAmong } from "../roles.ts";
import { type ApprovalReading, readApproval } from "./approvals.ts";
import type { VerdictGiven } from "./event.ts";
import { sayMissing } from "./guard.ts";

export type GiveVerdict = {
  readonly do: "giveVerdict";
  readonly approval: string;
  readonly verdict: VerdictGiven["verdict"];
  readonly remark?: string | undefined;
};

/** Who may say what: reviewers review, approvers approve, and either may refuse. */
export const verdictRoles = ({ reviewedBy, approvedBy }: Approval, verdict: VerdictGiven["verdict"]) =>
  ({ review: reviewedBy, approve: approvedBy, refuse: [...new Set([...reviewedBy, ...approvedBy])] })[verdict];

/** What people give their word on at a case; what a step gives, or the house decides apart from cases, is not among it. */
export const decidable = ({ approvals }: Policy): readonly Approval[] =>
  approvals.filter(({ about, givenBy }) => about === "case" && givenBy.length === 0);

const unknown = (policy: Policy): Text => {
  const known = decidable(policy);
  return say(
    `没有此审批事项；有：${known.map(({ id, title }) => `${id}（${title["zh-CN"]}）`).join("、")}`,
    `there is no such approval; there is ${known.map(({ id, title }) => `${id} (${title.en})`).join(", ")}`,
  );
};

const notThere = (policy: Policy, { unseen, rule }: ApprovalReading): Text => {
  const steps = unseen.steps.flatMap((id) => policy.workflow?.steps.find((step) => step.id === id)?.title ?? []);
  const needs = listed([...unseen.facts.map((name) => labelOf(policy, name)), ...steps]);
  return say(
    `${rule.title["zh-CN"]}：尚无可审之内容，须先有${needs["zh-CN"]}`,
    `"${rule.title.en}" cannot be judged before this is there: ${needs.en}`,
  );
};

/** Why a word cannot be given now, whoever gives it; undefined when it can. */
export const notNow = (
  policy: Policy,
  current: Case,
  reading: ApprovalReading,
  verdict: VerdictGiven["verdict"],
): Refusal | undefined => {
  const { rule, needed, unseen, state, toReview } = reading;
  const { rules } = rule;
  const closed = isFinal(policy, current.state);
  if (needed === false || closed || (state === "given" && verdict !== "refuse"))
    return { code: "nothing-to-do", says: say("无须审批，或已批准", "no word is needed, or it has been given"), rules };
  if (unseen.facts.length + unseen.steps.length > 0)
    return { code: "not-ready", says: notThere(policy, reading), rules };
  return verdict === "approve" && toReview.length > 0
    ? { code: "approval-missing", says: sayMissing(policy, { ...reading, rule: { ...rule, approvedBy: [] } }), rules }
    : undefined;
};

/** What one person may still say: a review that is given is not given twice. */
export const sayable = (reading: ApprovalReading, by: Actor): readonly VerdictGiven["verdict"][] => {
  const { rule, toReview } = reading;
  return [
    ...(rolesAmong(by, toReview).length > 0 ? (["review"] as const) : []),
    ...(rolesAmong(by, rule.approvedBy).length > 0 && toReview.length === 0 ? (["approve"] as const) : []),
    ...(rolesAmong(by, verdictRoles(rule, "refuse")).length > 0 ? (["refuse"] as const) : []),
  ];
};

/**
 * Gives one's word on what needs a yes (GAS-23 … 25, BCE-12): all reviewers first, then any approver. It is kept with
 * what was looked at, so that it holds for nothing else; a no takes every earlier word back.
 */
export const giveVerdict: Act<GiveVerdict> = {
  decide: ({ policy }, current, command, asked) => {
    const rule = decidable(policy).find(({ id }) => id === command.approval);
    if (rule === undefined) return refuse({ code: "unknown-approval", says: unknown(policy), rules: [] });
    const { verdict, key } = command;
    const may = verdictRoles(rule, verdict);
    const foreign = notOfRoles(policy, asked.by, may, rule.rules);
    if (foreign !== undefined) return refuse(foreign);
    const reading = readApproval(policy, current, rule);
    const no = notNow(policy, current, reading, verdict);
    if (no !== undefined) return refuse(no);
    const remark = clean(command.remark ?? "", true) || undefined;
    const roles = [...rolesAmong(asked.by, may)];
    return accept([
      { type: "verdictGiven", ...asked, key, approval: rule.id, verdict, roles, remark, seen: reading.seen },
    ]);
  },
  led: (_policy, event, { approval, verdict }) =>
    event.type === "verdictGiven" && event.approval === approval && event.verdict === verdict,
};
