import type { Instant } from "../kernel/instant.ts";

/** What is counted together, across cases: one rule of a policy, about one subject, in one period. */
export type TallyKey = {
  readonly org: string;
  readonly policy: string;
  /** The construct that counts, e.g. `corrective.frequent-complaints`. */
  readonly rule: string;
  /** Whom or what it is about; no store spells it out in a key. */
  readonly subject: string;
  /** `2026-Q4`, or `all` where the window is no period of the calendar. */
  readonly period: string;
};

/** A case that is counted, and since when. */
export type Entry = { readonly member: string; readonly at: Instant };

/** Who is counted where: a set that is entered and left, so that the same case twice, or late, counts once. */
export type TallyStore = {
  /**
   * Enters a member unless it is in already, or so many others are; one update. Says whether it is in then, and who is,
   * in the order of their entry.
   */
  readonly enter: (
    key: TallyKey,
    entry: Entry,
    most?: number,
  ) => Promise<{ readonly in: boolean; readonly entries: readonly Entry[] }>;
  /** Takes a member out; nothing where it is not in. */
  readonly leave: (key: TallyKey, member: string) => Promise<void>;
  readonly read: (key: TallyKey) => Promise<readonly Entry[]>;
};
