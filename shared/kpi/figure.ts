import type { Instant } from "../kernel/instant.ts";
import { givenSides, type Kpi } from "../policy/kpi.ts";
import { exactVerdict, type Verdict, verdict } from "../policy/verdict.ts";
import type { Counting } from "./kpi.ts";

/** What somebody wrote down for a period, where cases do not tell it. */
export type Given = { readonly numerator?: number | undefined; readonly denominator?: number | undefined };

/** What stands above and below the line; undefined where somebody still has to say it. */
export type Sum = { readonly numerator: number | undefined; readonly denominator: number | undefined };

export type Figure = Sum & { readonly verdict: Verdict };

const NO_DATA: Verdict = { value: null, shown: null, met: null };
const HOUR = 3_600_000;

/** What cases or campaigns add to a figure. */
export type Total = { readonly numerator: number; readonly denominator: number };

/** Adds up parts; two totals of different parts add up to that of all. */
export const totalOf = (parts: readonly Total[]): Total => ({
  numerator: parts.reduce((sum, part) => sum + part.numerator, 0),
  denominator: parts.reduce((sum, part) => sum + part.denominator, 0),
});

/** The parts that count by a moment. */
export const countedBy = (parts: readonly Counting[], now: Instant): readonly Counting[] =>
  parts.filter(({ at }) => at <= now);

/** What was counted, and what somebody wrote down where that is to be said. */
export const sumOf = (kpi: Kpi, total: Total, given: Given): Sum => {
  const said = givenSides(kpi);
  const side = (of: keyof Total) => (said.includes(of) ? given[of] : total[of]);
  const plain = kpi.unit === "count" && kpi.formula?.is !== "hours";
  return { numerator: side("numerator"), denominator: plain ? 0 : side("denominator") };
};

/** The fall of one mean against that before, on whole numbers: the means themselves need not be any. */
const fallOf = (kpi: Kpi, sum: Total, before: Sum | undefined): Verdict => {
  const [took, of] = [BigInt(sum.numerator), BigInt(sum.denominator)];
  const [tookThen, ofThen] = [BigInt(before?.numerator ?? 0), BigInt(before?.denominator ?? 0)];
  return of === 0n ? NO_DATA : exactVerdict(kpi, { share: of * tookThen - took * ofThen, per: of * tookThen });
};

/**
 * A sum, judged unrounded against its target (3.6): what nobody has said yet is no data, and neither met nor missed.
 * `before` is the sum of the period before, where the figure is one against the other.
 */
export const figureOf = (kpi: Kpi, sum: Sum, before?: Sum): Figure => {
  const { numerator, denominator } = sum;
  if (numerator === undefined || denominator === undefined) return { ...sum, verdict: NO_DATA };
  if (kpi.formula?.is === "fall-of-hours") return { ...sum, verdict: fallOf(kpi, { numerator, denominator }, before) };
  if (kpi.formula?.is !== "hours") return { ...sum, verdict: verdict(kpi, { numerator, denominator }) };
  if (denominator === 0) return { ...sum, verdict: NO_DATA };
  const mean = Math.round((numerator / denominator / HOUR) * 100) / 100;
  return { ...sum, verdict: verdict(kpi, { numerator: mean, denominator: 1 }) };
};

/** How a figure stands: what is only striven for is not reached, and not failed. */
export type Standing = "met" | "missed" | "not-reached" | "no-target" | "no-data";

export const standingOf = ({ aspiration }: Pick<Kpi, "aspiration">, { value, met }: Verdict): Standing => {
  if (value === null) return "no-data";
  if (met === null) return "no-target";
  if (met) return "met";
  return aspiration ? "not-reached" : "missed";
};
