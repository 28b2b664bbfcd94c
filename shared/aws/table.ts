import { CaseId, OrgId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { CaseRow } from "../record/columns.ts";
import type { RecordRef } from "../record/record.ts";
import type { Shard } from "../record/store.ts";

/**
 * Every question that Aftercare asks its one table, and the key that answers it. The stack makes the table and its
 * indexes from this file and the store makes its requests from it, so a question without a row here cannot be asked.
 *
 * | question | where |
 * |---|---|
 * | one record | `ORG#<org>#<kind>#<id>` / `RECORD` |
 * | the older events of a long record | `ORG#<org>#<kind>#<id>` / `TIMELINE#<n>` |
 * | the record with a number under a policy | `ORG#<org>#NUMBER#<policy>#<number>` / `ALIAS` |
 * | the records filed under a mark or word, last received first | `ORG#<org>#WORD#<digest>` / `<receivedAt>#<id>` |
 * | what a case adds to the figures of its regulation | `ORG#<org>#case#<id>` / `FIGURED` |
 * | the parts of a figure in a period, by the moment they count from | `ORG#<org>#KPI#<policy>#<kpi>#<period>` / `AT#<at>#<case or campaign>#<member>` |
 * | their sums by the hour or day, and what was written down for the period | `ORG#<org>#KPI#<policy>#<kpi>#<period>` / `GIVEN` … `PIECE#<hour or day>` |
 * | the entries of registers about a subject, last written first | `ORG#<org>#WORD#<digest>` / `<filedAt>#<id>` |
 * | the entries and inspections that mention somebody's number or address, last filed first | `ORG#<org>#WORD#<digest>` / `<filedAt>#<id>` |
 * | a company and its settings | `ORG#<org>` / `ORG` |
 * | all companies | index `wake`: `WAKE#ORGS` / `<org>` |
 * | which holiday calendars a company misses, and whether it was told today | `ORG#<org>` / `CALENDARS` |
 * | the earlier looks of its letters, the last first | `ORG#<org>#LOOKS` / `<version>` |
 * | one published version of a regulation | `ORG#<org>#POLICY#<id>#<version>` / `POLICY` |
 * | the next figure of a counter | `ORG#<org>#COUNTER#<counter>` / `COUNTER` |
 * | which cases are counted together for a rule | `ORG#<org>#TALLY#<policy>#<rule>#<period>#<digest>` / `TALLY` |
 * | the order to erase one person's data | `ORG#<org>#ERASURE#<id>` / `ORDER` |
 * | a page of the cases that it found, and what came of each | `ORG#<org>#ERASURE#<id>` / `PAGE#<n>` |
 * | records of a shard to wake before T, oldest first; those to erase are a shard | index `wake`: `WAKE#<shard>` / `<wakeAt>#<org>#<id>` |
 * | orders that have not gone through all cases, oldest first | index `wake`: `WAKE#ORDERS` / `<at>#<org>#<id>` |
 * | the campaigns of a company, the last planned first | `ORG#<org>#CAMPAIGNS` / `<plannedAt>#<id>` |
 * | the customers of a company | `ORG#<org>#CUSTOMERS` / `<id>` |
 * | whether nothing is sent to an address any more | `ORG#<org>#SUPPRESSED#<digest>` / `SUPPRESSED` |
 * | the addresses that nothing is, or was, sent to, the last closed first | `ORG#<org>#SUPPRESSED` / `<at>#<digest>` |
 * | the company that an address belongs to | `INBOX#<address>` / `INBOX` |
 * | the mails that a sender sent in an hour | `ORG#<org>#SENDER#<digest>` / `HOUR#<hour>` |
 * | whether a sender was answered | `ORG#<org>#SENDER#<digest>` / `ANSWERED` |
 * | the invitations of a campaign | `ORG#<org>#campaign#<id>` / `INVITATION#<id>` |
 * | campaigns to look at before T | index `wake`: `WAKE#campaigns` / `<wakeAt>#<org>#<id>` |
 * | invitations of a campaign with a mail due before T | index `wake`: `WAKE#<campaign>` / `<nextAt>#<org>#<id>` |
 * | what a regulation asks of the company itself, and until when it is planned | `ORG#<org>#HOUSE` / `@<policy>` |
 * | the objects under a schedule | `ORG#<org>#UNDER#<policy>#<schedule>` / `<id>` |
 * | what a schedule asks for with a window that ends in a month | index `ledger`: `LEDGER#<org>#duty:<policy>:<schedule>#<month>` / `<last day>#<object>/<id>` |
 * | what a company visits again and again | `ORG#<org>#VISITED` / `<id>` |
 * | the visits of an object whose windows end from a day on | `ORG#<org>#visited#<object>` / `<last day>-<n>.<schedule>` |
 * | the plan of visits of a year | `ORG#<org>#VISIT-PLAN#<policy>#<schedule>` / `<year>` |
 * | visits to remind of, or missed, before T | index `wake`: `WAKE#visits` / `<wakeAt>#<org>#<object>/<visit>` |
 * | objects whose visits are to be planned before T | index `wake`: `WAKE#visited` / `<wakeAt>#<org>#<object>` |
 * | the open visits of a person or a role, the first first | index `queue`: `QUEUE#<org>#visits:<list>` / `<opensAt>#<object>/<visit>` |
 * | one kept record: an inspection, an entry of a register, a report … | `ORG#<org>#<kind>#<id>` / `RECORD` |
 * | kept records filed in a list in a month, the last first | index `ledger`: `LEDGER#<org>#<kind>:<list>#<month>` / `<at>#<id>` |
 * | the open kept records of a desk, the earliest first | index `queue`: `QUEUE#<org>#<kind>:<desk>` / `<at>#<id>` |
 * | kept records to look at before T | index `wake`: `WAKE#<kind>` / `<wakeAt>#<org>#<id>` |
 * | open work of a desk, most urgent first | index `queue`: `QUEUE#<org>#<desk>` / `<urgency>#<id>` |
 * | cases closed in a month, in the order of closing | index `queue`: `QUEUE#<org>#closed:<month>` / `<closedAt>#<id>` |
 * | records of a kind received in a month | index `ledger`: `LEDGER#<org>#<kind>#<month>` / `<receivedAt>#<id>` |
 * | records that something happened to on a day, and nothing since | index `changed`: `CHANGED#<day>#<shard>` / `<org>#<id>` |
 *
 * A word is digested with a key of its company's, so that nothing a customer said can be read off a key.
 * Kinds are spelled small and the words of this file in capitals, so no two questions share a key.
 */
export const table = { pk: "pk", sk: "sk", expiresAt: "expiresAt" } as const;

/** The columns of a list; the compiler refuses one that is missing. */
const columns = {
  id: 0,
  policy: 0,
  number: 0,
  state: 0,
  receivedAt: 0,
  closedAt: 0,
  clock: 0,
  due: 0,
  caseKind: 0,
  category: 0,
  evidenceComplete: 0,
  desk: 0,
  handler: 0,
  reporter: 0,
  phone: 0,
  visitors: 0,
} as const satisfies Record<keyof CaseRow, 0>;

/**
 * The indexes. All are sparse: only an item that carries the index's keys is in it, and paid for. The keys of `ledger`
 * never change, so a change pays one write for it, and only where it changes what a list shows; those of `changed` change
 * once a day at most.
 */
export const indexes = {
  wake: { pk: "wakePk", sk: "wakeSk", columns: undefined },
  queue: { pk: "queuePk", sk: "queueSk", columns: Object.keys(columns) },
  ledger: { pk: "ledgerPk", sk: "ledgerSk", columns: Object.keys(columns) },
  changed: { pk: "changedPk", sk: "changedSk", columns: undefined },
} as const;

export type Key = { readonly pk: string; readonly sk: string };

/** Joins the parts of a key. @throws on a part that is empty or holds the separator: it would answer another question. */
export const join = (...parts: readonly (string | number)[]): string => {
  for (const part of parts) {
    if (part === "" || String(part).includes("#")) throw new Error(`"${part}" cannot be part of a key`);
  }
  return parts.join("#");
};

const recordPk = ({ org, kind, id }: RecordRef): string => join("ORG", org, kind, id);

/** One record, whole. */
export const recordKey = (ref: RecordRef): Key => ({ pk: recordPk(ref), sk: "RECORD" });

/** The n-th part that was moved out of a record too long for one item; in order under the record's own `pk`. */
export const timelineKey = (ref: RecordRef, n: number): Key => ({
  pk: recordPk(ref),
  sk: join("TIMELINE", String(n).padStart(6, "0")),
});

/** Which record has this number; written before the record. Each policy counts for itself, so two may give the same one. */
export const numberKey = (org: string, policy: string, number: string): Key => ({
  pk: join("ORG", org, "NUMBER", policy, number),
  sk: "ALIAS",
});

/** The partition of everything that is filed under one mark or word, which stands there as a digest. */
export const wordPk = (org: string, digest: string): string => join("ORG", org, "WORD", digest);

/** A company and its settings. */
export const orgKey = (org: string): Key => ({ pk: join("ORG", org), sk: "ORG" });

/** The partition of the wake index that holds every company. */
export const orgsPk = join("WAKE", "ORGS");

/** Where a company stands among all. */
export const orgsKeys = (org: string): { wakePk: string; wakeSk: string } => ({ wakePk: orgsPk, wakeSk: join(org) });

/** Which holiday calendars a company misses. */
export const calendarsKey = (org: string): Key => ({ pk: join("ORG", org), sk: "CALENDARS" });

/** One published version of a regulation; never overwritten. */
export const policyKey = (org: string, id: string, version: number): Key => ({
  pk: join("ORG", org, "POLICY", id, version),
  sk: "POLICY",
});

/** A counter that never gives a figure twice; a partition of its own, so that one busy counter slows nothing else. */
export const counterKey = (org: string, counter: string): Key => ({
  pk: join("ORG", org, "COUNTER", counter),
  sk: "COUNTER",
});

/** Which cases are counted together: for one rule, about one subject (by its digest), in one period. */
export const tallyKey = (org: string, policy: string, rule: string, period: string, digest: string): Key => ({
  pk: join("ORG", org, "TALLY", policy, rule, period, digest),
  sk: "TALLY",
});

/** The partition of the wake index that a schedule reads. */
export const wakePk = (shard: Shard): string => join("WAKE", shard);

/** When a record must next be looked at; instants sort as texts because they are all UTC with milliseconds. */
export const wakeKeys = (
  ref: { readonly org: string; readonly id: string },
  wakeAt: Instant,
  shard: Shard,
): { wakePk: string; wakeSk: string } => ({
  wakePk: wakePk(shard),
  wakeSk: join(wakeAt, ref.org, ref.id),
});

/** The partition of the queue index that holds one desk's open work. */
export const queuePk = (org: string, desk: string): string => join("QUEUE", org, desk);

/** The place of an open record in its desk's list: `urgency` sorts as a text, the smallest first. */
export const queueKeys = (
  org: string,
  desk: string,
  urgency: string,
  id: string,
): { queuePk: string; queueSk: string } => ({ queuePk: queuePk(org, desk), queueSk: join(urgency, id) });

/** The partition of the ledger that holds what was received in a month, `2026-11` in UTC. */
export const ledgerPk = (org: string, kind: string, month: string): string => join("LEDGER", org, kind, month);

/** Where a record stands in the ledger for good. */
export const ledgerKeys = (
  { org, kind, id }: RecordRef,
  receivedAt: Instant,
): { ledgerPk: string; ledgerSk: string } => ({
  ledgerPk: ledgerPk(org, kind, receivedAt.slice(0, 7)),
  ledgerSk: join(receivedAt, id),
});

/** The partition of records that something last happened to on a day of UTC. */
export const changedPk = (day: string, shard: number): string => join("CHANGED", day, shard);

/** Where a record lies until something happens to it on another day. */
export const changedKeys = (
  { org, id }: RecordRef,
  lastAt: Instant,
  shard: number,
): { changedPk: string; changedSk: string } => ({
  changedPk: changedPk(lastAt.slice(0, 10), shard),
  changedSk: join(org, id),
});

/** The record that a `pk` speaks of: the wake index holds keys only. @throws on a `pk` of anything else. */
export const refOfKey = (pk: string): RecordRef => {
  const [word, org, kind, id, ...rest] = pk.split("#");
  if (word !== "ORG" || kind !== "case" || rest.length > 0) throw new Error(`"${pk}" is not the key of a record`);
  return { kind, org: OrgId.parse(org), id: CaseId.parse(id) };
};
