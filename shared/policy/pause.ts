import type { CivilDate } from "../calendar/civil-date.ts";
import { civilDate, endOfDay } from "../calendar/zone.ts";
import { fromMs, HOUR, type Instant, toMs } from "../kernel/instant.ts";
import type { Text } from "../kernel/text.ts";
import type { DueStep } from "./count.ts";

/** A span in which a clock stands still; without `to` it still does. */
export type Pause = { readonly from: Instant; readonly to?: Instant | undefined; readonly why: Text };

/** Where a count in hours ends that stands still now and then, with a step for each pause; or since when it stands still. */
export const hoursOf = (
  n: number,
  from: Instant,
  pauses: readonly Pause[],
  zone: string,
): { readonly steps: readonly DueStep[] } & ({ readonly end: Instant } | { readonly pausedSince: Instant }) => {
  const steps: DueStep[] = [];
  let at = toMs(from);
  let left = n * HOUR;
  for (const { from: begins, to, why } of pauses) {
    if (to !== undefined && toMs(to) <= at) continue;
    const ran = Math.max(0, toMs(begins) - at);
    if (ran >= left) break;
    steps.push({ date: civilDate(begins, zone), counts: false, part: "pause", why });
    if (to === undefined) return { steps, pausedSince: begins };
    left -= ran;
    at = toMs(to);
  }
  return { steps, end: fromMs(at + left) };
};

/** Why a day does not count: the clock stood still when it ended. A pause that begins and ends within a day takes none. */
export const standsStill =
  (pauses: readonly Pause[], zone: string) =>
  (date: CivilDate): Pause | undefined => {
    const end = endOfDay(date, zone);
    return pauses.find(({ from, to }) => from < end && (to === undefined || end <= to));
  };
