import type { Instant } from "../../kernel/instant.ts";
import { say } from "../../kernel/text.ts";
import type { ClaimMove, Claims } from "../../policy/claims.ts";
import { holds } from "../../policy/holds.ts";
import type { Policy } from "../../policy/policy.ts";
import { type Answers, plainAnswers } from "../actor.ts";
import type { Case } from "../case.ts";
import type { Refusal } from "../fault.ts";
import { claimMove, filedAt } from "./filed-at.ts";

/** How far a claim has come; `open` before it is in writing. */
export type ClaimStage = "open" | ClaimMove["makes"];

/** A claim as the timeline tells it. What the rules say of it is asked anew each time: `findingsOf`, `papersOf`, `sumOf`. */
export type Claim = {
  readonly rules: Claims;
  readonly stage: ClaimStage;
  /** When it was made in the form that the regulation asks for; nothing is claimed before. */
  readonly filedAt?: Instant | undefined;
  readonly refusal?: { readonly reason: string; readonly at: Instant } | undefined;
  /** What was agreed on, `700.00`, and by which name the payee is chosen. */
  readonly agreed?: string | undefined;
  readonly payee?: string | undefined;
  /** The rungs of the ladder at which it was disputed, in order. */
  readonly rungs: readonly string[];
};

type Taken = { readonly at: Instant; readonly filedAt: Instant; readonly answers: Answers };

const wordOf = ({ answers }: Taken, field: string | undefined): string | undefined => {
  const said = field === undefined ? undefined : answers[field];
  return said === undefined ? undefined : String(said);
};

const moved = (so: Claim, move: ClaimMove, taken: Taken): Claim => {
  const stage = move.makes;
  const said = (field: string | undefined) => wordOf(taken, field);
  switch (stage) {
    case "filed":
      return { ...so, stage, filedAt: taken.filedAt };
    case "refused":
      return { ...so, stage, refusal: { reason: said(move.reason) ?? "", at: taken.at } };
    case "agreed":
      return { ...so, stage, agreed: said(move.amount), payee: said(move.payee), refusal: undefined };
    case "disputed": {
      const rung = said(move.rung);
      return { ...so, stage, rungs: rung === undefined ? so.rungs : [...so.rungs, rung] };
    }
    case "paid":
      return { ...so, stage };
    default:
      return { ...so, stage, refusal: undefined };
  }
};

/** The claim of a case; undefined where the regulation knows none, or none in such a case. */
export const claimOf = (policy: Policy, { facts, receivedAt, timeline }: Case): Claim | undefined => {
  const { claims: rules } = policy;
  if (rules === undefined || holds(policy, rules.when, facts).is !== true) return undefined;
  const byForm = !rules.moves.some(({ makes }) => makes === "filed");
  const begin: Claim = byForm
    ? { rules, stage: "filed", filedAt: receivedAt, rungs: [] }
    : { rules, stage: "open", rungs: [] };
  return timeline.reduce((so, event) => {
    const move = event.type === "step" ? claimMove(policy, event.step) : undefined;
    return event.type === "step" && move !== undefined
      ? moved(so, move, { at: event.at, filedAt: filedAt(policy, event), answers: plainAnswers(event.answers) })
      : so;
  }, begin);
};

/** Said where something is asked of a claim that is not there. */
export const noClaim = (rules: readonly string[]): Refusal => ({
  code: "no-claim",
  says: say("本案没有索赔", "nothing is claimed in this case"),
  rules,
});
