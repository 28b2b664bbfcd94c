import type { Hovers } from "./hover.ts";

const AMOUNT = "With two decimals, quoted.";

/** Compensation, goods that come back, and how often something is allowed. */
export const CLAIMS: Hovers = {
  claims: "Compensation (索赔): who may claim, by when, with what, what is excluded, what is paid, how it is disputed.",
  "claims.claimants": "The parties that may claim; others are told who may (AS-65).",
  "claims.written": "Whether a claim must be in writing.",
  "claims.window": "The clock until which a claim may come.",
  "claims.answer": "The clock until which it is answered.",
  "claims.settlement": "The clock until which it is settled.",
  "claims.against": "Whom the claim is against: roles or parties.",
  "claims.documents": "The papers of a claim.",
  "claims.documents[].copies": "How many copies; one unless told otherwise.",
  "claims.documents[].signedBy": "Who must have signed it: roles or parties.",
  "claims.documents[].leastGrade": "The least grade of the hospital that it comes from.",
  "claims.documents[].without": {
    says: "What happens without it. Absent: the claim is incomplete.",
    values: { "market-price": "The market price is estimated instead." },
  },
  "claims.exclusions": "Grounds on which nothing is paid.",
  "claims.compensation": "How much is paid, by kind of loss. Money is decimal and rounded half up to the cent.",
  "claims.compensation[].formula": {
    says: "How the sum comes about.",
    values: {
      "ratio-of-insured": "The share of actual damage times the insured amount (COU-19).",
      "actual-value-at-most": "Negotiated, at most the actual value (COU-18).",
      "as-agreed": "What was agreed on.",
      "freight-refund": "The freight is refunded.",
      none: "Nothing is paid.",
    },
  },
  "claims.compensation[].examples[].insured": { says: `The insured amount. ${AMOUNT}`, examples: ["2000.00"] },
  "claims.compensation[].examples[].percent": "The share of damage in per cent; 100 is a total loss (A-49).",
  "claims.compensation[].examples[].value": {
    says: `The actual value, or the freight paid. ${AMOUNT}`,
    examples: ["300.00"],
  },
  "claims.compensation[].examples[].claimed": {
    says: `What is claimed, or was agreed on. ${AMOUNT}`,
    examples: ["300.00"],
  },
  "claims.compensation[].examples[].pays": { says: `What is then paid. ${AMOUNT}`, examples: ["300.00"] },
  "claims.payees": "Who may be paid, in words.",
  "claims.dispute": "Where a dispute goes, first rung first (COU-32).",

  returns: "Goods that come back (退货): who agrees, who counts, what is booked.",
  "returns.agreedBy": "Who must agree that they come back.",
  "returns.slips": "The forms of the count, from `forms`, each with its copies.",
  "returns.tolerance":
    "Booked as counted when less, or when more within the tolerance; otherwise held (CCF-43, CCF-44).",
  "returns.tolerance.percent": "The tolerance in per cent; null where the regulation leaves the figure open.",
  "returns.appraisedBy": "Who examines what came back.",
  "returns.outcomes": "What may become of it.",
  "returns.outcomes[].value": "The outcome's short name: lower-case words joined by hyphens.",
  "returns.proofs": "What must be shown for it.",

  quotas: "So many of something in a window: one more is refused, or fewer are too few (HKC-02, CAL-06).",
  "quotas[].counts": "The event that is counted.",
  "quotas[].per": "For whom or what it is counted, e.g. 每人 / person.",
  "quotas[].max": "The most that are allowed.",
  "quotas[].min": "The least that are owed.",
  "quotas[].window": "In which stretch of time they are counted.",
  "quotas[].window<calendar>": { title: "A calendar period", says: "Each calendar period of that length." },
  "quotas[].window<calendar>.calendar": {
    says: "The calendar period.",
    values: {
      day: "Each day.",
      month: "Each calendar month.",
      quarter: "Each calendar quarter.",
      year: "Each calendar year.",
    },
  },
  "quotas[].window<clock>.clock": "The clock, from `clocks`.",
  "quotas[].window<clock>": {
    title: "The run of a clock",
    says: "From the start of a clock of this policy to its due.",
  },
  "quotas[].examples[].count": "How many there were in the window, this one included.",
  "quotas[].examples[].allowed": "Whether that is within the quota.",
};
