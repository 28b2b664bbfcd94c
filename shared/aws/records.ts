import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import { queueRowOf } from "../record/columns.ts";
import type { OrgStore } from "../record/org.ts";
import { CaseRecord, lastAt } from "../record/record.ts";
import { rulebookOf } from "../record/rulebook.ts";
import { type RecordStore, shardOf } from "../record/store.ts";
import { isConditionFailed } from "./documents.ts";
import { keyPages } from "./ledger.ts";
import { queuePage } from "./queue.ts";
import { gather, spill } from "./spill.ts";
import {
  changedKeys,
  indexes,
  ledgerKeys,
  numberKey,
  queueKeys,
  recordKey,
  refOfKey,
  wakeKeys,
  wakePk,
} from "./table.ts";

/** As many keys as half a read unit holds: what a look at a quiet shard costs. */
const KEYS_A_QUERY = 25;

const Stored = CaseRecord.omit({ timeline: true }).extend({ timeline: z.array(z.unknown()) });

/** A record read back: every shape that was ever stored must pass here (test/store/old-records). */
export const readItem = (item: Readonly<Record<string, unknown>>, older: readonly unknown[]): CaseRecord => {
  const known = Object.fromEntries(Object.keys(Stored.shape).map((name) => [name, item[name]]));
  const stored = Stored.parse(known);
  return CaseRecord.parse({ ...stored, timeline: [...older, ...stored.timeline] });
};

const receiptOf = ({ timeline: [first] }: CaseRecord) => {
  if (first?.type !== "received") throw new Error("a case begins with its receipt");
  return first;
};

const WakeKey = z.object({ pk: z.string(), wakeSk: z.string() });

/** Records in the table: one item each, one read and one conditional write a change. */
export const tableRecords = (
  client: DynamoDBDocumentClient,
  table: string,
  orgs: Pick<OrgStore, "policy">,
): RecordStore => {
  /** The item of a record's next version, with the keys by which indexes find it. */
  const itemOf = async (record: CaseRecord) => {
    const kept = await spill(client, table, record);
    const listed = queueRowOf(await rulebookOf(orgs, record), record);
    return {
      ...recordKey(record),
      ...ledgerKeys(record, receiptOf(record).at),
      ...changedKeys(record, lastAt(record), shardOf(record.id)),
      ...(record.wakeAt === undefined ? {} : wakeKeys(record, record.wakeAt, shardOf(record.id))),
      ...(listed === undefined
        ? {}
        : { ...listed.row, ...queueKeys(record.org, listed.desk, listed.urgency, record.id) }),
      ...record,
      ...kept,
      version: record.version + 1,
    };
  };

  const put = async (record: CaseRecord, condition: object): Promise<boolean> => {
    try {
      await client.send(new PutCommand({ TableName: table, Item: await itemOf(record), ...condition }));
      return true;
    } catch (error) {
      if (isConditionFailed(error)) return false;
      throw error;
    }
  };

  return {
    load: async (ref) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: recordKey(ref), ConsistentRead: true }),
      );
      if (Item === undefined) return undefined;
      const parts = Array.isArray(Item.parts) ? Item.parts.length : 0;
      return readItem(Item, parts === 0 ? [] : await gather(client, table, ref, parts));
    },

    create: async (record) => {
      // before the record: an alias to nothing is harmless, a case that its number does not find is not
      const alias = { ...numberKey(record.org, record.policy.id, receiptOf(record).number), id: record.id };
      await client.send(new PutCommand({ TableName: table, Item: alias }));
      return (await put(record, { ConditionExpression: "attribute_not_exists(pk)" })) ? "created" : "exists";
    },

    save: async (record) => {
      const unchanged = {
        ConditionExpression: "#version = :read",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: { ":read": record.version },
      };
      return (await put(record, unchanged)) ? "saved" : "overtaken";
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

    queue: (org, desk, page) => queuePage(client, table, org, desk, page),

    ...keyPages(client, table),

    idOfNumber: async (org, policy, number) => {
      if (number === "" || number.includes("#")) return undefined; // a number that was typed in, and that no case can have
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: numberKey(org, policy, number) }));
      return z.object({ id: z.string() }).optional().parse(Item)?.id;
    },
  };
};
