import { cents } from "../../kernel/cents.ts";
import { Instant } from "../../kernel/instant.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { ClaimMove } from "../../policy/claims.ts";
import { listed } from "../../policy/wording.ts";
import { type Answers, plainAnswers } from "../actor.ts";
import type { Case } from "../case.ts";
import type { Refusal } from "../fault.ts";
import type { AnswerGuard } from "../guards.ts";
import { knowing, setBy } from "../sets.ts";
import { type Claim, claimOf } from "./claim.ts";
import { claimMove } from "./filed-at.ts";
import { claimGuard } from "./guard.ts";
import { assessedHeads, sumOf } from "./sum.ts";

const wrong = (field: string, says: Text, rules: readonly string[]): Refusal => ({
  code: "bad-fields",
  fields: [{ path: `/${field}`, code: "invalid", rule: rules[0], says }],
  rules,
});

/** The clauses by which the sum came about. */
const sumRules = ({ rules }: Claim, current: Case): readonly string[] => {
  const heads = assessedHeads(current).map(({ of }) => of);
  return rules.compensation.filter(({ id }) => heads.includes(id)).flatMap((one) => one.rules);
};

type Asks = (
  move: ClaimMove,
  claim: Claim,
  answers: Answers,
  current: Case,
  now: Instant,
  rules: readonly string[],
) => Refusal | undefined;

/** A letter comes before it is recorded. */
const came: Asks = ({ at }, _claim, answers, _current, now, rules) => {
  const said = Instant.safeParse(at === undefined ? undefined : answers[at]);
  if (at === undefined || !said.success || said.data <= now) return undefined;
  return wrong(at, say("送达时间不能晚于现在", "it cannot have come later than now"), rules);
};

/** What is assessed is what the formulas give; what is agreed on may be less, never more. */
const amount =
  (exactly: boolean): Asks =>
  ({ amount: field }, claim, answers, current) => {
    const said = field === undefined ? undefined : answers[field];
    const sum = sumOf(current);
    if (field === undefined || typeof said !== "string" || sum === undefined) return undefined;
    if (exactly && cents(said) !== cents(sum)) {
      return wrong(field, say(`按规则核定为${sum}元`, `by the rules it is ${sum}`), sumRules(claim, current));
    }
    if (cents(said) <= cents(sum)) return undefined;
    return wrong(field, say(`按规则不超过${sum}元`, `by the rules it is at most ${sum}`), sumRules(claim, current));
  };

/** Somebody else is paid only once the claimant has named them (COU-31). */
const payable: Asks = ({ payee: field }, { rules: { payees } }, answers, { facts }, _now, rules) => {
  const chosen = payees.find(({ value }) => field !== undefined && value === answers[field]);
  if (field === undefined || chosen?.named === undefined || facts[chosen.named] !== undefined) return undefined;
  const { "zh-CN": zh, en } = chosen.label;
  return wrong(field, say(`尚未指定：${zh}`, `nobody is named yet: ${en}`), rules);
};

const asAgreed: Asks = ({ payee: field }, { payee, rules: { payees } }, answers, _current, _now, rules) => {
  if (field === undefined || payee === undefined || answers[field] === payee) return undefined;
  const label = payees.find(({ value }) => value === payee)?.label;
  return wrong(field, say(`应付给${label?.["zh-CN"] ?? payee}`, `it is paid to: ${label?.en ?? payee}`), rules);
};

/** A rung comes after the one before it, or after one of those it names (COU-32). */
const inTurn: Asks = ({ rung: field }, { rungs, rules: { dispute } }, answers, _current, _now, rules) => {
  const at = dispute.findIndex(({ value }) => field !== undefined && value === answers[field]);
  const before = dispute[at]?.after ?? (at > 0 ? dispute.slice(at - 1, at).map(({ value }) => value) : []);
  if (before.length === 0 || before.some((value) => rungs.includes(value))) return undefined;
  const named = listed(dispute.filter(({ value }) => before.includes(value)).map(({ label }) => label));
  return {
    code: "rung-too-early",
    says: say(`须先经${named["zh-CN"]}`, `this comes after: ${named.en}`),
    rules,
  };
};

const asks: { readonly [M in ClaimMove["makes"]]: readonly Asks[] } = {
  filed: [came],
  checked: [],
  accepted: [],
  refused: [],
  assessed: [amount(true)],
  agreed: [amount(false), payable],
  disputed: [inTurn],
  paid: [asAgreed],
};

/** What the answers of a step run against: facts that it sets itself, sums, payees, the ladder of a dispute. */
export const claimAnswers: AnswerGuard = (rulebook, current, step, given, { at: now }) => {
  const { policy } = rulebook;
  const move = claimMove(policy, step.id);
  if (move === undefined) return undefined;
  const answers = plainAnswers(given);
  const known = knowing(current, setBy(answers, step.sets));
  const no = claimGuard(rulebook, known, step);
  const claim = claimOf(policy, known);
  // Answers may also be put right later, when the claim has long been there.
  if (claim === undefined || (no !== undefined && no.code !== "nothing-to-do")) return no;
  for (const ask of asks[move.makes]) {
    const refused = ask(move, claim, answers, known, now, step.rules);
    if (refused !== undefined) return refused;
  }
  return undefined;
};
