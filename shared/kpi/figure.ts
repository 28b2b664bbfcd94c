import type { Instant } from "../kernel/instant.ts";
import type { Kpi } from "../policy/kpi.ts";
import { type Verdict, verdict } from "../policy/verdict.ts";
import type { Counting } from "./kpi.ts";

/** What somebody wrote down for a period, where cases do not tell it. */
export type Given = { readonly numerator?: number | undefined; readonly denominator?: number | undefined };

/** What stands above and below the line; undefined where somebody still has to say it. */
export type Sum = { readonly numerator: number | undefined; readonly denominator: number | undefined };

export type Figure = Sum & { readonly verdict: Verdict };

const NO_DATA: Verdict = { value: null, shown: null, met: null };
const HOUR = 3_600_000;

const isGiven = ({ formula }: Kpi, side: "numerator" | "denominator"): boolean =>
  formula === undefined || (formula.is === "cases" && formula[side]?.of === "given");

/** Adds up the parts that count by a moment; two sums of different parts add up to that of all. */
export const sumOf = (kpi: Kpi, parts: readonly Counting[], given: Given, now: Instant): Sum => {
  const counted = parts.filter(({ at }) => at <= now);
  const side = (of: "numerator" | "denominator") =>
    isGiven(kpi, of) ? given[of] : counted.reduce((sum, part) => sum + part[of], 0);
  return {
    numerator: side("numerator"),
    denominator: kpi.unit === "count" && kpi.formula?.is !== "hours" ? 0 : side("denominator"),
  };
};

/** A sum, judged unrounded against its target (3.6): what nobody has said yet is no data, and neither met nor missed. */
export const figureOf = (kpi: Kpi, sum: Sum): Figure => {
  const { numerator, denominator } = sum;
  if (numerator === undefined || denominator === undefined) return { ...sum, verdict: NO_DATA };
  if (kpi.formula?.is !== "hours") return { ...sum, verdict: verdict(kpi, { numerator, denominator }) };
  if (denominator === 0) return { ...sum, verdict: NO_DATA };
  const mean = Math.round((numerator / denominator / HOUR) * 100) / 100;
  return { ...sum, verdict: verdict(kpi, { numerator: mean, denominator: 1 }) };
};
