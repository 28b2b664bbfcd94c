import { type DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { RecordRef } from "../record/record.ts";
import type { Page } from "../record/store.ts";
import { indexes, ledgerPk, refOfKey } from "./table.ts";

/** As many keys as a query answers at a time; a report loads the records themselves. */
const KEYS_A_PAGE = 500;

/** Which cases came in during a month (UTC), in the order of their receipt. Costs what the month holds, whatever the history. */
export const ledgerPage = async (
  client: DynamoDBDocumentClient,
  table: string,
  org: string,
  month: string,
  cursor: string | undefined,
): Promise<Page<RecordRef>> => {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: "ledger",
      KeyConditionExpression: "#pk = :month",
      ExpressionAttributeNames: { "#pk": indexes.ledger.pk },
      ExpressionAttributeValues: { ":month": ledgerPk(org, "case", month) },
      Limit: KEYS_A_PAGE,
      ExclusiveStartKey: cursor === undefined ? undefined : JSON.parse(cursor),
    }),
  );
  const items = Items.map((item) => refOfKey(z.object({ pk: z.string() }).parse(item).pk));
  return { items, cursor: LastEvaluatedKey === undefined ? undefined : JSON.stringify(LastEvaluatedKey) };
};
