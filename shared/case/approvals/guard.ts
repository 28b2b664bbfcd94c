import { say, type Text } from "../../kernel/text.ts";
import type { Policy } from "../../policy/policy.ts";
import { joined, labelOf, listed } from "../../policy/wording.ts";
import type { Guard } from "../guards.ts";
import { titles } from "../roles.ts";
import { type ApprovalReading, approvalsOf } from "./approvals.ts";

const anyOf = (roles: readonly Text[]): Text => joined(roles, "或", " or ");

/** Whose yes is missing, in words: reviewers all, approvers any one. */
export const sayMissing = (policy: Policy, { rule, unknown, toReview }: ApprovalReading): Text => {
  const { title, approvedBy } = rule;
  if (unknown.length > 0) {
    const facts = listed(unknown.map((name) => labelOf(policy, name)));
    return say(
      `须先查明${facts["zh-CN"]}，才能知道是否需要${title["zh-CN"]}`,
      `whether "${title.en}" needs an approval depends on ${facts.en}, which is not known yet`,
    );
  }
  const reviewers = listed(titles(policy, toReview));
  const approvers = anyOf(titles(policy, approvedBy));
  const review = toReview.length === 0 ? [] : [say(`${reviewers["zh-CN"]}审核`, `the review of ${reviewers.en}`)];
  const approve = approvedBy.length === 0 ? [] : [say(`${approvers["zh-CN"]}批准`, `the approval of ${approvers.en}`)];
  const missing = joined([...review, ...approve], "、", " and ");
  return say(`${title["zh-CN"]}：缺${missing["zh-CN"]}`, `"${title.en}" lacks ${missing.en}`);
};

/** A step waits for everybody's yes that the regulation asks for (GAS-25, BCE-12). */
export const approval: Guard = ({ policy }, current, step) => {
  const open = approvalsOf(policy, current).find(
    ({ rule, state }) => rule.blocks.includes(step.id) && state !== "given",
  );
  return open && { code: "approval-missing", says: sayMissing(policy, open), rules: open.rule.rules };
};
