import * as z from "zod";
import { PolicyRef } from "../../policy/policy.ts";
import { Slug } from "../../policy/terms.ts";
import { EntryEvent } from "../../register/event.ts";
import { type KeptStore, keptShape, type Mentioning } from "../kept.ts";
import type { Page } from "../store.ts";

/** An entry's own name. */
export const EntryId = z.string().regex(/^entry_[0-9a-hjkmnp-tv-z]{26}$/);

/** An entry of a register as it is stored: its events, and the regulation that it was written under, for life. */
export const EntryRecord = z.object({
  ...keptShape,
  kind: z.literal("entry"),
  id: EntryId,
  policy: PolicyRef,
  form: Slug,
  number: z.string().optional(),
  timeline: z.array(EntryEvent).min(1),
  /** It shows something to be done that nobody has been told yet. */
  owes: z.boolean().default(false),
});
export type EntryRecord = z.infer<typeof EntryRecord>;
export type EntryRef = Pick<EntryRecord, "org" | "id">;

/** The list in which the entries of a register stand. */
export const listOf = (policy: string, form: string): string => `${policy}/${form}`;

/** Whose open work an entry is that waits for somebody in a role. */
export const deskOf = (policy: string, role: string): string => `entries/${policy}/${role}`;

/** What an entry is found by: everything of a register about one subject, or everything that mentions a person. */
export type EntryMark = { readonly list: string; readonly subject: string } | Mentioning;

/** Entries, and where those about one subject are found. */
export type EntryStore = KeptStore<EntryRecord> & {
  /** Files an entry under what finds it; again is the same, and a name that leads nowhere is harmless. */
  readonly point: (record: EntryRecord, marks: readonly EntryMark[]) => Promise<void>;
  /** Takes an entry off what found it; what is not there is no trouble. */
  readonly unpoint: (record: EntryRecord, marks: readonly EntryMark[]) => Promise<void>;
  /** The entries filed under a mark, the last written first. */
  readonly pointed: (
    org: string,
    mark: EntryMark,
    span: { readonly limit: number; readonly cursor?: string | undefined },
  ) => Promise<Page<EntryRef>>;
};
