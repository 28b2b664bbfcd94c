import type { Instant, Now } from "../../kernel/instant.ts";
import { registerOf } from "../../policy/register-form.ts";
import { type Entry, type EntryGround, entryOf } from "../../register/entry.ts";
import type { Deps } from "../change.ts";
import { filedBetween } from "../kept.ts";
import type { OrgStore } from "../org.ts";
import { rulebookOf } from "../rulebook.ts";
import { type EntryRecord, type EntryRef, type EntryStore, listOf } from "./entries.ts";

export type EntryDeps = {
  readonly entries: EntryStore;
  readonly orgs: OrgStore;
  readonly now: Now;
  readonly pause?: Deps["pause"];
};

/** An entry with the register and the regulation that it was written under. */
export type LoadedEntry = EntryGround & { readonly record: EntryRecord; readonly entry: Entry };

/** @throws when its regulation keeps no such register: a published version never changes. */
export const readEntry = async ({ orgs }: Pick<EntryDeps, "orgs">, record: EntryRecord): Promise<LoadedEntry> => {
  const { policy, calendar } = await rulebookOf(orgs, record);
  const form = registerOf(policy, record.form);
  if (form === undefined) throw new Error(`entry ${record.id} has lost its register ${record.form}`);
  return { policy, calendar, form, record, entry: entryOf({ policy, form }, record.timeline) };
};

export const loadEntry = async (
  deps: Pick<EntryDeps, "entries" | "orgs">,
  ref: EntryRef,
): Promise<LoadedEntry | undefined> => {
  const record = await deps.entries.one(ref);
  return record === undefined ? undefined : readEntry(deps, record);
};

/** Which entries: of one register of a regulation, written from a moment on and before another. */
type Asked = {
  readonly org: string;
  readonly policy: string;
  readonly form: string;
  readonly from: Instant;
  readonly to: Instant;
};

/**
 * The entries of a register that were written between two moments, the first first, whatever has become of them: their
 * `entry.state` says so. Costs what those months hold.
 */
export const entriesOf = async (
  deps: Pick<EntryDeps, "orgs"> & { readonly entries: Pick<EntryStore, "filedIn"> },
  { org, policy, form, from, to }: Asked,
): Promise<readonly LoadedEntry[]> => {
  const found = await filedBetween(deps.entries, org, listOf(policy, form), [from, to]);
  return Promise.all(found.map((record) => readEntry(deps, record)));
};
