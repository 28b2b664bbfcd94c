import * as z from "zod";
import { PhotoId } from "../kernel/ids.ts";
import { Money, Name, Slug } from "../policy/terms.ts";

/** A paper of a claim that came in. */
export const ClaimPaperBody = z
  .strictObject({
    document: Slug.meta({ description: "one of the claim's `documents`" }),
    copy: z.number().int().min(1).max(99).optional().meta({ description: "which copy it is; the first when absent" }),
    signedBy: z
      .union([z.array(Name).max(20), Name])
      .optional()
      .meta({ description: "who signed it; `all` is everybody who has to" }),
    grade: z.number().int().min(1).max(9).optional().meta({ description: "of the hospital it comes from" }),
    photoId: PhotoId.optional().meta({ description: "the photo of it, one of the case's own" }),
  })
  .meta({ id: "ClaimPaper" });

/** What one head of a claim is worked out from; figures that the form has given need not be given again. */
export const AssessClaimBody = z
  .strictObject({
    of: Slug.meta({ description: "the compensation, as the regulation names it", examples: ["insured"] }),
    insured: Money.optional(),
    percent: z.number().min(0).max(100).optional().meta({ description: "share of damage; 100 is a total loss" }),
    value: Money.optional().meta({ description: "the actual value, or the freight paid" }),
    claimed: Money.optional().meta({ description: "what is claimed for this head, or was agreed in advance" }),
  })
  .meta({ id: "ClaimAssessment" });

/** How much of a count beyond the tolerance is booked. */
export const DecideReturnBody = z
  .strictObject({ quantity: z.number().min(0).max(1e12), remark: z.string().trim().min(1).max(2000) })
  .meta({ id: "ReturnDecision" });
