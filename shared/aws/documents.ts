import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";

/** The one client of a function; made once, at its cold start. */
export const documents = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });

/** What a conditional write answered; undefined where the world was not as it demanded, and nothing was written. */
export const unlessOtherwise = async <Answer extends object>(write: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await write;
  } catch (error) {
    if (error instanceof Error && error.name === "ConditionalCheckFailedException") return undefined;
    throw error;
  }
};

/** What a schema knows of an item: the keys of indexes are the store's own. */
export const known = <S extends z.ZodObject>(schema: S, item: Readonly<Record<string, unknown>>): z.output<S> =>
  schema.parse(Object.fromEntries(Object.keys(schema.shape).map((name) => [name, item[name]])));

/** Only where nothing stands yet. */
export const ABSENT = { ConditionExpression: "attribute_not_exists(pk)" };

/** Only over the version that was read. */
export const overVersion = (version: number) => ({
  ConditionExpression: "#version = :read",
  ExpressionAttributeNames: { "#version": "version" },
  ExpressionAttributeValues: { ":read": version },
});

/** Puts an item; whether the world was as `condition` demands. */
export const putIf = async (
  client: DynamoDBDocumentClient,
  table: string,
  Item: Record<string, unknown>,
  condition: object,
): Promise<boolean> =>
  (await unlessOtherwise(client.send(new PutCommand({ TableName: table, Item, ...condition })))) !== undefined;

const Sk = z.object({ sk: z.string() });

type PageAsked = {
  readonly limit?: number;
  readonly cursor: string | undefined;
  /** The beginning that the sort keys have in common. */
  readonly prefix?: string;
  readonly lastFirst?: boolean;
};

/** A page of a partition in the order of its sort keys, one query; its cursor is the sort key that it ended at. */
export const pageOf = async (
  client: DynamoDBDocumentClient,
  table: string,
  pk: string,
  { limit, cursor, prefix, lastFirst = false }: PageAsked,
) => {
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: `pk = :pk${prefix === undefined ? "" : " AND begins_with(sk, :sk)"}`,
      ExpressionAttributeValues: { ":pk": pk, ...(prefix === undefined ? {} : { ":sk": prefix }) },
      ScanIndexForward: !lastFirst,
      Limit: limit,
      ExclusiveStartKey: cursor === undefined ? undefined : { pk, sk: cursor },
    }),
  );
  return { items: Items, cursor: Sk.optional().parse(LastEvaluatedKey)?.sk };
};
