import { fulfilledBy } from "../../register/fulfils.ts";
import type { fulfil } from "../obligations/fulfil.ts";
import type { EntryRef } from "./entries.ts";
import { type EntryDeps, loadEntry } from "./load.ts";

export type EntryWaker = EntryDeps & {
  /** Marks what was owed by calendar as done by an entry; saying it again changes nothing. */
  readonly fulfil: (done: Parameters<typeof fulfil>[1]) => ReturnType<typeof fulfil>;
};

/**
 * Tells what an entry shows to be done to whatever owed it: the object that it names, or the company where that is not on
 * the list (IPP-26, ECF-03). Killed before its last write it tells the same again, which changes nothing.
 */
export const wakeEntry = async (waker: EntryWaker, ref: EntryRef): Promise<void> => {
  const found = await loadEntry(waker, ref);
  if (found === undefined || !found.record.owes) return;
  const { org, id, policy } = found.record;
  for (const { object, ...shown } of fulfilledBy(found, found.entry)) {
    const done = { ...shown, org, policy: policy.id, by: { kind: "entry", id } };
    if (object === undefined || (await waker.fulfil({ ...done, object })) === "nothing") await waker.fulfil(done);
  }
  // overtaken: what was added meanwhile wakes it once more
  await waker.entries.save({ ...found.record, owes: false, wakeAt: undefined });
};
