import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type * as z from "zod";

/** The one client of a function; made once, at its cold start. */
export const documents = (): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({}), { marshallOptions: { removeUndefinedValues: true } });

/** Whether a conditional write found the world other than it demanded. */
export const isConditionFailed = (error: unknown): boolean =>
  error instanceof Error && error.name === "ConditionalCheckFailedException";

/** What a schema knows of an item: the keys of indexes are the store's own. */
export const known = <S extends z.ZodObject>(schema: S, item: Readonly<Record<string, unknown>>): z.output<S> =>
  schema.parse(Object.fromEntries(Object.keys(schema.shape).map((name) => [name, item[name]])));
