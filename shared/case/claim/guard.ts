import { say } from "../../kernel/text.ts";
import type { ClaimMove } from "../../policy/claims.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Case } from "../case.ts";
import type { Refusal } from "../fault.ts";
import type { Guard } from "../guards.ts";
import { type Claim, claimOf, noClaim } from "./claim.ts";
import { claimMove } from "./filed-at.ts";
import { type Finding, findingsOf, formFindings, wrongClaimant } from "./findings.ts";
import { headsFor, sumOf } from "./sum.ts";

type Look = Parameters<Guard>;

const first = (found: readonly (Finding | undefined)[]): Refusal | undefined => found.find((one) => one !== undefined);

const done: Refusal = { code: "nothing-to-do", says: say("索赔已到此步", "the claim is there already"), rules: [] };

/** A sum is agreed on, and paid, only after the formula has said how much it may be. */
const unassessed = (policy: Policy, claim: Claim, current: Case): Refusal | undefined =>
  claim.rules.compensation.length > 0 && sumOf(current) === undefined
    ? {
        code: "not-assessed",
        says: say("请先按公式核定赔偿", "work the compensation out by its formula first"),
        rules: [...new Set(headsFor(policy, current, claim).flatMap((one) => one.rules))],
      }
    : undefined;

const unagreed = (policy: Policy, { rules, agreed }: Claim): Refusal | undefined => {
  const agreeing = rules.moves.find(({ makes, amount }) => makes === "agreed" && amount !== undefined);
  if (agreeing === undefined || agreed !== undefined) return undefined;
  const step = policy.workflow?.steps.find(({ id }) => id === agreeing.step);
  return { code: "not-agreed", says: say("尚未达成一致", "no sum has been agreed on"), rules: step?.rules ?? [] };
};

type Demand = (claim: Claim, look: Look) => Refusal | undefined;

/** What each move of a claim demands, before anything is answered. */
const demands: { readonly [M in ClaimMove["makes"]]: Demand } = {
  filed: (claim, [{ policy }, { facts }]) =>
    claim.stage === "open" ? wrongClaimant(policy, claim.rules, facts) : done,
  checked: (claim, [rulebook, current]) => first(formFindings(rulebook, current, claim)),
  accepted: (claim, [rulebook, current]) => first(findingsOf(rulebook, current, claim)),
  refused: ({ stage }) => (stage === "paid" ? done : undefined),
  assessed: (claim, [rulebook, current]) =>
    first(findingsOf(rulebook, current, claim)) ?? unassessed(rulebook.policy, claim, current),
  agreed: (claim, [rulebook, current]) =>
    claim.stage === "paid"
      ? done
      : (first(findingsOf(rulebook, current, claim)) ?? unassessed(rulebook.policy, claim, current)),
  disputed: () => undefined,
  paid: (claim, [rulebook, current]) =>
    claim.stage === "paid" ? done : (first(findingsOf(rulebook, current, claim)) ?? unagreed(rulebook.policy, claim)),
};

/**
 * What the rules of a claim refuse, they refuse to every step that would move it on, whatever its name (COU-15 … 32,
 * HKC-03 … 12, BUS-43). A step that refuses may also refuse something else than a claim.
 */
export const claimGuard: Guard = (...look) => {
  const [{ policy }, current, step] = look;
  const move = claimMove(policy, step.id);
  if (move === undefined) return undefined;
  const claim = claimOf(policy, current);
  if (claim !== undefined) return demands[move.makes](claim, look);
  if (move.makes === "refused") return undefined;
  return noClaim(step.rules);
};
