import * as z from "zod";
import { Name } from "../../policy/terms.ts";
import { Answers, keyed } from "../actor.ts";

export const Share = z.strictObject({ department: z.string(), percent: z.number() });
export type Share = z.infer<typeof Share>;

/** What somebody who decides on liability holds of the case; an absent part is left as it was. */
export const LiabilityJudged = z.strictObject({
  ...keyed,
  type: z.literal("liabilityJudged"),
  roles: z.array(Name).min(1),
  answers: Answers,
  class: z.string().optional(),
  shares: z.array(Share).optional(),
  /** Whether everybody who must sign has now signed this. */
  settled: z.boolean(),
});
