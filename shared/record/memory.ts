import type { Instant } from "../kernel/instant.ts";
import { Policy } from "../policy/policy.ts";
import { queueRowOf } from "./columns.ts";
import type { Org, OrgStore } from "./org.ts";
import { CaseRecord, lastAt, type RecordRef, refOf } from "./record.ts";
import { rulebookOf } from "./rulebook.ts";
import { type RecordStore, shardOf } from "./store.ts";

const nameOf = ({ kind, org, id }: RecordRef): string => `${kind} ${org} ${id}`;

/** Companies and policies in memory, for tests and simulations. */
export const memoryOrgs = (): OrgStore => {
  const orgs = new Map<string, Org>();
  const policies = new Map<string, { hash: string; policy: Policy }>();
  const counters = new Map<string, number>();
  return {
    org: async (id) => orgs.get(id),
    putOrg: async (org) => void orgs.set(org.id, org),
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

/** Records in memory. Everything is copied in and out as text, so that nobody shares what was stored. */
export const memoryRecords = (orgs: Pick<OrgStore, "policy">): RecordStore => {
  const stored = new Map<string, string>();
  const all = (): CaseRecord[] => [...stored.values()].map((text) => CaseRecord.parse(JSON.parse(text)));
  const found = (ref: RecordRef): CaseRecord | undefined => {
    const text = stored.get(nameOf(ref));
    return text === undefined ? undefined : CaseRecord.parse(JSON.parse(text));
  };
  return {
    load: async (ref) => found(ref),
    create: async (record) => {
      if (stored.has(nameOf(record))) return "exists";
      stored.set(nameOf(record), JSON.stringify({ ...record, version: 1 }));
      return "created";
    },
    save: async (record) => {
      // looked at and written in one breath: an await in between would let two writers win
      if (found(record)?.version !== record.version) return "overtaken";
      stored.set(nameOf(record), JSON.stringify({ ...record, version: record.version + 1 }));
      return "saved";
    },
    due: async (shard, now) => {
      const asleep = all()
        .filter(
          (record): record is CaseRecord & { wakeAt: Instant } =>
            record.wakeAt !== undefined && shardOf(record.id) === shard,
        )
        .sort((a, b) => (a.wakeAt < b.wakeAt ? -1 : 1));
      const refs = asleep.filter(({ wakeAt }) => wakeAt <= now);
      return { refs: refs.map(refOf), next: asleep.find(({ wakeAt }) => wakeAt > now)?.wakeAt, cursor: undefined };
    },
    queue: async (org, desk, { limit, cursor }) => {
      const rows = [];
      for (const record of all().filter((one) => one.org === org)) {
        const row = queueRowOf(await rulebookOf(orgs, record), record);
        if (row?.desk === desk) rows.push(row);
      }
      rows.sort((a, b) => (a.urgency < b.urgency ? -1 : 1));
      const from = cursor === undefined ? 0 : Number(cursor);
      const items = rows.slice(from, from + limit).map(({ row }) => row);
      return { items, cursor: from + limit < rows.length ? String(from + limit) : undefined };
    },
    received: async (org, month) => {
      const items = all()
        .map((record) => ({ ref: refOf(record), at: record.timeline[0]?.at ?? "" }))
        .filter(({ ref, at }) => ref.org === org && at.startsWith(month))
        .sort((a, b) => (a.at < b.at ? -1 : 1));
      return { items: items.map(({ ref }) => ref), cursor: undefined };
    },
    changed: async (day, shard) => {
      const items = all().filter((record) => lastAt(record).startsWith(day) && shardOf(record.id) === shard);
      return { items: items.map(refOf), cursor: undefined };
    },
    idOfNumber: async (org, policy, number) =>
      all().find(
        ({ org: own, policy: under, timeline: [first] }) =>
          own === org && under.id === policy && first?.type === "received" && first.number === number,
      )?.id,
  };
};
