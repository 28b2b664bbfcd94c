import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { OrgId } from "../kernel/ids.ts";
import type { KeptRecord, KeptStore } from "../record/kept.ts";
import { ABSENT, known, overVersion, putIf } from "./documents.ts";
import { filedKeys, filedPk, keptKey, keptNamed, openKeys, openPk } from "./kept-keys.ts";
import { placeToWake } from "./survey-keys.ts";
import { indexes, type Key, wakeKeys, wakePk } from "./table.ts";

/** As many as DynamoDB answers at once. */
const A_BATCH = 100;

/** So many of a kind are looked at in a minute. */
const A_MINUTE = 100;

const nameOf = ({ pk }: Pick<Key, "pk">): string => pk;

/** The records of one kind in the table: a change is one read and one conditional write. */
export const tableKept = <S extends z.ZodObject>(
  client: DynamoDBDocumentClient,
  table: string,
  kind: KeptRecord["kind"],
  schema: S & z.ZodType<KeptRecord>,
): KeptStore<z.output<S> & KeptRecord> => {
  type T = z.output<S> & KeptRecord;
  const read = (item: Readonly<Record<string, unknown>>): T => known(schema, item) as T; // the schema's own output

  /** Those of a batch that DynamoDB left over are asked again. */
  const batch = async (keys: readonly Key[]): Promise<readonly T[]> => {
    const found: T[] = [];
    let left: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
    while (left.length > 0) {
      const { Responses, UnprocessedKeys } = await client.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: left } } }),
      );
      found.push(...(Responses?.[table] ?? []).map(read));
      left = UnprocessedKeys?.[table]?.Keys ?? [];
    }
    return found;
  };

  /** The records that a piece of an index names, in its order; what was moved on since is as it is now. */
  const listed = async (
    index: "queue" | "ledger",
    org: string,
    partition: string,
    { limit, cursor, lastFirst }: { limit: number; cursor?: string | undefined; lastFirst: boolean },
  ) => {
    const { pk: PK, sk: SK } = indexes[index];
    const after = cursor === undefined ? undefined : { ...keptNamed(kind, org, cursor), [PK]: partition, [SK]: cursor };
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: index,
        KeyConditionExpression: "#pk = :pk",
        ExpressionAttributeNames: { "#pk": PK },
        ExpressionAttributeValues: { ":pk": partition },
        ScanIndexForward: !lastFirst,
        Limit: Math.min(limit, A_BATCH),
        ExclusiveStartKey: after,
      }),
    );
    const keys = Items.map((item) => keptNamed(kind, org, z.string().parse(item[SK])));
    const found = new Map((await batch(keys)).map((one) => [nameOf(keptKey(kind, one)), one]));
    const items = keys.flatMap((key) => found.get(nameOf(key)) ?? []);
    return { items, cursor: z.string().optional().parse(LastEvaluatedKey?.[SK]) };
  };

  return {
    one: async (ref) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keptKey(kind, ref), ConsistentRead: true }),
      );
      return Item === undefined ? undefined : read(Item);
    },
    save: async (record) => {
      const { queue, wakeAt, version } = record;
      const item = {
        ...record,
        ...keptKey(kind, record),
        ...filedKeys(record),
        ...(queue === undefined ? {} : openKeys(record, queue)),
        ...(wakeAt === undefined ? {} : wakeKeys(record, wakeAt, kind)),
        version: version + 1,
      };
      return (await putIf(client, table, item, version === 0 ? ABSENT : overVersion(version))) ? "saved" : "overtaken";
    },
    filedIn: (org, list, month, span) =>
      listed("ledger", org, filedPk(kind, org, list, month), { ...span, lastFirst: true }),
    open: (org, desk, span) => listed("queue", org, openPk(kind, org, desk), { ...span, lastFirst: false }),
    due: async (now) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: "wake",
          KeyConditionExpression: "#pk = :pk",
          ExpressionAttributeNames: { "#pk": indexes.wake.pk },
          ExpressionAttributeValues: { ":pk": wakePk(kind) },
          Limit: A_MINUTE,
        }),
      );
      const places = Items.map((item) => placeToWake(z.string().parse(item[indexes.wake.sk])));
      const refs = places.filter(({ at }) => at <= now).map(({ org, id }) => ({ org: OrgId.parse(org), id }));
      return { refs, next: places.find(({ at }) => at > now)?.at };
    },
  };
};
