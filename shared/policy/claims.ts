import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Condition } from "./condition.ts";
import { Money, Name, RuleId, Rules, Slug } from "./terms.ts";

/** One paper of a claim: how many, signed by whom, and what happens without it (HKC-06 … 12). */
const ClaimDocument = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  when: Condition.optional(),
  copies: z.number().int().positive().default(1),
  signedBy: z.array(Name).default([]),
  /** The least grade of the hospital it comes from. */
  leastGrade: z.number().int().positive().optional(),
  /** What replaces it; absent: the claim is incomplete. */
  without: z.enum(["market-price"]).optional(),
});

/** How much is paid. Money is decimal and rounded half up to the cent. */
const Compensation = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  when: Condition.optional(),
  formula: z.enum([
    /** Share of actual damage × insured amount (COU-19). */
    "ratio-of-insured",
    /** Negotiated, at most the actual value (COU-18). */
    "actual-value-at-most",
    "as-agreed",
    "freight-refund",
    "none",
  ]),
  examples: z
    .array(
      z.strictObject({
        why: z.string(),
        insured: Money.optional(),
        percent: z.number().min(0).max(100).optional(),
        value: Money.optional(),
        claimed: Money.optional(),
        pays: Money,
      }),
    )
    .default([]),
});

/** Compensation: who may claim, by when, with what, what is excluded, how it is settled and disputed (COU, HKC, BUS-43). */
export const Claims = z.strictObject({
  rules: Rules,
  /** Parties that may claim; others are told who may (AS-65). */
  claimants: z.array(Name).min(1),
  written: z.boolean().default(false),
  /** Clocks of this policy: until when a claim may come, and until when it is answered and settled. */
  window: Slug.optional(),
  answer: Slug.optional(),
  settlement: Slug.optional(),
  against: z.array(Name).default([]),
  documents: z.array(ClaimDocument).default([]),
  exclusions: z.array(z.strictObject({ id: Slug, title: Text, rules: Rules })).default([]),
  compensation: z.array(Compensation).default([]),
  payees: z.array(Text).default([]),
  /** The ladder of a dispute, first rung first (COU-32). */
  dispute: z.array(Text).default([]),
});
export type Claims = z.infer<typeof Claims>;

/** Goods that come back: who agrees, who counts, what is booked (CCF-40 … 48, MMA-17 … 20). */
export const Returns = z.strictObject({
  rules: Rules,
  agreedBy: z.array(Name).min(1),
  /** Forms of the count, each with its copies under `records`. */
  slips: z.array(Slug).default([]),
  /** Booked as counted when less, or more within the tolerance; otherwise held (CCF-43, CCF-44). */
  tolerance: z.strictObject({ rules: Rules, percent: z.number().min(0).max(100).nullable() }).optional(),
  appraisedBy: z.array(Name).default([]),
  outcomes: z.array(z.strictObject({ value: Slug, label: Text, rules: z.array(RuleId).default([]) })).default([]),
  proofs: z.array(z.strictObject({ id: Slug, title: Text, rules: Rules })).default([]),
});
export type Returns = z.infer<typeof Returns>;

/** So many of something in a window; one more is refused (HKC-02, CAL-06). */
export const Quota = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  /** The event that is counted. */
  counts: Name,
  per: Text,
  max: z.number().int().nonnegative().optional(),
  min: z.number().int().positive().optional(),
  window: z.union([
    z.strictObject({ calendar: z.enum(["day", "month", "quarter", "year"]) }),
    z.strictObject({ clock: Slug }),
  ]),
  examples: z
    .array(z.strictObject({ why: z.string(), count: z.number().int().nonnegative(), allowed: z.boolean() }))
    .min(1),
});
export type Quota = z.infer<typeof Quota>;
