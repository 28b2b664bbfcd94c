import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Condition } from "./condition.ts";
import { Money, Name, Rules, Slug } from "./terms.ts";

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

/**
 * A step of the workflow by which a claim moves on. The engine holds the step to the rules of what it makes, whatever the
 * step is called; the names are those of the step's own fields.
 */
const ClaimMove = z.strictObject({
  step: Slug,
  makes: z.enum(["filed", "checked", "accepted", "refused", "assessed", "agreed", "disputed", "paid"]),
  /** When the claim came in writing, where that was before it was recorded. */
  at: Name.optional(),
  amount: Name.optional(),
  payee: Name.optional(),
  rung: Name.optional(),
  reason: Name.optional(),
});
export type ClaimMove = z.infer<typeof ClaimMove>;

const Choice = z.strictObject({ value: Slug, label: Text });

/** Compensation: who may claim, by when, with what, what is excluded, how it is settled and disputed (COU, HKC, BUS-43). */
export const Claims = z.strictObject({
  rules: Rules,
  /** Only of cases of which this holds is something claimed. */
  when: Condition.optional(),
  /** The company's own claim on others: whoever filed the case is told nothing of it. */
  internal: z.boolean().default(false),
  /** Parties that may claim; others are told who may (AS-65). */
  claimants: z.array(Name).min(1),
  /** The fact that says as which party somebody claims; absent: whoever may fill in the form may claim. */
  claimant: Name.optional(),
  written: z.boolean().default(false),
  /** Clocks of this policy: until when a claim may come, and until when it is answered and settled. */
  window: Slug.optional(),
  answer: Slug.optional(),
  settlement: Slug.optional(),
  against: z.array(Name).default([]),
  documents: z.array(ClaimDocument).default([]),
  exclusions: z.array(z.strictObject({ id: Slug, title: Text, rules: Rules, when: Condition.optional() })).default([]),
  /** The fact that names the exclusion which somebody found, by its id. */
  exclusion: Name.optional(),
  compensation: z.array(Compensation).default([]),
  /** Facts that hold what was insured, what it was worth, and what is claimed. */
  figures: z.strictObject({ insured: Name.optional(), value: Name.optional(), claimed: Name.optional() }).default({}),
  /** Who may be paid; with `named`, only once that fact names somebody (COU-31). */
  payees: z.array(Choice.extend({ named: Name.optional() })).default([]),
  /** The ladder of a dispute: a rung comes after the one before it, or after any of those it names (COU-32). */
  dispute: z.array(Choice.extend({ after: z.array(Slug).optional() })).default([]),
  moves: z.array(ClaimMove).default([]),
});
export type Claims = z.infer<typeof Claims>;

/** So many of something in a window; one more is refused (HKC-02, CAL-06). */
export const Quota = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  /** The event of cases that is counted; exactly one of `counts` and `form`. */
  counts: Name.optional(),
  per: Text,
  /**
   * The fact of a case, or the field of an entry of `form`, that says for whom or what it is counted; absent: for the company.
   */
  subject: Name.optional(),
  /** The register whose entries are counted, in the period of their day. */
  form: Slug.optional(),
  /** Further fields of the entry that each name one more for whom it is counted, e.g. the partner of a swap. */
  also: z.array(Name).default([]),
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
