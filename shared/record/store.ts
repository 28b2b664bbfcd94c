import type { Instant } from "../kernel/instant.ts";
import type { QueueRow } from "./columns.ts";
import type { CaseRecord, RecordRef } from "./record.ts";

type Due = {
  /** Records to wake, the longest overdue first. */
  readonly refs: readonly RecordRef[];
  /** When the first record that is not due yet must be woken; undefined when the shard holds none. */
  readonly next: Instant | undefined;
  /** Where to go on when more may be due. */
  readonly cursor: string | undefined;
};

export type Page<T> = { readonly items: readonly T[]; readonly cursor: string | undefined };

/** What a store of records promises; test/store holds memory and DynamoDB to the same contract. */
export type RecordStore = {
  readonly load: (ref: RecordRef) => Promise<CaseRecord | undefined>;
  /** Writes version 1, unless there is such a record already. */
  readonly create: (record: CaseRecord) => Promise<"created" | "exists">;
  /** Writes version N+1 over version N of the record given, and nothing over anything else. */
  readonly save: (record: CaseRecord) => Promise<"saved" | "overtaken">;
  /** One query, also when nothing is due. */
  readonly due: (shard: number, now: Instant, cursor?: string) => Promise<Due>;
  /** Open work of one department, most urgent first. */
  readonly queue: (
    org: string,
    desk: string,
    page: { limit: number; cursor?: string | undefined },
  ) => Promise<Page<QueueRow>>;
  /** What was received in a month of UTC, `2026-11`, in the order of receipt. */
  readonly received: (org: string, month: string, cursor?: string) => Promise<Page<RecordRef>>;
  /**
   * The records to which something happened on a day of UTC, `2026-11-21`, and nothing on a later one; in no order. The
   * parts are those of the wake index.
   */
  readonly changed: (day: string, shard: number, cursor?: string) => Promise<Page<RecordRef>>;
  readonly idOfNumber: (org: string, policy: string, number: string) => Promise<string | undefined>;
};

/** How many parts the wake index has; each is read by its own schedule. */
export const SHARDS = 2;

/** The part of the wake index in which a record is found: a spread of its id. */
export const shardOf = (id: string): number =>
  [...id].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 65_521, 7) % SHARDS;
