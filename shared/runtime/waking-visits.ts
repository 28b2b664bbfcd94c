import { earliest } from "../kernel/instant.ts";
import type { LoadedObligation } from "../record/obligations/change.ts";
import { fulfil } from "../record/obligations/fulfil.ts";
import { planObject } from "../record/obligations/plan-object.ts";
import { type ObligationWaker, remindTogether, together, wakeObligation } from "../record/obligations/wake.ts";
import type { EntryStore } from "../record/registers/entries.ts";
import { wakeEntry } from "../record/registers/wake.ts";
import { attempt, idle, type Woken, woke } from "./woken.ts";

/**
 * Plans every object that waits for it, hears what entries of registers show to be done, then says what was missed and
 * reminds of what is due soon.
 */
export const wakeObligations = async (waker: ObligationWaker & { readonly entries: EntryStore }): Promise<Woken> => {
  const objects = await waker.obligations.dueObjects(waker.now());
  let failed = 0;
  const tried = async (record: string, org: string, work: () => Promise<unknown>) => {
    failed += (await attempt(record, org, work)).failed;
  };
  for (const ref of objects.refs) await tried(ref.id, ref.org, () => planObject(waker, ref));
  const entries = await waker.entries.due(waker.now());
  const hearing = { ...waker, fulfil: (done: Parameters<typeof fulfil>[1]) => fulfil(waker, done) };
  for (const { org, id } of entries.refs) await tried(id, org, () => wakeEntry(hearing, { org, id }));
  const visits = await waker.obligations.dueObligations(waker.now());
  const toRemind: LoadedObligation[] = [];
  for (const ref of visits.refs)
    await tried(`${ref.object}/${ref.id}`, ref.org, async () => {
      const found = await wakeObligation(waker, ref);
      if (found !== undefined) toRemind.push(found);
    });
  for (const reminder of together(toRemind)) {
    const { org, list } = reminder.of[0].record;
    await tried(list, org, () => remindTogether(waker, reminder));
  }
  const total = objects.refs.length + entries.refs.length + visits.refs.length;
  if (total === 0) return idle(earliest(objects.next, entries.next, visits.next));
  return woke("visits", { woken: total, failed });
};
