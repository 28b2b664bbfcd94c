import * as z from "zod";
import { Text } from "../kernel/text.ts";
import { CaseKind } from "./case-kind.ts";
import { Condition } from "./condition.ts";
import { Name, Rules, Slug } from "./terms.ts";

/** What is counted among the cases of a period, a case once unless `each` says otherwise. */
const Counted = z.discriminatedUnion("of", [
  /** Cases that were received in it. */
  z.strictObject({ of: z.literal("received"), kinds: z.array(CaseKind).default([]), when: Condition.optional() }),
  /** Cases in which this event first happened in it, or with `each` every time that it did. */
  z.strictObject({
    of: z.literal("event"),
    event: Name,
    each: z.boolean().default(false),
    kinds: z.array(CaseKind).default([]),
    when: Condition.optional(),
  }),
  /** Cases that came to an end in it. */
  z.strictObject({ of: z.literal("ended"), kinds: z.array(CaseKind).default([]), when: Condition.optional() }),
  /** Cases that were first taken up again or corrected in it. */
  z.strictObject({ of: z.literal("redone"), kinds: z.array(CaseKind).default([]), when: Condition.optional() }),
  /** What no case tells, and somebody writes down for each period: households, services delivered. */
  z.strictObject({ of: z.literal("given") }),
]);
export type Counted = z.infer<typeof Counted>;

/** How a figure comes from what was counted, for those that the engine makes itself (3.6). */
const KpiFormula = z.discriminatedUnion("is", [
  /** Distinct valid answers of all that a campaign sent. */
  z.strictObject({ is: z.literal("response-rate") }),
  /** Satisfied answers to the overall question of the valid ones. */
  z.strictObject({ is: z.literal("satisfied-share") }),
  /** Runs of `clocks` that were kept, of those that fell due; excused ones are left out, late extensions save none. */
  z.strictObject({ is: z.literal("clocks") }),
  /** Cases, or what happened in them, over others; a plain count has no denominator. */
  z.strictObject({ is: z.literal("cases"), numerator: Counted, denominator: Counted.optional() }),
  /** Duties of `schedules` that were done, of those that were owed and not waived; `late` takes those done late for done. */
  z.strictObject({ is: z.literal("duties"), schedules: z.array(Slug).min(1), late: z.boolean().default(false) }),
  /** Mean hours from one event to the first other after it, of those in which the second was in the period. */
  z.strictObject({ is: z.literal("hours"), from: Name, to: Name }),
  /** By how much those mean hours are below those of the period before, in per cent of the latter; more hours are below nought. */
  z.strictObject({ is: z.literal("fall-of-hours"), from: Name, to: Name }),
]);
export type KpiFormula = z.infer<typeof KpiFormula>;

/** What somebody must write down of a figure for each period, because nothing else tells it. */
export const givenSides = ({
  formula,
  unit,
}: Pick<Kpi, "formula" | "unit">): readonly ("numerator" | "denominator")[] => {
  if (formula === undefined) return unit === "count" ? ["numerator"] : ["numerator", "denominator"];
  if (formula.is !== "cases") return [];
  return (["numerator", "denominator"] as const).filter((side) => formula[side]?.of === "given");
};

export const Kpi = z.strictObject({
  id: Slug,
  title: Text,
  rules: Rules,
  /** Absent: the figures are brought by somebody. */
  formula: KpiFormula.optional(),
  /** Who writes down what nothing counts: the figure itself without a formula, or the `given` side of one. */
  broughtBy: z.array(Name).default([]),
  /** What is divided by what, in words. */
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
