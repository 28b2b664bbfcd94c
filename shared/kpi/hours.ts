import type { Case } from "../case/case.ts";
import { toMs } from "../kernel/instant.ts";
import type { KpiFormula } from "../policy/kpi.ts";
import type { Counting } from "./kpi.ts";

type Hours = Extract<KpiFormula, { is: "hours" | "fall-of-hours" }>;

/**
 * How long a case took from an event to the first other after it, in milliseconds of the clock on the wall, so that a mean
 * of many is exact.
 */
export const hoursIn = ({ happened, occurrences }: Case, { from, to }: Hours): readonly Counting[] => {
  const begun = happened[from];
  const done = occurrences[to]?.find(({ at }) => begun !== undefined && at >= begun)?.at;
  return begun === undefined || done === undefined
    ? []
    : [{ member: "took", at: done, numerator: toMs(done) - toMs(begun), denominator: 1 }];
};
