import * as z from "zod";
import { Money, Slug } from "../../policy/terms.ts";
import { Answers, keyed } from "../actor.ts";

/** What a customer was told they would get. */
export const PromiseMade = z.strictObject({
  ...keyed,
  type: z.literal("promiseMade"),
  amount: Money,
  said: z.string(),
});

/** A cost of a case, on a ground of the regulation that says who bears it and where it is booked. */
export const CostBooked = z.strictObject({
  ...keyed,
  type: z.literal("costBooked"),
  cost: Slug,
  /** What it was for, in a word: travel, parts, packaging. */
  kind: z.string().optional(),
  amount: Money,
  note: z.string().optional(),
  /** Facts of this cost alone, e.g. whose staff travelled. */
  told: Answers,
});
