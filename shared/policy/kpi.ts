import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { Rules, Slug } from "./terms.ts";

export const Kpi = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  /** What is divided by what, in words; the formula ids of the reporting engine come with it. */
  numerator: Text,
  denominator: Text,
  /** Clocks whose record feeds the figure. */
  clocks: z.array(Slug).default([]),
  operator: z.enum([">=", ">", "<=", "<", "="]),
  /** In per cent. */
  target: z.number(),
  period: z.enum(["day", "month", "quarter", "year", "survey"]),
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
