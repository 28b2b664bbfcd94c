import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { receiptOf } from "../case/case.ts";
import type { Rulebook } from "../case/clocks.ts";
import { marksOf } from "../find/find.ts";
import { Instant } from "../kernel/instant.ts";
import { type CaseRow, closedList, isQueued, rowOf, urgencyOf } from "../record/columns.ts";
import type { OrgStore } from "../record/org.ts";
import { CaseRecord, lastAt, numbersOf } from "../record/record.ts";
import { rulebookOf } from "../record/rulebook.ts";
import { placeOf, type RecordStore, shardOf, wakeShardOf } from "../record/store.ts";
import { ABSENT, overVersion, putIf, unlessOtherwise } from "./documents.ts";
import { changedOn, listed } from "./lists.ts";
import { gather, respill, spill, sweep, withoutParts } from "./spill.ts";
import {
  changedKeys,
  indexes,
  ledgerKeys,
  ledgerPk,
  numberKey,
  queueKeys,
  queuePk,
  recordKey,
  refOfKey,
  wakeKeys,
  wakePk,
  wordPk,
} from "./table.ts";
import { deleteEach, digests, pointedAt, putAll, putEach } from "./words.ts";

/** As many keys as half a read unit holds: what a look at a quiet shard costs. */
const KEYS_A_QUERY = 25;

const Stored = CaseRecord.omit({ timeline: true }).extend({ timeline: z.array(z.unknown()) });

/** A record read back: every shape that was ever stored must pass here (test/store/old-records). */
export const readItem = (item: Readonly<Record<string, unknown>>, older: readonly unknown[]): CaseRecord => {
  const known = Object.fromEntries(Object.keys(Stored.shape).map((name) => [name, item[name]]));
  const stored = Stored.parse(known);
  return CaseRecord.parse({ ...stored, timeline: [...older, ...stored.timeline] });
};

const begunWith = ({ timeline: [first] }: CaseRecord) => {
  if (first?.type !== "received") throw new Error("a case begins with its receipt");
  return first;
};

/** Open, on the list of its desk; closed, on that of the month in which it was: the same index, and one write either way. */
const placed = (rulebook: Rulebook, org: string, row: CaseRow) => {
  if (isQueued(rulebook, row)) return queueKeys(org, row.desk, urgencyOf(row), row.id);
  return row.closedAt === undefined ? {} : queueKeys(org, closedList(row.closedAt.slice(0, 7)), row.closedAt, row.id);
};

const WakeKey = z.object({ pk: z.string(), wakeSk: z.string() });

/** Records in the table: one item each, one read and one conditional write a change. */
export const tableRecords = (
  client: DynamoDBDocumentClient,
  table: string,
  orgs: Pick<OrgStore, "policy" | "org">,
): RecordStore => {
  const digestOf = digests(orgs);

  /** The item of a record's next version, with the keys by which indexes find it. */
  const itemOf = async (record: CaseRecord) => {
    const kept = await spill(client, table, record);
    const rulebook = await rulebookOf(orgs, record);
    const row = rowOf(rulebook, record);
    return {
      ...recordKey(record),
      ...ledgerKeys(record, receiptOf(begunWith(record))),
      ...changedKeys(record, lastAt(record), shardOf(record.id)),
      ...(record.wakeAt === undefined ? {} : wakeKeys(record, record.wakeAt, wakeShardOf(record))),
      ...row,
      ...placed(rulebook, record.org, row),
      ...record,
      ...kept,
      version: record.version + 1,
    };
  };

  const wordItems = async (record: CaseRecord, to: readonly string[]) => {
    const digest = await digestOf(record.org);
    return to.map((word) => ({ pk: wordPk(record.org, digest(word)), sk: placeOf(record) }));
  };

  const put = async (record: CaseRecord, condition: object): Promise<boolean> =>
    putIf(client, table, await itemOf(record), condition);

  return {
    load: async (ref) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: recordKey(ref), ConsistentRead: true }),
      );
      if (Item === undefined) return undefined;
      const parts = Array.isArray(Item.parts) ? Item.parts.length : 0;
      return readItem(Item, parts === 0 ? [] : await gather(client, table, ref, parts));
    },

    claim: async (org, policy, number, id) => {
      const alias = { ...numberKey(org, policy, number), id };
      const own = {
        ConditionExpression: "attribute_not_exists(pk) OR #id = :id",
        ExpressionAttributeNames: { "#id": "id" },
        ExpressionAttributeValues: { ":id": id },
      };
      return (await putIf(client, table, alias, own)) ? "claimed" : "taken";
    },

    create: async (record) => {
      const marks = marksOf((await rulebookOf(orgs, record)).policy, record.timeline);
      await putEach(client, table, await wordItems(record, marks));
      return (await put(record, ABSENT)) ? "created" : "exists";
    },

    save: async (record) => ((await put(record, overVersion(record.version))) ? "saved" : "overtaken"),

    rewrite: async (record) => {
      await respill(client, table, record);
      return (await put(record, overVersion(record.version))) ? "saved" : "overtaken";
    },

    remove: async (record) => {
      const last = withoutParts(record);
      if (last !== record && !(await put(last, overVersion(record.version)))) return "overtaken";
      await sweep(client, table, record);
      await deleteEach(
        client,
        table,
        numbersOf(record).map((number) => numberKey(record.org, record.policy.id, number)),
      );
      const version = last === record ? record.version : record.version + 1;
      const own = { Key: recordKey(record), ...overVersion(version) };
      const removed = await unlessOtherwise(client.send(new DeleteCommand({ TableName: table, ...own })));
      return removed === undefined ? "overtaken" : "removed";
    },

    due: async (shard, now, cursor) => {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: "wake",
          KeyConditionExpression: "#pk = :shard",
          ExpressionAttributeNames: { "#pk": indexes.wake.pk },
          ExpressionAttributeValues: { ":shard": wakePk(shard) },
          Limit: KEYS_A_QUERY,
          ExclusiveStartKey: cursor === undefined ? undefined : JSON.parse(cursor),
        }),
      );
      const rows = Items.map((item) => WakeKey.parse(item)).map(({ pk, wakeSk }) => ({
        ref: refOfKey(pk),
        at: Instant.parse(wakeSk.split("#")[0]),
      }));
      const later = rows.find(({ at }) => at > now)?.at;
      return {
        refs: rows.filter(({ at }) => at <= now).map(({ ref }) => ref),
        next: later,
        cursor: later !== undefined || LastEvaluatedKey === undefined ? undefined : JSON.stringify(LastEvaluatedKey),
      };
    },

    queue: (org, desk, span) => listed(client, table, "queue", queuePk(org, desk), span),

    received: (org, month, span) => listed(client, table, "ledger", ledgerPk(org, "case", month), span),

    closed: (org, month, span) => listed(client, table, "queue", queuePk(org, closedList(month)), span),

    changed: (day, shard, cursor) => changedOn(client, table, day, shard, cursor),

    point: async (record, to) => putAll(client, table, await wordItems(record, to)),

    unpoint: async (record, from) => deleteEach(client, table, await wordItems(record, from)),

    pointed: async (org, to, span) => pointedAt(client, table, org, (await digestOf(org))(to), span),

    idOfNumber: async (org, policy, number) => {
      if (number === "" || number.includes("#")) return undefined; // a number that was typed in, and that no case can have
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: numberKey(org, policy, number) }));
      return z.object({ id: z.string() }).optional().parse(Item)?.id;
    },
  };
};
