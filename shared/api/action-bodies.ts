import * as z from "zod";
import { Slug } from "../policy/terms.ts";

const words = z.string().max(4000);

/** An action as it is planned; which of the texts are required depends on what the regulation asks for. */
export const PlanAction = z
  .strictObject({
    corrective: Slug.meta({ description: "the rule, as `actions` of the case names it" }),
    cause: words.optional(),
    measure: words.optional().meta({ description: "the corrective measure; of a training, whom and in what" }),
    prevention: words.optional(),
    ownerRole: z.string().max(60).optional().meta({ description: "the responsible department's role" }),
    owner: z.string().max(100).optional().meta({ description: "the person in it" }),
    due: z
      .string()
      .max(40)
      .optional()
      .meta({
        description: "a date means the end of that day (24:00) in the policy's time zone",
        examples: ["2026-11-20"],
      }),
  })
  .meta({ id: "ActionPlan" });

export const FinishAction = z.strictObject({ result: words }).meta({ id: "ActionResult" });

export const VerifyAction = z
  .strictObject({
    effective: z.boolean(),
    finding: words.meta({ description: "the effect that was seen, or why it goes back" }),
  })
  .meta({ id: "ActionVerification" });

export const ProposeSanction = z
  .strictObject({
    sanction: Slug,
    kind: z.string().max(200).meta({ description: "one of the kinds that the regulation names, in either language" }),
    subject: z.string().max(100),
    basis: words,
  })
  .meta({ id: "SanctionProposal" });

export const DecideSanction = z
  .strictObject({ approve: z.boolean(), remark: z.string().trim().max(2000).optional() })
  .meta({ id: "SanctionDecision" });
