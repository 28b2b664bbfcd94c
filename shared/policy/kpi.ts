import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Rules, Slug } from "./terms.ts";

/** How a figure comes from what was counted, for those that the engine makes itself (3.6). */
const KpiFormula = z.enum([
  /** Distinct valid answers of all that a campaign sent. */
  "response-rate",
  /** Satisfied answers to the overall question of the valid ones. */
  "satisfied-share",
]);

export const Kpi = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  /** Absent: the figures are brought by somebody. */
  formula: KpiFormula.optional(),
  /** What is divided by what, in words; the formula ids of the reporting engine come with it. */
  numerator: Text,
  denominator: Text,
  /** Clocks whose record feeds the figure. */
  clocks: z.array(Slug).default([]),
  operator: z.enum([">=", ">", "<=", "<", "="]),
  /** A share in per cent of the denominator, or a plain count of which the denominator says nothing. */
  unit: z.enum(["percent", "count"]).default("percent"),
  /** Null where the regulation names the figure and no target: it is shown and never met or missed. */
  target: z.number().nullable(),
  /** Striven for (力争): coloured, not failed. */
  aspiration: z.boolean().default(false),
  period: z.enum(["day", "week", "month", "quarter", "half-year", "year", "survey"]),
  examples: z
    .array(
      z.strictObject({
        why: z.string(),
        numerator: z.number().nonnegative(),
        denominator: z.number().nonnegative(),
        met: z.boolean().nullable(),
        shown: z.string().optional(),
      }),
    )
    .min(1),
});
export type Kpi = z.infer<typeof Kpi>;
