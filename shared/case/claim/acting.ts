import type { Claims } from "../../policy/claims.ts";
import type { Policy } from "../../policy/policy.ts";

/** The steps of a claim that make it something, by what they make. */
const stepsOf = (policy: Policy, { moves }: Claims, makes: readonly string[]) => {
  const ids = moves.filter((move) => makes.includes(move.makes)).map(({ step }) => step);
  return (policy.workflow?.steps ?? []).filter(({ id }) => ids.includes(id));
};

/** Who takes in the papers of a claim: whoever may move it on. */
export const mayTakePapers = (policy: Policy, claims: Claims): readonly string[] => {
  const all = claims.moves.map(({ makes }) => makes);
  return [...new Set(stepsOf(policy, claims, all).flatMap(({ by }) => by))];
};

/** Who works a compensation out, and in which states of the case: as the step that assesses says. */
export const assessing = (policy: Policy, claims: Claims) => {
  const steps = stepsOf(policy, claims, ["assessed"]);
  return {
    by: [...new Set(steps.flatMap(({ by }) => by))],
    from: [...new Set(steps.flatMap(({ from }) => from))],
    rules: steps.flatMap(({ rules }) => rules),
  };
};
