import * as z from "zod";
import { Fact, Name, Slug } from "../../policy/terms.ts";
import { keyed } from "../actor.ts";

export const VERDICTS = ["review", "approve", "refuse"] as const;

/** Somebody looked at what needs a yes, and said so, yes, or no. */
export const VerdictGiven = z.strictObject({
  ...keyed,
  type: z.literal("verdictGiven"),
  approval: Slug,
  verdict: z.enum(VERDICTS),
  /** In which of the roles that the approval names. */
  roles: z.array(Name).min(1),
  remark: z.string().optional(),
  /** What was looked at, as it then was: facts by their name, steps by when they were taken. */
  seen: z.record(z.string(), Fact),
});
export type VerdictGiven = z.infer<typeof VerdictGiven>;
