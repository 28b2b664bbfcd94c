import { marksOf } from "../find/find.ts";
import type { Instant } from "../kernel/instant.ts";
import { Policy } from "../policy/policy.ts";
import { isQueued, rowOf, urgencyOf } from "./columns.ts";
import { memoryTallies } from "./memory-tallies.ts";
import type { Org, OrgStore } from "./org.ts";
import { CaseRecord, lastAt, numbersOf, type RecordRef, refOf } from "./record.ts";
import { rulebookOf } from "./rulebook.ts";
import { type Placed, placeOf, type RecordStore, type Span, shardOf, wakeShardOf } from "./store.ts";

const nameOf = ({ kind, org, id }: RecordRef): string => `${kind} ${org} ${id}`;

/** Companies and policies in memory, for tests and simulations. */
export const memoryOrgs = (): OrgStore => {
  const orgs = new Map<string, Org>();
  const inboxes = new Map<string, string>();
  const policies = new Map<string, { hash: string; policy: Policy }>();
  const counters = new Map<string, number>();
  return {
    tallies: memoryTallies(),
    org: async (id) => orgs.get(id),
    all: async () => [...orgs.keys()].sort(),
    atInbox: async (address) => orgs.get(inboxes.get(address.toLowerCase()) ?? ""),
    putOrg: async (org) => {
      const inbox = org.mailFrom.toLowerCase();
      if (!inboxes.has(inbox)) inboxes.set(inbox, org.id); // what comes in to it is that of whoever had it first
      orgs.set(org.id, org);
    },
    policy: async (org, { id, version }) => {
      const found = policies.get(`${org} ${id} ${version}`);
      if (found === undefined) throw new Error(`${org} never published ${id} v${version}`);
      return found.policy;
    },
    publish: async (org, { id, version, hash }, source) => {
      const name = `${org} ${id} ${version}`;
      const before = policies.get(name);
      if (before !== undefined) return before.hash === hash ? "same" : "different";
      policies.set(name, { hash, policy: Policy.parse(source) });
      return "published";
    },
    next: async (org, counter) => {
      const count = (counters.get(`${org} ${counter}`) ?? 0) + 1;
      counters.set(`${org} ${counter}`, count);
      return count;
    },
  };
};

const within = (places: readonly Placed[], { after, before, falling, limit }: Span): readonly Placed[] => {
  const between = places
    .filter(({ place }) => (after === undefined || place > after) && (before === undefined || place < before))
    .sort((a, b) => (a.place < b.place ? -1 : 1));
  return (falling === true ? between.reverse() : between).slice(0, limit);
};

/** Records in memory. Everything is copied in and out as text, so that nobody shares what was stored. */
export const memoryRecords = (orgs: Pick<OrgStore, "policy">): RecordStore => {
  const stored = new Map<string, string>();
  const all = (): CaseRecord[] => [...stored.values()].map((text) => CaseRecord.parse(JSON.parse(text)));
  const numbers = new Map<string, string>();
  const words = new Map<string, Set<string>>();
  const point = (record: CaseRecord, to: readonly string[]): void => {
    for (const word of to) {
      const places = words.get(`${record.org} ${word}`) ?? new Set();
      words.set(`${record.org} ${word}`, places.add(placeOf(record)));
    }
  };
  const rows = (org: string) =>
    Promise.all(
      all()
        .filter((record) => record.org === org)
        .map(async (record) => {
          const rulebook = await rulebookOf(orgs, record);
          return { record, rulebook, row: rowOf(rulebook, record) };
        }),
    );
  const found = (ref: RecordRef): CaseRecord | undefined => {
    const text = stored.get(nameOf(ref));
    return text === undefined ? undefined : CaseRecord.parse(JSON.parse(text));
  };
  const save: RecordStore["save"] = async (record) => {
    // looked at and written in one breath: an await in between would let two writers win
    if (found(record)?.version !== record.version) return "overtaken";
    stored.set(nameOf(record), JSON.stringify({ ...record, version: record.version + 1 }));
    return "saved";
  };
  return {
    load: async (ref) => found(ref),
    claim: async (org, policy, number, id) => {
      const name = `${org} ${policy} ${number}`;
      if ((numbers.get(name) ?? id) !== id) return "taken";
      numbers.set(name, id);
      return "claimed";
    },
    create: async (record) => {
      point(record, marksOf((await rulebookOf(orgs, record)).policy, record.timeline));
      if (stored.has(nameOf(record))) return "exists";
      stored.set(nameOf(record), JSON.stringify({ ...record, version: 1 }));
      return "created";
    },
    save,
    rewrite: (record) => save(record),
    remove: async (record) => {
      if (found(record)?.version !== record.version) return "overtaken";
      for (const number of numbersOf(record)) numbers.delete(`${record.org} ${record.policy.id} ${number}`);
      stored.delete(nameOf(record));
      return "removed";
    },
    due: async (shard, now) => {
      const asleep = all()
        .filter(
          (record): record is CaseRecord & { wakeAt: Instant } =>
            record.wakeAt !== undefined && wakeShardOf(record) === shard,
        )
        .sort((a, b) => (a.wakeAt < b.wakeAt ? -1 : 1));
      const refs = asleep.filter(({ wakeAt }) => wakeAt <= now);
      return { refs: refs.map(refOf), next: asleep.find(({ wakeAt }) => wakeAt > now)?.wakeAt, cursor: undefined };
    },
    queue: async (org, desk, span) => {
      const open = (await rows(org)).filter(({ rulebook, row }) => isQueued(rulebook, row) && row.desk === desk);
      return within(
        open.map(({ row }) => ({ place: `${urgencyOf(row)}#${row.id}`, row })),
        span,
      );
    },
    closed: async (org, month, span) =>
      within(
        (await rows(org)).flatMap(({ rulebook, row }) =>
          isQueued(rulebook, row) || row.closedAt?.startsWith(month) !== true
            ? []
            : [{ place: `${row.closedAt}#${row.id}`, row }],
        ),
        span,
      ),
    changed: async (day, shard) => {
      const items = all().filter((record) => lastAt(record).startsWith(day) && shardOf(record.id) === shard);
      return { items: items.map(refOf), cursor: undefined };
    },
    received: async (org, month, span) =>
      within(
        (await rows(org))
          .map(({ record, row }) => ({ place: placeOf(record), row }))
          .filter(({ place }) => place.startsWith(month)),
        span,
      ),
    point: async (record, to) => point(record, to),
    unpoint: async (record, from) => {
      for (const word of from) words.get(`${record.org} ${word}`)?.delete(placeOf(record));
    },
    pointed: async (org, to, { below, limit }) =>
      [...(words.get(`${org} ${to}`) ?? [])]
        .filter((place) => below === undefined || place < below)
        .sort()
        .reverse()
        .slice(0, limit),
    idOfNumber: async (org, policy, number) => numbers.get(`${org} ${policy} ${number}`),
  };
};
