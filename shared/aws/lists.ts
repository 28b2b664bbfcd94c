import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import { CaseKind } from "../policy/case-kind.ts";
import { PolicyRef } from "../policy/policy.ts";
import type { CaseRow } from "../record/columns.ts";
import type { RecordRef } from "../record/record.ts";
import type { Page, Placed, Span } from "../record/store.ts";
import { changedPk, indexes, refOfKey } from "./table.ts";

const Row: z.ZodType<CaseRow> = z.object({
  id: z.string(),
  policy: PolicyRef,
  number: z.string(),
  state: z.string(),
  receivedAt: Instant,
  closedAt: Instant.optional(),
  clock: z.string().optional(),
  due: Instant.optional(),
  caseKind: CaseKind.default("complaint"), // rows that were written before kinds were told apart
  category: z.string().optional(),
  evidenceComplete: z.boolean(),
  desk: z.string().optional(),
  handler: z.object({ sub: z.string(), name: z.string() }).optional(),
  reporter: z.string(),
  phone: z.string().optional(),
  visitors: z.array(z.string()).optional(),
});

/** Every sort key is of printable ASCII between these two, which are in none. */
const [FIRST, LAST] = [" ", "~"];

/** The least text above a key: keys of one list are equally long, and none has `!`. */
const above = (key: string | undefined): string => (key === undefined ? FIRST : `${key}!`);

/** Below a key, and above every other that is: its last character made smaller by one, and the greatest text behind it. */
const below = (key: string | undefined): string =>
  key === undefined ? LAST : `${key.slice(0, -1)}${String.fromCharCode(key.charCodeAt(key.length - 1) - 1)}${LAST}`;

/** The condition on a sort key that a span means; a span without anything in it is none that may be asked. */
const between = ({ after, before }: Pick<Span, "after" | "before">): readonly [string, string] | undefined => {
  const span = [above(after), below(before)] as const;
  return span[0] <= span[1] ? span : undefined;
};

/** A piece of one partition of the queue or the ledger; costs what it shows, whatever the history. */
export const listed = async (
  client: DynamoDBDocumentClient,
  table: string,
  index: "queue" | "ledger",
  partition: string,
  span: Span,
): Promise<readonly Placed[]> => {
  const found = between(span);
  if (found === undefined) return [];
  const { pk, sk } = indexes[index];
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: index,
      KeyConditionExpression: "#pk = :pk AND #sk BETWEEN :from AND :to",
      ExpressionAttributeNames: { "#pk": pk, "#sk": sk },
      ExpressionAttributeValues: { ":pk": partition, ":from": found[0], ":to": found[1] },
      ScanIndexForward: span.falling !== true,
      Limit: span.limit,
    }),
  );
  return Items.map((item) => ({ place: z.string().parse(item[sk]), row: Row.parse(item) }));
};

/** As many keys as a query answers at a time; whoever asks loads the records themselves. */
const KEYS_A_PAGE = 500;

/** To which records something last happened on a day (UTC): keys only. Costs what it holds, whatever the history. */
export const changedOn = async (
  client: DynamoDBDocumentClient,
  table: string,
  day: string,
  shard: number,
  cursor: string | undefined,
): Promise<Page<RecordRef>> => {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: "changed",
      KeyConditionExpression: "#pk = :partition",
      ExpressionAttributeNames: { "#pk": indexes.changed.pk },
      ExpressionAttributeValues: { ":partition": changedPk(day, shard) },
      Limit: KEYS_A_PAGE,
      ExclusiveStartKey: cursor === undefined ? undefined : JSON.parse(cursor),
    }),
  );
  const items = Items.map((item) => refOfKey(z.object({ pk: z.string() }).parse(item).pk));
  return { items, cursor: LastEvaluatedKey === undefined ? undefined : JSON.stringify(LastEvaluatedKey) };
};
