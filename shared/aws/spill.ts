import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { CaseRecord } from "../record/record.ts";
import { timelineKey } from "./table.ts";

/** An item may hold 400 KB. Beyond this many bytes the oldest events move out, in parts of about so many. */
const MOST = 200_000;
const PART = 60_000;
/** More than the events of any one save, so that a part holds only what was stored before: every writer cuts the same. */
const STAYS = 100_000;

type Event = CaseRecord["timeline"][number];

const utf8 = new TextEncoder();
/** Close to what DynamoDB counts: names and values in UTF-8. */
const bytesOf = (value: unknown): number => utf8.encode(JSON.stringify(value)).length;

/** How many of the oldest events make the next part; none while too little would stay behind them. */
const partOf = (sizes: readonly number[]): number => {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  let part = 0;
  let count = 0;
  while (part < PART && count < sizes.length) {
    part += sizes[count] ?? 0;
    count += 1;
  }
  return part >= PART && all - part >= STAYS ? count : 0;
};

/**
 * Writes the oldest events of a long record as items of their own, before the record that no longer holds them. Where a
 * part ends depends on nothing but the events up to there, all of them stored before: a writer that is overtaken has
 * written the same parts as the one that overtook it.
 * @returns how many events each part holds now, and the events that stay.
 */
export const spill = async (
  client: DynamoDBDocumentClient,
  table: string,
  record: CaseRecord,
): Promise<Pick<CaseRecord, "parts" | "timeline">> => {
  const out = [...record.parts];
  let rest: readonly Event[] = record.timeline.slice(out.reduce((sum, count) => sum + count, 0));
  let sizes = rest.map(bytesOf);
  const others = bytesOf(record.outbox);
  while (others + sizes.reduce((sum, size) => sum + size, 0) > MOST) {
    const count = partOf(sizes);
    if (count === 0) break;
    const events = rest.slice(0, count);
    await client.send(new PutCommand({ TableName: table, Item: { ...timelineKey(record, out.length), events } }));
    out.push(count);
    rest = rest.slice(count);
    sizes = sizes.slice(count);
  }
  return { parts: out, timeline: [...rest] };
};

/** Writes the parts of a long record over again, each with as many events as it has: what they tell has changed. */
export const respill = async (client: DynamoDBDocumentClient, table: string, record: CaseRecord): Promise<void> => {
  let from = 0;
  for (const [n, count] of record.parts.entries()) {
    const events = record.timeline.slice(from, from + count);
    await client.send(new PutCommand({ TableName: table, Item: { ...timelineKey(record, n), events } }));
    from += count;
  }
};

/** The events that were moved out, oldest first. @throws when a part is missing: the record says that it was written. */
export const gather = async (
  client: DynamoDBDocumentClient,
  table: string,
  ref: Pick<CaseRecord, "kind" | "org" | "id">,
  parts: number,
): Promise<readonly unknown[]> => {
  const found = await Promise.all(
    Array.from({ length: parts }, (_, n) =>
      client.send(new GetCommand({ TableName: table, Key: timelineKey(ref, n), ConsistentRead: true })),
    ),
  );
  return found.flatMap(({ Item }, n) => {
    if (!Array.isArray(Item?.events)) throw new Error(`part ${n} of ${ref.id} is missing`);
    return Item.events;
  });
};

/** What a record that is about to be deleted must still say: how it began and was called, and that it is to go. */
const LAST_WORDS: ReadonlySet<Event["type"]> = new Set(["received", "numbered", "erasureOrdered", "erased"]);

/** A record that needs none of its parts any more, so that they can go before it does; the same where it has none. */
export const withoutParts = (record: CaseRecord): CaseRecord =>
  record.parts.length === 0
    ? record
    : { ...record, parts: [], timeline: record.timeline.filter(({ type }) => LAST_WORDS.has(type)) };

/**
 * Deletes every part of a record, from the last to the first, so that whoever is stopped finds what is left by asking for
 * the first, the second and so on. Costs one read where there is none.
 */
export const sweep = async (
  client: DynamoDBDocumentClient,
  table: string,
  ref: Pick<CaseRecord, "kind" | "org" | "id">,
): Promise<void> => {
  let count = 0;
  const at = (n: number) => ({ TableName: table, Key: timelineKey(ref, n) });
  while ((await client.send(new GetCommand({ ...at(count), ConsistentRead: true }))).Item !== undefined) count += 1;
  for (let n = count - 1; n >= 0; n -= 1) await client.send(new DeleteCommand(at(n)));
};
