import { type Instant, MINUTE, plusMs } from "../kernel/instant.ts";
import type { Entry, TallyKey, TallyStore } from "./tally.ts";

/** Longer than any request may run: a place that was taken before and not used by now belongs to nobody. */
const ABANDONED_AFTER_MINUTES = 2;

/**
 * Takes a place before what uses it is saved, so that of two who draw at once on the last one only one gets it. Whoever
 * dies in between leaves a place that is held and not used; it is given back when somebody asks for one and finds none.
 * @param isUsed whether a member uses the place that it holds.
 */
export const takePlace = async (
  tallies: TallyStore,
  key: TallyKey,
  entry: Entry,
  max: number | undefined,
  isUsed: (one: Entry) => Promise<boolean>,
): Promise<boolean> => {
  const { in: taken, entries } = await tallies.enter(key, entry, max);
  if (taken) return true;
  const before: Instant = plusMs(entry.at, -ABANDONED_AFTER_MINUTES * MINUTE);
  const unused = [];
  for (const one of entries.filter(({ at }) => at < before)) if (!(await isUsed(one))) unused.push(one);
  for (const { member } of unused) await tallies.leave(key, member);
  return unused.length > 0 && (await tallies.enter(key, entry, max)).in;
};
