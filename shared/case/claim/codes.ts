/** Why a claim, or goods that come back, do not move on: the status, and what a reader of the interface is told. */
export const CLAIM_CODES = {
  "no-claim": { status: 409, means: "nothing is claimed in this case" },
  "wrong-claimant": { status: 409, means: "somebody else has to claim; the sentence says who" },
  "not-in-writing": { status: 409, means: "the claim has not been made in writing yet" },
  "beyond-the-period": { status: 409, means: "the claim came after the period for claims" },
  "claim-incomplete": { status: 409, means: "documents of the claim are missing; the sentence names them" },
  "claim-excluded": { status: 409, means: "the regulation excludes compensation on this ground" },
  "grade-too-low": { status: 409, means: "the paper comes from a hospital of too low a grade" },
  "not-assessed": { status: 409, means: "the compensation has not been worked out by its formula yet" },
  "not-agreed": { status: 409, means: "no sum has been agreed on yet" },
  "rung-too-early": { status: 409, means: "another way of settling the dispute comes first" },
  "return-needs": { status: 409, means: "something is not known that has to be before goods come back" },
  "return-out-of-turn": {
    status: 409,
    means: "the return has not come so far: agreed to, on its slip, counted, booked",
  },
  "return-held": { status: 409, means: "more came back than the tolerance allows, and nobody has decided on it" },
  "return-unproven": { status: 409, means: "none of the proofs of the return is there" },
  "not-the-outcome": { status: 409, means: "the goods were appraised for another outcome" },
} as const;
