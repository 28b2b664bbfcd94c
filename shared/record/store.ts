import { receiptOf } from "../case/case.ts";
import type { CampaignId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { CaseRow } from "./columns.ts";
import type { KeptKind } from "./kept.ts";
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

/** A row and its place in a list; places sort as texts. */
export type Placed = { readonly place: string; readonly row: CaseRow };

/** A piece of a list: places between two others, neither of them included. */
export type Span = {
  readonly after?: string | undefined;
  readonly before?: string | undefined;
  /** From the last place to the first. */
  readonly falling?: boolean | undefined;
  /** Fewer answers mean that the list ends there. */
  readonly limit: number;
};

/** What a store of records promises; test/store holds memory and DynamoDB to the same contract. */
export type RecordStore = {
  readonly load: (ref: RecordRef) => Promise<CaseRecord | undefined>;
  /**
   * Makes a number of a policy lead to a case, for good. `taken`: it leads to another one. Done before the case is there:
   * a number that leads to nothing is harmless, a case that its number does not find is not.
   */
  readonly claim: (org: string, policy: string, number: string, id: string) => Promise<"claimed" | "taken">;
  /** Writes version 1, unless there is such a record already. */
  readonly create: (record: CaseRecord) => Promise<"created" | "exists">;
  /** Writes version N+1 over version N of the record given, and nothing over anything else. */
  readonly save: (record: CaseRecord) => Promise<"saved" | "overtaken">;
  /** Like `save`, and writes anew what was moved out of a long record too: its events are told otherwise now. */
  readonly rewrite: (record: CaseRecord) => Promise<"saved" | "overtaken">;
  /** Deletes the record, unless it has another version by now, and everything that was written for it. */
  readonly remove: (record: CaseRecord) => Promise<"removed" | "overtaken">;
  /** One query, also when nothing is due. */
  readonly due: (shard: CaseShard, now: Instant, cursor?: string) => Promise<Due>;
  /** Open work of one department, most urgent first; a place is `urgencyOf` and the id. */
  readonly queue: (org: string, desk: string, span: Span) => Promise<readonly Placed[]>;
  /** What was received in a month of UTC, `2026-11`, in the order of receipt; a place is `placeOf`. */
  readonly received: (org: string, month: string, span: Span) => Promise<readonly Placed[]>;
  /**
   * What was closed in a month of UTC and is closed still, in the order of closing; a place is the moment and the id. Costs
   * what it shows, whenever those cases came in (CCF-28).
   */
  readonly closed: (org: string, month: string, span: Span) => Promise<readonly Placed[]>;
  /**
   * Files a record under marks and words; again is the same. What it is filed under is spelt in no key. A new record is
   * filed under its marks before it is there, so that nothing that can be read cannot be found.
   */
  readonly point: (record: CaseRecord, to: readonly string[]) => Promise<void>;
  /** Takes a record out of everything that it was filed under by these; what it is not filed under is no trouble. */
  readonly unpoint: (record: CaseRecord, from: readonly string[]) => Promise<void>;
  /** What is filed under a mark or word, the last received first, below a place. */
  readonly pointed: (
    org: string,
    to: string,
    span: { readonly below: string | undefined; readonly limit: number },
  ) => Promise<readonly string[]>;
  /**
   * The records to which something happened on a day of UTC, `2026-11-21`, and nothing on a later one; in no order. The
   * parts are those of the wake index.
   */
  readonly changed: (day: string, shard: number, cursor?: string) => Promise<Page<RecordRef>>;
  readonly idOfNumber: (org: string, policy: string, number: string) => Promise<string | undefined>;
};

/** Where a record stands among those of its company: by its receipt, then by its id. */
export const placeOf = ({ id, timeline: [first] }: Pick<CaseRecord, "id" | "timeline">): string => {
  if (first?.type !== "received") throw new Error("a case begins with its receipt");
  return `${receiptOf(first)}#${id}`;
};

/** The record at a place; undefined for what is no place. */
export const idAt = (place: string): string | undefined => place.split("#")[1];

/** A part of the wake index in which cases lie: one of those by number, or that of cases which wait to be erased. */
export type CaseShard = number | "erasure";

/** Any part of the wake index: that of campaigns, that of one campaign's mails by its id, those of visits and of what is visited. */
export type Shard = CaseShard | "campaigns" | CampaignId | "visits" | "visited" | KeptKind;

/** How many parts the wake index has; each is read by its own schedule. */
export const SHARDS = 2;

/** The part of the wake index in which a record is found: a spread of its id. */
export const shardOf = (id: string): number =>
  [...id].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 65_521, 7) % SHARDS;

/** The part of the wake index in which a record lies now. */
export const wakeShardOf = ({ id, wakeFor }: Pick<CaseRecord, "id" | "wakeFor">): CaseShard => wakeFor ?? shardOf(id);
