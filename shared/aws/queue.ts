import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import type { QueueRow } from "../record/columns.ts";
import type { Page } from "../record/store.ts";
import { indexes, queuePk } from "./table.ts";

const Row = z.object({
  id: z.string(),
  number: z.string(),
  state: z.string(),
  receivedAt: Instant,
  clock: z.string().optional(),
  due: Instant.optional(),
  category: z.string().optional(),
  evidenceComplete: z.boolean(),
});

const KeyPart = z.string().min(1).max(1000);
const Start = z.object({ pk: KeyPart, sk: KeyPart, queueSk: KeyPart });

const cursorOf = (key: Readonly<Record<string, unknown>> | undefined): string | undefined => {
  if (key === undefined) return undefined;
  const { pk, sk, queueSk } = Start.parse(key);
  return btoa(JSON.stringify([pk, sk, queueSk]));
};

/** Where a page begins; a cursor that we did not write begins at the beginning. It can name no other desk: the query's key decides that. */
const startOf = (partition: string, cursor: string | undefined) => {
  if (cursor === undefined) return undefined;
  try {
    const [pk, sk, queueSk] = z.tuple([KeyPart, KeyPart, KeyPart]).parse(JSON.parse(atob(cursor)));
    return { pk, sk, [indexes.queue.sk]: queueSk, [indexes.queue.pk]: partition };
  } catch {
    return undefined; // what cannot be read was not ours
  }
};

/** One page of a desk's open cases, most urgent first; costs what it shows, whatever the history. */
export const queuePage = async (
  client: DynamoDBDocumentClient,
  table: string,
  org: string,
  desk: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<Page<QueueRow>> => {
  const partition = queuePk(org, desk);
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: "queue",
      KeyConditionExpression: "#pk = :desk",
      ExpressionAttributeNames: { "#pk": indexes.queue.pk },
      ExpressionAttributeValues: { ":desk": partition },
      Limit: page.limit,
      ExclusiveStartKey: startOf(partition, page.cursor),
    }),
  );
  return { items: Items.map((item) => Row.parse(item)), cursor: cursorOf(LastEvaluatedKey) };
};
