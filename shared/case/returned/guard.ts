import { say, type Text } from "../../kernel/text.ts";
import type { Policy } from "../../policy/policy.ts";
import type { ReturnMove } from "../../policy/returns.ts";
import { labelOf, listed } from "../../policy/wording.ts";
import type { Step } from "../../policy/workflow.ts";
import { type Answers, plainAnswers } from "../actor.ts";
import type { Case } from "../case.ts";
import type { Refusal } from "../fault.ts";
import type { AnswerGuard, Guard } from "../guards.ts";
import { knowing, setBy } from "../sets.ts";
import { isAbout, type Returned, returnedOf, returnMove } from "./returned.ts";

type Made = ReturnMove["makes"];

const TURN: Readonly<Partial<Record<Made, Text>>> = {
  agreed: say("尚未同意退回", "the return has not been agreed to"),
  shipped: say("尚未开立退货单或清单", "the goods are on no slip or list yet"),
  counted: say("尚未点收", "the goods have not been counted"),
  appraised: say("尚未鉴定", "the goods have not been appraised"),
  booked: say("退货尚未入帐", "the return has not been booked"),
};

/** What must be known before goods may come back (AS-47, AS-55). */
const unknown = (policy: Policy, { facts }: Case): Refusal | undefined => {
  const open = (policy.returns?.needs ?? []).filter(({ fact }) => facts[fact] === undefined);
  if (open.length === 0) return undefined;
  const named = listed(open.map(({ fact }) => labelOf(policy, fact)));
  const says = say(
    `退回前须先明确：${named["zh-CN"]}`,
    `not known yet, and needed before goods come back: ${named.en}`,
  );
  return { code: "return-needs", says, rules: open.flatMap(({ rules }) => rules) };
};

/** The moves that a regulation has, of those that must come before. */
const before = ({ rules, made }: Pick<Returned, "rules" | "made">, needed: readonly Made[]): Refusal | undefined => {
  const open = needed.find((makes) => rules.moves.some((move) => move.makes === makes) && !made.includes(makes));
  if (open === undefined) return undefined;
  const says = TURN[open] ?? say("尚未办理", "not yet");
  return { code: "return-out-of-turn", says, rules: rules.rules };
};

const unproven = ({ rules, proof, made }: Returned): Refusal | undefined =>
  rules.proofs.length === 0 || proof !== undefined || !made.includes("booked")
    ? undefined
    : {
        code: "return-unproven",
        says: say(
          `须取得下列之一：${listed(rules.proofs.map(({ title }) => title))["zh-CN"]}`,
          `one of these must be there: ${listed(rules.proofs.map(({ title }) => title)).en}`,
        ),
        rules: rules.proofs.flatMap((one) => one.rules),
      };

const held = ({ rules, counted, bookable }: Returned): Refusal | undefined =>
  counted === undefined || bookable !== undefined
    ? undefined
    : {
        code: "return-held",
        says: say("实退量超出允收比率，待请示决定", "more came than the tolerance allows; it waits for a decision"),
        rules: rules.tolerance?.rules ?? rules.rules,
      };

/** What each move demands of goods that come back. */
const demand = (policy: Policy, current: Case, makes: Made): Refusal | undefined => {
  const rules = policy.returns;
  if (rules === undefined) return undefined;
  const returned = returnedOf(policy, current);
  const so = returned ?? { rules, made: [] };
  switch (makes) {
    case "agreed":
      return unknown(policy, current);
    case "shipped":
      return before(so, ["agreed"]) ?? unknown(policy, current);
    case "counted":
      return before(so, ["agreed", "shipped"]);
    case "appraised":
    case "booked":
      return before(so, ["agreed", "counted"]) ?? (returned === undefined ? undefined : held(returned));
    case "done":
      if (returned === undefined || returned.made.length === 0) return undefined;
      return before(so, ["counted"]) ?? held(returned) ?? before(so, ["booked"]) ?? unproven(returned);
  }
};

/** A step that carries an outcome out is closed to every other outcome (MMA-20). */
const otherOutcome = (policy: Policy, current: Case, step: string): Refusal | undefined => {
  const rules = policy.returns;
  const outcome = rules?.outcomes.find((one) => one.step === step);
  if (rules === undefined || outcome === undefined) return undefined;
  const decided = returnedOf(policy, current)?.outcome;
  if (decided === outcome.value) return undefined;
  const label = rules.outcomes.find(({ value }) => value === decided)?.label;
  return label === undefined
    ? { code: "return-out-of-turn", says: say("尚未鉴定", "the goods have not been appraised"), rules: outcome.rules }
    : {
        code: "not-the-outcome",
        says: say(`鉴定结果为：${label["zh-CN"]}`, `they were appraised for: ${label.en}`),
        rules: outcome.rules,
      };
};

/** A step that also does other things is about goods only once it says how many; then its answers are looked at. */
const alwaysAbout = ({ fields }: Step, { quantity }: ReturnMove): boolean => {
  const field = fields.find(({ id }) => id === quantity);
  return field === undefined || (field.required && field.when === undefined);
};

/** Goods come back in turn: known, agreed to, counted, judged, booked (CCF-14, CCF-41 … 48, MMA-10 … 20). */
export const returnGuard: Guard = ({ policy }, current, step) => {
  const move = returnMove(policy, step.id);
  const no = move !== undefined && alwaysAbout(step, move) ? demand(policy, current, move.makes) : undefined;
  return no ?? otherOutcome(policy, current, step.id);
};

const wrongQuantity = (move: ReturnMove, returned: Returned | undefined, answers: Answers): Refusal | undefined => {
  const field = move.makes === "booked" ? move.quantity : undefined;
  if (field === undefined || answers[field] === undefined || answers[field] === returned?.bookable) return undefined;
  const rules = returned?.rules.tolerance?.rules ?? [];
  const says = say(`应按${returned?.bookable ?? "—"}入帐`, `what is booked is ${returned?.bookable ?? "—"}`);
  return { code: "bad-fields", fields: [{ path: `/${field}`, code: "invalid", rule: rules[0], says }], rules };
};

/** What the answers of a step run against: the quantity that may be booked, and steps that only now are about goods. */
export const returnAnswers: AnswerGuard = ({ policy }, current, step, given) => {
  const answers = plainAnswers(given);
  const move = returnMove(policy, step.id);
  if (move === undefined || !isAbout(move, answers)) return undefined;
  const known = knowing(current, setBy(answers, step.sets));
  return demand(policy, known, move.makes) ?? wrongQuantity(move, returnedOf(policy, known), answers);
};
