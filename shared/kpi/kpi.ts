import type { Case } from "../case/case.ts";
import type { Rulebook } from "../case/clocks.ts";
import type { ClockReading } from "../case/reading.ts";
import type { Instant } from "../kernel/instant.ts";
import { never } from "../kernel/result.ts";
import type { Kpi } from "../policy/kpi.ts";
import { casesIn } from "./cases.ts";
import { clocksIn, readAtLast } from "./clocks.ts";
import { hoursIn } from "./hours.ts";
import { periodAt } from "./period.ts";

/** What a case adds to a figure at a moment, before anybody asks for which period. */
export type Counting = {
  /** Tells it apart from what the same case adds to the same figure beside. */
  readonly member: string;
  /** It counts from then on: a clock that still runs is counted once it falls due. */
  readonly at: Instant;
  readonly numerator: number;
  readonly denominator: number;
};

/** The same in its period, `2026-10` or `2026-Q4`. */
export type Part = Counting & { readonly kpi: string; readonly period: string };

const countingsOf = (
  { policy }: Rulebook,
  current: Case,
  kpi: Kpi,
  readings: () => readonly ClockReading[],
): readonly Counting[] => {
  const { formula } = kpi;
  switch (formula?.is) {
    case undefined:
    case "response-rate":
    case "satisfied-share":
    case "duties":
      return []; // no case adds to it
    case "clocks":
      return clocksIn(readings(), kpi.clocks);
    case "cases":
      return casesIn(policy, current, formula);
    case "hours":
    case "fall-of-hours":
      return hoursIn(current, formula);
    default:
      return never(formula);
  }
};

/**
 * All that one case adds to the figures of its regulation (3.6). It follows from what has happened alone, whenever it is
 * asked, so that what was added before an event can be told from what is added after it.
 */
export const partsOf = (rulebook: Rulebook, current: Case): readonly Part[] => {
  let read: readonly ClockReading[] | undefined;
  const readings = () => {
    read ??= readAtLast(rulebook, current); // once for all figures, and not where none counts clocks
    return read;
  };
  return rulebook.policy.kpis.flatMap((kpi) =>
    countingsOf(rulebook, current, kpi, readings).flatMap((one) => {
      const period = periodAt(rulebook.policy, kpi, one.at);
      return period === undefined ? [] : [{ ...one, kpi: kpi.id, period }];
    }),
  );
};
