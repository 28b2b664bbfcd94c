import { createHash } from "node:crypto";
import { BatchWriteCommand, type DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { CaseId, spell } from "../../shared/kernel/ids.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { shardOf } from "../../shared/record/store.ts";

type Item = Readonly<Record<string, unknown>>;

/** What tells one case from another. */
export type Cast = {
  readonly id: CaseId;
  readonly number: string;
  /** When it was filed, and all that was done with it. */
  readonly at: Instant;
};

/** All items of one real case, spelt. */
export type Mould = Cast & { readonly items: readonly string[] };

const IDS = /case_[0-9a-z]{26}/;

/** Everything in a table that belongs to cases, by their ids. */
export const itemsByCase = async (
  client: DynamoDBDocumentClient,
  table: string,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const all = new Map<string, string[]>();
  let from: Record<string, unknown> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: table, ExclusiveStartKey: from }),
    );
    for (const item of Items) {
      const spelt = JSON.stringify(item);
      const [id] = IDS.exec(spelt) ?? [];
      if (id !== undefined) all.set(id, [...(all.get(id) ?? []), spelt]);
    }
    from = LastEvaluatedKey;
  } while (from !== undefined);
  return all;
};

/** An id that lies in the same part of the wake index as another. */
export const idLike = (other: CaseId, name: string): CaseId => {
  for (let n = 0; ; n += 1) {
    const id = CaseId.parse(`case_${spell(createHash("sha256").update(`${name} ${n}`).digest())}`);
    if (shardOf(id) === shardOf(other)) return id;
  }
};

/** The items of another case of the same day, as they would be had it been filed: its own id, number and moment. */
export const cloneAs = ({ id, number, at, items }: Mould, own: Cast): readonly Item[] =>
  items
    .map((item) => item.replaceAll(id, own.id).replaceAll(number, own.number).replaceAll(at, own.at))
    .map((item) => JSON.parse(item)); // each was an item

/** Items in one order, without the links of the proof: a clone's are those of its mould. */
const comparable = (items: readonly Item[]): readonly string[] =>
  items.map((item) => JSON.stringify(item, sortedNames).replaceAll(LINK, "")).toSorted();

const LINK = /"link":"[0-9a-f]{64}",?/g;

const sortedNames = (_name: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** @throws when the clone of a mould differs from a case that was filed in earnest. */
export const checkClone = (mould: Mould, real: Mould): void => {
  const [made, filed] = [cloneAs(mould, real), real.items.map((item) => JSON.parse(item) as Item)].map(comparable);
  const odd = made?.find((item, n) => item !== filed?.[n]);
  if (odd !== undefined || made?.length !== filed?.length) throw new Error(`no case that was filed has ${odd}`);
};

/** DynamoDB takes so many items in one request. */
const A_BATCH = 25;

/** Puts many items that are not there yet. @throws when the table does not take them all. */
export const putMany = async (client: DynamoDBDocumentClient, table: string, items: readonly Item[]): Promise<void> => {
  for (let from = 0; from < items.length; from += A_BATCH) {
    let left: object[] = items.slice(from, from + A_BATCH).map((one) => ({ PutRequest: { Item: one } }));
    while (left.length > 0) {
      const { UnprocessedItems } = await client.send(
        new BatchWriteCommand({ RequestItems: { [table]: left as never } }), // a put each, as above
      );
      left = UnprocessedItems?.[table] ?? [];
    }
  }
};
