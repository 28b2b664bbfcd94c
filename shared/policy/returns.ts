import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Condition } from "./condition.ts";
import { Name, RuleId, Rules, Slug } from "./terms.ts";

/**
 * A step of the workflow by which goods come back. It is one only where its quantity, if it has one, is answered; the
 * names are those of the step's own fields.
 */
const ReturnMove = z.strictObject({
  step: Slug,
  makes: z.enum(["agreed", "shipped", "counted", "appraised", "booked", "done"]),
  quantity: Name.optional(),
  outcome: Name.optional(),
  proof: Name.optional(),
});
export type ReturnMove = z.infer<typeof ReturnMove>;

/** Goods that come back: who agrees, who counts, what is booked (CCF-40 … 48, MMA-17 … 20). */
export const Returns = z.strictObject({
  rules: Rules,
  /** Cases of which goods are asked to come back from the start; others have a return once one is agreed to. */
  when: Condition.optional(),
  agreedBy: z.array(Name).min(1),
  /** What must be known before goods may come back: the triage (AS-55), the quantity (AS-47). */
  needs: z.array(z.strictObject({ fact: Name, rules: Rules })).default([]),
  /** Forms of the count, each with its copies under `records`. */
  slips: z.array(Slug).default([]),
  /**
   * Booked as counted when less, or more within the tolerance; otherwise held (CCF-43, CCF-44). The order's own tolerance
   * stands in a fact; where neither says a figure, every excess is held.
   */
  tolerance: z
    .strictObject({ rules: Rules, percent: z.number().min(0).max(100).nullable(), fact: Name.optional() })
    .optional(),
  /** All of them appraise: where there are several, a sign-off of all blocks what follows (MMA-19). */
  appraisedBy: z.array(Name).default([]),
  /** With `step`, the step that carries the outcome out; it is closed to every other outcome. */
  outcomes: z
    .array(z.strictObject({ value: Slug, label: Text, rules: z.array(RuleId).default([]), step: Slug.optional() }))
    .default([]),
  /** Any one of them must be shown when the return is booked (CCF-48). */
  proofs: z.array(z.strictObject({ id: Slug, title: Text, rules: Rules })).default([]),
  /** The cost rule by which freight is charged (MMA-15). */
  freight: Slug.optional(),
  moves: z.array(ReturnMove).default([]),
});
export type Returns = z.infer<typeof Returns>;
