import { Instant } from "../../kernel/instant.ts";
import type { ClaimMove } from "../../policy/claims.ts";
import type { Policy } from "../../policy/policy.ts";
import { plainAnswers } from "../actor.ts";
import type { EventOf } from "../event.ts";

/** What a step of the workflow makes of a claim, if anything. */
export const claimMove = (policy: Policy, step: string): ClaimMove | undefined =>
  policy.claims?.moves.find((move) => move.step === step);

/**
 * When what a step tells happened: a claim in writing when it came, which may be before somebody wrote it down (COU-27,
 * A-53); anything else when the step was taken.
 */
export const filedAt = (policy: Policy, { step, at, answers }: EventOf<"step">): Instant => {
  const move = claimMove(policy, step);
  const said = move?.makes === "filed" && move.at !== undefined ? plainAnswers(answers)[move.at] : undefined;
  return Instant.safeParse(said).data ?? at;
};
