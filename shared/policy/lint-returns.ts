import { lintCondition } from "./lint-facts.ts";
import { lintMoves } from "./lint-moves.ts";
import type { Policy } from "./policy.ts";
import { type Declared, ids, type Problem, problem, refers, twice, undeclared } from "./problem.ts";
import type { Returns } from "./returns.ts";

/** Only who may agree takes the step that agrees. */
const lintAgreeing = ({ workflow }: Policy, { moves, agreedBy }: Returns): readonly Problem[] =>
  moves.flatMap(({ step, makes }, at) => {
    const by = workflow?.steps.find(({ id }) => id === step)?.by ?? [];
    const others = makes === "agreed" ? by.filter((role) => !agreedBy.includes(role)) : [];
    return others.map((role) =>
      problem(
        `returns.moves[${at}].step`,
        "agreed-by-others",
        `The step "${step}" agrees to a return and is open to "${role}", who is not under returns.agreedBy.`,
      ),
    );
  });

/** Where several appraise, all of them sign before the outcome is carried out (MMA-19). */
const lintAppraisal = ({ signoffs }: Policy, { appraisedBy, outcomes }: Returns): readonly Problem[] => {
  if (appraisedBy.length < 2) return [];
  const joint = signoffs.filter(({ needs, by }) => needs === "all" && appraisedBy.every((role) => by.includes(role)));
  return outcomes.flatMap(({ step }, at) =>
    step === undefined || joint.some(({ blocks }) => blocks.includes(step))
      ? []
      : [
          problem(
            `returns.outcomes[${at}].step`,
            "appraised-unsigned",
            `Several appraise jointly, and no sign-off of all of them blocks the step "${step}".`,
          ),
        ],
  );
};

/** Goods that come back, against the roles, steps, facts, forms and costs they speak of. */
export const lintReturns = (policy: Policy, declared: Declared): readonly Problem[] => {
  const { returns } = policy;
  if (returns === undefined) return [];
  const costs = new Set(ids(policy.costs));
  return [
    ...lintCondition(policy, "returns.when", returns.when),
    ...refers(declared, "people", "returns.agreedBy", returns.agreedBy),
    ...refers(declared, "people", "returns.appraisedBy", returns.appraisedBy),
    ...refers(declared, "forms", "returns.slips", returns.slips),
    ...refers(declared, "facts", "returns.tolerance.fact", returns.tolerance?.fact),
    ...returns.needs.flatMap(({ fact }, at) => refers(declared, "facts", `returns.needs[${at}].fact`, fact)),
    ...returns.outcomes.flatMap(({ step }, at) => refers(declared, "steps", `returns.outcomes[${at}].step`, step)),
    ...undeclared("cost rule", costs, returns.freight === undefined ? [] : [["returns.freight", returns.freight]]),
    ...lintMoves(policy, "returns", returns.moves),
    ...lintAgreeing(policy, returns),
    ...lintAppraisal(policy, returns),
    ...twice(
      "return outcome",
      "returns.outcomes",
      returns.outcomes.map(({ value }) => value),
    ),
    ...twice("return proof", "returns.proofs", ids(returns.proofs)),
  ];
};
