import { nameless } from "../../privacy/forget-kept.ts";
import { fulfilledBy } from "../../register/fulfils.ts";
import { expiryOf } from "../../register/retention.ts";
import type { fulfil } from "../obligations/fulfil.ts";
import type { EntryRef } from "./entries.ts";
import { leaveOnly } from "./leave.ts";
import { type EntryDeps, type LoadedEntry, loadEntry } from "./load.ts";

export type EntryWaker = EntryDeps & {
  /** Marks what was owed by calendar as done by an entry; saying it again changes nothing. */
  readonly fulfil: (done: Parameters<typeof fulfil>[1]) => ReturnType<typeof fulfil>;
};

/** Takes what was typed out of an entry that its register has kept for as long as it may. */
const expire = async (waker: EntryWaker, found: LoadedEntry): Promise<void> => {
  const [at, now] = [expiryOf(found, found.entry), waker.now()];
  if (at === undefined || at > now) return;
  const timeline = nameless(found.policy, found.form, found.record.timeline);
  const event = { type: "forgotten", at: now, by: { kind: "system" }, what: "all" } as const;
  await leaveOnly(waker, found, { timeline, event }); // overtaken: what was added meanwhile wakes it once more
};

/**
 * Tells what an entry shows to be done to whatever owed it: the object that it names, or the company where that is not on
 * the list (IPP-26, ECF-03). Killed before its last write it tells the same again, which changes nothing.
 */
export const wakeEntry = async (waker: EntryWaker, ref: EntryRef): Promise<void> => {
  const found = await loadEntry(waker, ref);
  if (found === undefined) return;
  if (!found.record.owes) return expire(waker, found);
  const { org, id, policy } = found.record;
  for (const { object, ...shown } of fulfilledBy(found, found.entry)) {
    const done = { ...shown, org, policy: policy.id, by: { kind: "entry", id } };
    if (object === undefined || (await waker.fulfil({ ...done, object })) === "nothing") await waker.fulfil(done);
  }
  // overtaken: what was added meanwhile wakes it once more
  await waker.entries.save({ ...found.record, owes: false, wakeAt: expiryOf(found, found.entry) });
};
