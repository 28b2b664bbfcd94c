import * as z from "zod";
import { PhotoId } from "../../kernel/ids.ts";
import { Money, Name, Slug } from "../../policy/terms.ts";
import { keyed } from "../actor.ts";

/** A paper of a claim that came in: which copy, signed by whom, of a hospital of which grade (HKC-06 … 12). */
export const ClaimPaper = z.strictObject({
  ...keyed,
  type: z.literal("claimPaper"),
  document: Slug,
  copy: z.number().int().positive(),
  signedBy: z.array(Name),
  grade: z.number().int().positive().optional(),
  photo: PhotoId.optional(),
});

/** What one head of a claim pays, with all that its formula was fed with (COU-16 … 19). Money in yuan, exact to the cent. */
export const ClaimAssessed = z.strictObject({
  ...keyed,
  type: z.literal("claimAssessed"),
  /** The head: one of the policy's compensations. */
  of: Slug,
  insured: Money.optional(),
  percent: z.number().min(0).max(100).optional(),
  value: Money.optional(),
  claimed: Money.optional(),
  pays: Money,
});
