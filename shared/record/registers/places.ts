import type { Refusal } from "../../case/fault.ts";
import { usedUp } from "../../case/quota.ts";
import { type Place, placesOf, sameAs } from "../../register/quota.ts";
import { takePlace } from "../place.ts";
import type { Entry, TallyKey } from "../tally.ts";
import type { EntryRecord } from "./entries.ts";
import { type EntryDeps, type LoadedEntry, loadEntry } from "./load.ts";

const keyOf = ({ org, policy }: EntryRecord, { quota, subject, period }: Place): TallyKey => ({
  org,
  policy: policy.id,
  rule: `quota.${quota.id}`,
  subject,
  period,
});

/** Whether an entry uses the place that it holds. */
const isUsed = async (deps: EntryDeps, { record }: LoadedEntry, place: Place, { member }: Entry): Promise<boolean> => {
  const found = await loadEntry(deps, { org: record.org, id: member });
  return found !== undefined && placesOf(found, found.entry).some((one) => sameAs(one, place));
};

const among = (places: readonly Place[], place: Place): boolean => places.some((one) => sameAs(one, place));

/** Gives back the places that an entry held before and does not any more. */
export const leavePlaces = async (deps: EntryDeps, before: readonly Place[], next: LoadedEntry): Promise<void> => {
  const now = placesOf(next, next.entry);
  for (const place of before.filter((one) => !among(now, one)))
    await deps.orgs.tallies.leave(keyOf(next.record, place), next.record.id);
};

/**
 * Takes the places that an entry needs as it would stand, all or none of the new ones, before it is saved; why not, when one
 * is used up (CAL-06).
 */
export const takePlaces = async (
  deps: EntryDeps,
  before: readonly Place[],
  next: LoadedEntry,
): Promise<Refusal | undefined> => {
  const taken: Place[] = [];
  for (const place of placesOf(next, next.entry).filter((one) => !among(before, one))) {
    const entry = { member: next.record.id, at: deps.now() };
    const used = (one: Entry) => isUsed(deps, next, place, one);
    if (await takePlace(deps.orgs.tallies, keyOf(next.record, place), entry, place.max, used)) {
      taken.push(place);
      continue;
    }
    for (const one of taken) await deps.orgs.tallies.leave(keyOf(next.record, one), next.record.id);
    return usedUp(place.quota, place.max ?? 0);
  }
  return undefined;
};
