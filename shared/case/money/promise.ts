import { cents } from "../../kernel/cents.ts";
import { accept, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { AuthorityTable } from "../../policy/authority.ts";
import { Field } from "../../policy/field.ts";
import { approverOf } from "../../policy/money.ts";
import type { Policy } from "../../policy/policy.ts";
import { withinMoney } from "../../policy/within.ts";
import type { Act } from "../act.ts";
import type { Actor } from "../actor.ts";
import { readAnswers } from "../answers.ts";
import type { Case } from "../case.ts";
import type { Refusal } from "../fault.ts";
import { actsAs, mayNot } from "../roles.ts";
import { decidedAmount, sayBeyond } from "./authority.ts";

export type MakePromise = { readonly do: "makePromise"; readonly amount: string; readonly said: string };

export const promiseFields: readonly Field[] = [
  Field.parse({ id: "amount", type: "money", required: true, label: say("承诺金额", "Amount promised") }),
  Field.parse({ id: "said", type: "longText", max: 2000, required: true, label: say("对客户的说法", "What was said") }),
];

/** The tables that say how much may be promised before the decision. */
export const limiting = ({ authority }: Policy): readonly AuthorityTable[] =>
  authority.filter(({ forbidsEarlierPromises }) => forbidsEarlierPromises);

/** Whether somebody's own authority reaches an amount: up to the top of any band of theirs. */
const reaches = ({ bands, otherwise }: AuthorityTable, by: Actor, amount: string): boolean =>
  (otherwise !== undefined && actsAs(by, [otherwise])) ||
  bands.some(({ approver, upTo }) => actsAs(by, [approver]) && withinMoney({ upTo }, amount));

const beyond = (policy: Policy, current: Case, by: Actor, amount: string): Refusal | undefined => {
  const table = limiting(policy).find((one) => {
    const decided = decidedAmount(one, current);
    return !reaches(one, by, amount) && (decided === undefined || cents(amount) > cents(decided));
  });
  if (table === undefined) return undefined;
  const says = sayBeyond(policy, amount, approverOf(table, amount));
  return { code: "beyond-authority", says, rules: table.rules, audited: true };
};

/**
 * Records what a customer was promised. Before the decision nobody promises more than they may decide themselves, and
 * after it not more than was decided; the attempt leaves a trace (CCF-29, AS-44).
 */
export const makePromise: Act<MakePromise> = {
  decide: ({ policy }, current, { amount, said, key }, asked) => {
    const tables = limiting(policy);
    const rules = tables.flatMap((table) => table.rules);
    const foreign = mayNot(policy, asked.by, "note");
    if (foreign !== undefined) return refuse(foreign);
    const none = say("本制度没有关于承诺金额的规定", "this regulation says nothing about amounts that are promised");
    if (tables.length === 0) return refuse({ code: "nothing-to-do", says: none, rules: [] });
    const { answers, faults } = readAnswers(policy, promiseFields, { amount, said }, {});
    if (faults.length > 0) return refuse({ code: "bad-fields", fields: faults, rules });
    const promised = String(answers.amount);
    const no = beyond(policy, current, asked.by, promised);
    if (no !== undefined) return refuse(no);
    return accept([{ type: "promiseMade", ...asked, key, amount: promised, said: String(answers.said) }]);
  },
  led: (_policy, event, { amount }) => event.type === "promiseMade" && event.amount === amount,
};
