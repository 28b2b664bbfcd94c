import type { Case } from "../case/case.ts";
import { earliest, type Instant } from "../kernel/instant.ts";
import { never } from "../kernel/result.ts";
import { kindOf } from "../policy/case-kind.ts";
import { holds } from "../policy/holds.ts";
import type { Counted, KpiFormula } from "../policy/kpi.ts";
import type { Policy } from "../policy/policy.ts";
import type { Counting } from "./kpi.ts";

type Cases = Extract<KpiFormula, { is: "cases" }>;
type Side = Exclude<Counted, { of: "given" }>;

const momentsOf = (current: Case, counted: Side): readonly Instant[] => {
  const one = (at: Instant | undefined) => (at === undefined ? [] : [at]);
  switch (counted.of) {
    case "received":
      return [current.receivedAt];
    case "event": {
      const all = (current.occurrences[counted.event] ?? []).map(({ at }) => at);
      return counted.each ? all : all.slice(0, 1);
    }
    case "ended":
      return one(current.closedAt);
    case "redone": {
      const corrected = current.timeline.find(({ type }) => type === "corrected")?.at;
      return one(earliest(current.closures[0]?.reopenedAt, corrected));
    }
    default:
      return never(counted);
  }
};

/** Whether a case is of those that are counted; what is not known does not hold. */
const isCounted = (policy: Policy, current: Case, { kinds, when }: Side): boolean =>
  (kinds.length === 0 || kinds.includes(kindOf(policy, current))) && holds(policy, when, current.facts).is === true;

const sideOf = (policy: Policy, current: Case, counted: Counted | undefined): readonly Instant[] =>
  counted === undefined || counted.of === "given" || !isCounted(policy, current, counted)
    ? []
    : momentsOf(current, counted);

/** A case as a rate of cases counts it: above the line, below it, or both, each in the period in which that was so. */
export const casesIn = (policy: Policy, current: Case, { numerator, denominator }: Cases): readonly Counting[] => [
  ...sideOf(policy, current, numerator).map((at, n) => ({
    member: `above-${n + 1}`,
    at,
    numerator: 1,
    denominator: 0,
  })),
  ...sideOf(policy, current, denominator).map((at, n) => ({
    member: `below-${n + 1}`,
    at,
    numerator: 0,
    denominator: 1,
  })),
];
