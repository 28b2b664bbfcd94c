import { cents } from "../../kernel/cents.ts";
import { both, say, type Text } from "../../kernel/text.ts";
import type { AuthorityTable } from "../../policy/authority.ts";
import { approverOf } from "../../policy/money.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Facts } from "../../policy/terms.ts";
import type { StepAnswers } from "../actor.ts";
import type { Case } from "../case.ts";
import type { AnswerGuard } from "../guards.ts";
import { actsAs, titles } from "../roles.ts";

/** The largest of the amounts that a table governs, among what is known and answered; nothing known is nothing asked for. */
const governed = ({ governs }: AuthorityTable, facts: Facts, answers: StepAnswers): string => {
  const amounts = (governs?.amounts ?? []).flatMap((name) => {
    const amount = answers[name] ?? facts[name];
    return typeof amount === "string" ? [amount] : [];
  });
  return amounts.reduce((most, one) => (cents(one) > cents(most) ? one : most), "0.00");
};

/** What was decided under a table the last time; undefined before any decision. */
export const decidedAmount = (table: AuthorityTable, { facts, timeline }: Case): string | undefined => {
  const decision = timeline.findLast((event) => event.type === "step" && table.governs?.steps.includes(event.step));
  return decision?.type === "step" ? governed(table, facts, decision.answers) : undefined;
};

/** Who may say yes to an amount instead. */
export const sayBeyond = (policy: Policy, amount: string, approver: string | undefined): Text => {
  const [who = both("—")] = titles(policy, approver === undefined ? [] : [approver]);
  return say(
    `金额${amount}元超出您的核决权限，应由${who["zh-CN"]}核决`,
    `${amount} yuan is not yours to decide; it is for the ${who.en}`,
  );
};

/** A step that decides on an amount is for the approver of its band, and for nobody else (CCF-21, AS-44). */
export const authority: AnswerGuard = ({ policy }, { facts }, step, answers, { by }) => {
  for (const table of policy.authority) {
    if (!table.governs?.steps.includes(step.id)) continue;
    const amount = governed(table, facts, answers);
    const approver = approverOf(table, amount);
    if (approver !== undefined && actsAs(by, [approver])) continue;
    return { code: "beyond-authority", says: sayBeyond(policy, amount, approver), rules: table.rules, audited: true };
  }
  return undefined;
};
