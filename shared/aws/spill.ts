import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { CaseRecord } from "../record/record.ts";
import { timelineKey } from "./table.ts";

/** An item may hold 400 KB; beyond this many characters the oldest events move out. Text of three bytes a character still fits. */
const MOST = 120_000;
const PART = 60_000;

type Event = CaseRecord["timeline"][number];

/** How many of the oldest events make a part: as many as fit, at least one, never all. */
const partOf = (timeline: readonly Event[]): number => {
  let size = 0;
  let count = 0;
  while (count < timeline.length - 1 && (count === 0 || size < PART)) {
    size += JSON.stringify(timeline[count]).length;
    count += 1;
  }
  return count;
};

/**
 * Writes the oldest events of a long record as items of their own, before the record that no longer holds them. Where a
 * part begins depends on nothing but the events before it, so a writer that is overtaken has written the same parts.
 * @returns how many parts there are now, and the events that stay.
 */
export const spill = async (
  client: DynamoDBDocumentClient,
  table: string,
  record: CaseRecord,
): Promise<Pick<CaseRecord, "parts" | "timeline">> => {
  const out = [...record.parts];
  let rest = record.timeline.slice(out.reduce((sum, count) => sum + count, 0));
  while (JSON.stringify(rest).length > MOST) {
    const events = rest.slice(0, partOf(rest));
    await client.send(new PutCommand({ TableName: table, Item: { ...timelineKey(record, out.length), events } }));
    out.push(events.length);
    rest = rest.slice(events.length);
  }
  return { parts: out, timeline: rest };
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
