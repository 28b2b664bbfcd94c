import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { RecordRef } from "../record/record.ts";
import type { Page } from "../record/store.ts";
import { changedPk, indexes, ledgerPk, refOfKey } from "./table.ts";

/** As many keys as a query answers at a time; whoever asks loads the records themselves. */
const KEYS_A_PAGE = 500;

/** One page of a partition of an index that holds keys only. Costs what it holds, whatever the history. */
const keysPage = async (
  client: DynamoDBDocumentClient,
  table: string,
  index: "ledger" | "changed",
  partition: string,
  cursor: string | undefined,
): Promise<Page<RecordRef>> => {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: index,
      KeyConditionExpression: "#pk = :partition",
      ExpressionAttributeNames: { "#pk": indexes[index].pk },
      ExpressionAttributeValues: { ":partition": partition },
      Limit: KEYS_A_PAGE,
      ExclusiveStartKey: cursor === undefined ? undefined : JSON.parse(cursor),
    }),
  );
  const items = Items.map((item) => refOfKey(z.object({ pk: z.string() }).parse(item).pk));
  return { items, cursor: LastEvaluatedKey === undefined ? undefined : JSON.stringify(LastEvaluatedKey) };
};

/** What is asked of the two indexes that say which records there are, not what is in them. */
export const keyPages = (client: DynamoDBDocumentClient, table: string) => ({
  /** Which cases came in during a month (UTC), in the order of their receipt. */
  received: (org: string, month: string, cursor?: string): Promise<Page<RecordRef>> =>
    keysPage(client, table, "ledger", ledgerPk(org, "case", month), cursor),
  /** To which records something last happened on a day (UTC). */
  changed: (day: string, shard: number, cursor?: string): Promise<Page<RecordRef>> =>
    keysPage(client, table, "changed", changedPk(day, shard), cursor),
});
