import { earliest, type Instant } from "../kernel/instant.ts";
import type { LoadedObligation } from "../record/obligations/change.ts";
import { fulfil } from "../record/obligations/fulfil.ts";
import { planObject } from "../record/obligations/plan-object.ts";
import { type ObligationWaker, remindTogether, together, wakeObligation } from "../record/obligations/wake.ts";
import type { EntryStore } from "../record/registers/entries.ts";
import { wakeEntry } from "../record/registers/wake.ts";
import { log } from "./log.ts";

export type WokenObligations = {
  readonly woken: number;
  readonly failed: number;
  /** Nothing is due before this moment unless somebody changes something; absent while something may be. */
  readonly idleUntil?: Instant | undefined;
};

const FAR = "9999-12-31T00:00:00.000Z" as Instant; // nothing is visited

/** One of many; one that fails is left for the next minute and keeps none of the others back. */
const tried = async (name: string, org: string, work: () => Promise<void>): Promise<number> => {
  try {
    await work();
    return 0;
  } catch (error) {
    log("WAKE_FAILED", { record: name, org, error: error instanceof Error ? error.message : String(error) });
    return 1;
  }
};

/**
 * Plans every object that waits for it, hears what entries of registers show to be done, then says what was missed and
 * reminds of what is due soon.
 */
export const wakeObligations = async (
  waker: ObligationWaker & { readonly entries: EntryStore },
): Promise<WokenObligations> => {
  const objects = await waker.obligations.dueObjects(waker.now());
  let failed = 0;
  for (const ref of objects.refs) failed += await tried(ref.id, ref.org, () => planObject(waker, ref));
  const entries = await waker.entries.due(waker.now());
  const hearing = { ...waker, fulfil: (done: Parameters<typeof fulfil>[1]) => fulfil(waker, done) };
  for (const { org, id } of entries.refs) failed += await tried(id, org, () => wakeEntry(hearing, { org, id }));
  const visits = await waker.obligations.dueObligations(waker.now());
  const toRemind: LoadedObligation[] = [];
  for (const ref of visits.refs)
    failed += await tried(`${ref.object}/${ref.id}`, ref.org, async () => {
      const found = await wakeObligation(waker, ref);
      if (found !== undefined) toRemind.push(found);
    });
  for (const reminder of together(toRemind)) {
    const { org, list } = reminder.of[0].record;
    failed += await tried(list, org, () => remindTogether(waker, reminder));
  }
  const woken = objects.refs.length + entries.refs.length + visits.refs.length;
  if (woken === 0) return { woken, failed, idleUntil: earliest(objects.next, entries.next, visits.next) ?? FAR };
  log("WOKE", { shard: "visits", woken, failed });
  return { woken, failed };
};
