import * as z from "zod";
import { common, keyed } from "../case/actor.ts";
import { Name, Slug } from "../policy/terms.ts";
import { CampaignPlan } from "./plan.ts";

/** What can happen to a campaign. The list only grows: what is stored must parse for ever. */
export const CampaignEvent = z.discriminatedUnion("type", [
  z.strictObject({ ...keyed, type: z.literal("planned"), plan: CampaignPlan }),
  z.strictObject({ ...keyed, type: z.literal("replanned"), plan: CampaignPlan }),
  z.strictObject({ ...keyed, type: z.literal("approved") }),
  z.strictObject({ ...keyed, type: z.literal("returned"), reason: z.string() }),
  z.strictObject({ ...keyed, type: z.literal("paused"), reason: z.string() }),
  z.strictObject({ ...keyed, type: z.literal("resumed") }),
  z.strictObject({ ...keyed, type: z.literal("cancelled"), reason: z.string() }),
  /** Everybody of the audience has an invitation. */
  z.strictObject({ ...common, type: z.literal("invited") }),
  z.strictObject({ ...common, type: z.literal("closed") }),
  /** The figures were made and are kept; from now on they do not change. */
  z.strictObject({ ...common, type: z.literal("analysed") }),
  /** What was so well answered that it is praised, and which role was told (OSS-12). */
  z.strictObject({
    ...common,
    type: z.literal("commended"),
    to: Name,
    aspects: z
      .array(
        z.strictObject({
          question: Slug,
          /** Of those whom this department served; absent: of all. */
          department: z.string().optional(),
          mean: z.number(),
          answers: z.number().int().positive(),
        }),
      )
      .min(1),
  }),
  z.strictObject({ ...keyed, type: z.literal("reported"), to: z.string() }),
]);
export type CampaignEvent = z.infer<typeof CampaignEvent>;
