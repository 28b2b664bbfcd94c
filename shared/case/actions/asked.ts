import { holds } from "../../policy/holds.ts";
import type { Corrective } from "../../policy/liability.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Case } from "../case.ts";
import { decidedClass } from "../liability/liability.ts";
import type { Action } from "./actions.ts";

/** What a rule of corrective action asks of a case. */
export type Asking = {
  readonly rule: Corrective;
  /** `not-tracked`: the regulation follows no improvement up for the class that was decided (CCF-23); `free`: nobody demands it. */
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

const askingOf = (policy: Policy, current: Case, rule: Corrective): Asking => {
  const actions = current.actions.filter(({ corrective }) => corrective === rule.id);
  const of = decidedClass(policy, current);
  if (of?.tracked === false) return { rule, is: "not-tracked", rules: of.rules, actions, settled: true };
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
