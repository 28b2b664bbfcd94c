import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import {
  CaseFigures,
  type FigureKey,
  FigureRow,
  type FigureStore,
  GivenRecord,
  type KeptPart,
  Piece,
  pieceAt,
} from "../record/figures/figures.ts";
import { inTurns } from "../record/in-turns.ts";
import { ABSENT, known, overVersion, putIf, unlessOtherwise } from "./documents.ts";
import { caseFiguresKey, figurePk, givenKey, pieceKey, ROWS, rowKey } from "./figure-keys.ts";
import type { Key } from "./table.ts";

type Item = Readonly<Record<string, unknown>>;

const isGiven = ({ sk }: Item): boolean => sk === "GIVEN";

/** Figures in the table: rows and sums of a period in one partition, what is known of a case beside the case. */
export const tableFigures = (client: DynamoDBDocumentClient, table: string): FigureStore => {
  const save = async (key: Key, record: { readonly version: number }): Promise<"saved" | "overtaken"> => {
    const over = record.version === 0 ? ABSENT : overVersion(record.version);
    const item = { ...record, ...key, version: record.version + 1 };
    return (await putIf(client, table, item, over)) ? "saved" : "overtaken";
  };

  /** All of a stretch of a partition, however many pages that is. */
  const query = async (pk: string, from: string, to: string): Promise<readonly Item[]> => {
    const found: Item[] = [];
    let start: Item | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
          ExpressionAttributeValues: { ":pk": pk, ":from": from, ":to": to },
          ConsistentRead: true,
          ExclusiveStartKey: start,
        }),
      );
      found.push(...Items);
      start = LastEvaluatedKey;
    } while (start !== undefined);
    return found;
  };

  return {
    ofCase: async (one) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: caseFiguresKey(one), ConsistentRead: true }),
      );
      return Item === undefined ? undefined : known(CaseFigures, Item);
    },

    saveCase: (one, figures) => save(caseFiguresKey(one), figures),

    apply: async ({ org, policy }, { put, drop }) => {
      const keyOf = ({ kpi, period }: KeptPart): FigureKey => ({ org, policy, kpi, period });
      await inTurns(put, ({ kpi, period, ...row }) => {
        const Item = { ...rowKey({ org, policy, kpi, period }, row), ...row };
        return client.send(new PutCommand({ TableName: table, Item }));
      });
      await inTurns(drop, (part) =>
        client.send(new DeleteCommand({ TableName: table, Key: rowKey(keyOf(part), part) })),
      );
      // after the rows: a sum that was made while they changed is known to be old
      const touched = new Map(
        [...put, ...drop].map((part) => {
          const id = pieceAt(part.period, part.at);
          const Key = pieceKey(keyOf(part), id);
          return [`${Key.pk} ${Key.sk}`, { id, Key }];
        }),
      );
      await inTurns([...touched.values()], ({ id, Key }) =>
        client.send(
          new UpdateCommand({
            TableName: table,
            Key,
            UpdateExpression: "SET #id = :id ADD #changes :one",
            ExpressionAttributeNames: { "#id": "id", "#changes": "changes" },
            ExpressionAttributeValues: { ":id": id, ":one": 1 },
          }),
        ),
      );
    },

    period: async (key) => {
      const items = await query(figurePk(key), "GIVEN", "PIECE#~");
      const given = items.find(isGiven);
      return {
        pieces: items.filter((item) => !isGiven(item)).map((item) => known(Piece, item)),
        given: given === undefined ? undefined : known(GivenRecord, given),
      };
    },

    rows: async (key, { from = "", before = "~", falling = false, limit, cursor }) => {
      const pk = figurePk(key);
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
          ExpressionAttributeValues: { ":pk": pk, ":from": `${ROWS}${from}`, ":to": `${ROWS}${before}` },
          ConsistentRead: true,
          ScanIndexForward: !falling,
          Limit: limit,
          ExclusiveStartKey: cursor === undefined ? undefined : { pk, sk: cursor },
        }),
      );
      return {
        items: Items.map((item) => known(FigureRow, item)),
        cursor: z.object({ sk: z.string() }).optional().parse(LastEvaluatedKey)?.sk,
      };
    },

    keepSum: async (key, piece, sum) => {
      await unlessOtherwise(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: pieceKey(key, piece),
            UpdateExpression: "SET #sum = :sum",
            ConditionExpression: "#changes = :changes",
            ExpressionAttributeNames: { "#sum": "sum", "#changes": "changes" },
            ExpressionAttributeValues: { ":sum": sum, ":changes": sum.changes },
          }),
        ),
      );
    },

    saveGiven: (key, given) => save(givenKey(key), given),
  };
};
