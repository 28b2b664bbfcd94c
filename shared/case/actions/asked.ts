import { holds } from "../../policy/holds.ts";
import type { Corrective } from "../../policy/liability.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Case } from "../case.ts";
import type { Action } from "./actions.ts";

/** What a rule of corrective action asks of a case. */
export type Asking = {
  readonly rule: Corrective;
  /** `not-tracked`: the regulation follows no improvement up here (CCF-23); `free`: nobody demands it. */
  readonly is: "owed" | "free" | "not-tracked";
  /** The clauses that say so. */
  readonly rules: readonly string[];
  readonly actions: readonly Action[];
  /** Nothing is left to do for it. */
  readonly settled: boolean;
};

/** The rules that a case can meet; those on findings and surveys belong to other records. */
export const correctiveOfCases = ({ corrective }: Policy): readonly Corrective[] =>
  corrective.filter(({ trigger }) => trigger.on === "case" || trigger.on === "repetition");

/** Nothing is left to do: it worked, or it is done and the regulation has nobody verify it. */
const isSettled = ({ verifiedBy }: Corrective, { state }: Action): boolean =>
  state === "VERIFIED" || (state === "DONE" && verifiedBy.length === 0);

const exemptionOf = ({ policy, current, rule }: { policy: Policy; current: Case; rule: Corrective }) => {
  const exempt = rule.exempt.find(({ when }) => holds(policy, when, current.facts).is === true);
  return exempt?.rules;
};

const askingOf = (policy: Policy, current: Case, rule: Corrective): Asking => {
  const actions = current.actions.filter(({ corrective }) => corrective === rule.id);
  const exempt = exemptionOf({ policy, current, rule });
  if (exempt !== undefined) return { rule, is: "not-tracked", rules: exempt, actions, settled: true };
  const { trigger, rules } = rule;
  const demanded = trigger.on === "case" && holds(policy, trigger.when, current.facts).is === true;
  const held = rule.doneOn !== undefined && current.happened[rule.doneOn] !== undefined;
  const all = actions.every((action) => isSettled(rule, action));
  const owed = demanded || actions.length > 0;
  return {
    rule,
    is: owed ? "owed" : "free",
    rules,
    actions,
    settled: all && (held || actions.length > 0 || !demanded),
  };
};

/** What corrective action each rule asks of a case now, and what has come of it. */
export const askings = (policy: Policy, current: Case): readonly Asking[] =>
  correctiveOfCases(policy).map((rule) => askingOf(policy, current, rule));
