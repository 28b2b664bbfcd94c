import { createHmac } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import {
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  PutCommand,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { OrgStore } from "../record/org.ts";
import { type Key, wordPk } from "./table.ts";

/** DynamoDB takes so many items in one request. */
const A_BATCH = 25;
/** So many requests at a time. */
const SIDE_BY_SIDE = 4;
/** A throttled batch is sent again after 50 ms, 100 ms, … and then left to the next wake-up. */
const TRIES = 6;

/**
 * Spells marks and words as digests under the company's key: 128 bits, which nobody without the key can make or undo. The
 * key is read once in a process; it never changes.
 */
export const digests = (orgs: Pick<OrgStore, "org">) => {
  const keys = new Map<string, string>();
  return async (org: string): Promise<(word: string) => string> => {
    const key = keys.get(org) ?? (await orgs.org(org))?.linkKey;
    if (key === undefined) throw new Error(`company ${org} of a record is gone`);
    keys.set(org, key);
    return (word) => createHmac("sha256", key).update(`word\n${word}`).digest().subarray(0, 16).toString("base64url");
  };
};

/** Items of which some may be there already; each by itself, so that whoever writes them need not be allowed to delete. */
export const putEach = async (client: DynamoDBDocumentClient, table: string, items: readonly Key[]): Promise<void> => {
  await Promise.all(items.map((Item) => client.send(new PutCommand({ TableName: table, Item }))));
};

/** Takes items away, so many at a time; what is not there is no trouble. */
export const deleteEach = async (
  client: DynamoDBDocumentClient,
  table: string,
  keys: readonly Key[],
): Promise<void> => {
  for (let from = 0; from < keys.length; from += A_BATCH) {
    const some = keys.slice(from, from + A_BATCH);
    await Promise.all(some.map((Key) => client.send(new DeleteCommand({ TableName: table, Key }))));
  }
};

const putBatch = async (client: DynamoDBDocumentClient, table: string, items: readonly Key[]): Promise<void> => {
  let left: object[] = items.map((Item) => ({ PutRequest: { Item } }));
  for (let tried = 0; left.length > 0; tried += 1) {
    if (tried === TRIES) throw new Error(`${left.length} words were refused ${TRIES} times`);
    if (tried > 0) await pause(25 * 2 ** tried);
    const { UnprocessedItems } = await client.send(new BatchWriteCommand({ RequestItems: { [table]: left as never } })); // a put each, as above
    left = UnprocessedItems?.[table] ?? [];
  }
};

/** Many items, in batches. @throws when the table does not take them all; those it took stay. */
export const putAll = async (client: DynamoDBDocumentClient, table: string, items: readonly Key[]): Promise<void> => {
  for (let from = 0; from < items.length; from += A_BATCH * SIDE_BY_SIDE) {
    const batches = Array.from({ length: SIDE_BY_SIDE }, (_, n) =>
      items.slice(from + n * A_BATCH, from + (n + 1) * A_BATCH),
    ).filter((batch) => batch.length > 0);
    await Promise.all(batches.map((batch) => putBatch(client, table, batch)));
  }
};

/** A piece of what is filed under one digest, the last received first: one query of half a read unit for each 4 KB. */
export const pointedAt = async (
  client: DynamoDBDocumentClient,
  table: string,
  org: string,
  digest: string,
  { below, limit }: { readonly below: string | undefined; readonly limit: number },
): Promise<readonly string[]> => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: `pk = :pk${below === undefined ? "" : " AND sk < :below"}`,
      ExpressionAttributeValues: { ":pk": wordPk(org, digest), ...(below === undefined ? {} : { ":below": below }) },
      ScanIndexForward: false,
      Limit: limit,
    }),
  );
  return Items.map((item) => z.object({ sk: z.string() }).parse(item).sk);
};
