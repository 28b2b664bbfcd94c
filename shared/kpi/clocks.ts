import type { Case } from "../case/case.ts";
import { type Rulebook, readClocks } from "../case/clocks.ts";
import type { ClockReading } from "../case/reading.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Counting } from "./kpi.ts";

/** After every due: what a clock is worth does not depend on when it is asked. */
const AT_LAST = "9999-12-31T00:00:00.000Z" as Instant;

/** Neither kept nor missed: excused in time, taken over by another promise, or asked of nobody any more. */
const LEFT_OUT: ReadonlySet<ClockReading["state"]> = new Set([
  "EXCUSED",
  "RENEWED",
  "CANCELLED",
  "LAPSED",
  "PAUSED",
  "CALENDAR_MISSING",
]);

/** All clocks of a case as they will have ended. */
export const readAtLast = (rulebook: Rulebook, current: Case): readonly ClockReading[] =>
  readClocks(rulebook, current, AT_LAST);

/**
 * Runs of clocks as a figure counts them: each in the period in which it fell due, kept or not. One that was extended only
 * after its due had passed was not kept; one that still runs is missed from its due on, unless it is met before.
 */
export const clocksIn = (readings: readonly ClockReading[], clocks: readonly string[]): readonly Counting[] => {
  const nth = new Map<string, number>();
  return readings.flatMap(({ clock, state, missed, due, metAt }) => {
    if (!clocks.includes(clock.id)) return [];
    const n = (nth.get(clock.id) ?? 0) + 1;
    nth.set(clock.id, n);
    const at = missed ?? due;
    if (LEFT_OUT.has(state) || at === undefined) return [];
    const kept = metAt !== undefined && missed === undefined;
    return [{ member: `${clock.id}-${n}`, at, numerator: kept ? 1 : 0, denominator: 1 }];
  });
};
