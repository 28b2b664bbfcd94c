import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { CivilDate } from "../calendar/civil-date.ts";
import { Instant } from "../kernel/instant.ts";
import { obligationOf } from "../obligation/obligation.ts";
import type { ObligationRecord, ObligationRow, ObligationStore } from "../record/obligations/obligations.ts";
import { pageOf } from "./documents.ts";
import { endingAt, endingKeys, endingPk, underPk } from "./obligation-keys.ts";
import { indexes } from "./table.ts";

const STATES = ["PLANNED", "WAIVED", "UNREACHABLE", "REBOOKED", "MISSED", "DONE", "SIGNED"] as const;

/** What the list of a schedule shows of an obligation: columns of the index `ledger`. */
const Row = z.object({
  state: z.enum(STATES),
  due: Instant,
  closedAt: Instant.optional(),
  ledgerSk: z.string(),
});

/** The keys and columns by which an obligation stands in the list of its schedule; nothing of what is not asked for any more. */
export const endingColumns = (record: ObligationRecord): object => {
  const { state, slot, doneAt, dropped } = obligationOf(record.timeline);
  return dropped === true ? {} : { ...endingKeys(record), state, due: slot.due, closedAt: doneAt };
};

/** The lists by schedule: what it asks for, and the objects under it. */
export const obligationLists = (
  client: DynamoDBDocumentClient,
  table: string,
): Pick<ObligationStore, "ending" | "list" | "under"> => ({
  ending: async (of, month) => {
    const found: ObligationRow[] = [];
    let after: Record<string, unknown> | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: "ledger",
          KeyConditionExpression: "#pk = :pk",
          ExpressionAttributeNames: { "#pk": indexes.ledger.pk },
          ExpressionAttributeValues: { ":pk": endingPk(of, month) },
          ExclusiveStartKey: after,
        }),
      );
      for (const item of page.Items ?? []) {
        const { state, due, closedAt, ledgerSk } = Row.parse(item);
        const ref = endingAt(of.org, ledgerSk);
        const day = CivilDate.parse(ref.id.slice(0, 10));
        found.push({ ...ref, schedule: of.schedule, day, state, due, doneAt: closedAt });
      }
      after = page.LastEvaluatedKey;
    } while (after !== undefined);
    return found;
  },
  list: async (of, object, isListed) => {
    const Key = { pk: underPk(of), sk: object };
    if (isListed) await client.send(new PutCommand({ TableName: table, Item: Key }));
    else await client.send(new DeleteCommand({ TableName: table, Key }));
  },
  under: async (of, limit, cursor) => {
    const page = await pageOf(client, table, underPk(of), { limit, cursor });
    return { ...page, items: page.items.map(({ sk }) => z.string().parse(sk)) };
  },
});
