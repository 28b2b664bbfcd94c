import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { type Assembly, resourcesOf } from "./assembly.ts";
import type { Clock } from "./clock.ts";
import { type Names, resolveValue } from "./intrinsics.ts";
import { addressOf } from "./server.ts";
import { type StandIn, startStandIn } from "./worker-thread.ts";

const Keys = z.array(z.object({ AttributeName: z.string(), KeyType: z.string() }));
const Index = z.object({
  IndexName: z.string(),
  KeySchema: Keys,
  Projection: z.object({ ProjectionType: z.string(), NonKeyAttributes: z.array(z.string()).optional() }),
});
const Shape = z.object({
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  KeySchema: Keys,
  GlobalSecondaryIndexes: z.array(Index).optional(),
  LocalSecondaryIndexes: z.array(Index).optional(),
});
type Shape = z.infer<typeof Shape>;
const Described = z.object({ Table: Shape });

export interface DynamoDb extends StandIn {
  readonly endpoint: string;
}

/** Starts dynalite in a thread; data lies under `folder`, or in memory when there is none. */
export async function startDynamoDb(options: {
  folder?: string;
  port: number;
  clock: Clock;
  onDeath: (why: Error) => void;
}): Promise<DynamoDb> {
  const { folder, port, clock, onDeath } = options;
  const data = { path: folder, port, clock: clock.memory };
  const standIn = await startStandIn(new URL("./dynamodb-worker.ts", import.meta.url), data, onDeath);
  return { ...standIn, endpoint: addressOf(standIn.port) };
}

/** One call of the JSON protocol; dynalite looks at the form of a signature, not at its truth. Answers undefined on "not found". */
async function call(endpoint: string, action: string, body: unknown): Promise<unknown> {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.0",
      "x-amz-target": `DynamoDB_20120810.${action}`,
      "x-amz-date": "20260101T000000Z",
      authorization: "AWS4-HMAC-SHA256 Credential=local/x, SignedHeaders=host, Signature=x",
    },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  if (text.includes("ResourceNotFoundException")) return undefined;
  throw new Error(`DynamoDB ${action}: ${text}`);
}

const sorted = <T>(list: readonly T[], key: (item: T) => string): T[] =>
  [...list].sort((a, b) => key(a).localeCompare(key(b)));

/** What must be the same on disk and in the template; the order of lists says nothing. */
const comparable = (shape: Shape) => ({
  keys: shape.KeySchema,
  attributes: sorted(shape.AttributeDefinitions, (a) => a.AttributeName),
  indexes: sorted(
    [...(shape.GlobalSecondaryIndexes ?? []), ...(shape.LocalSecondaryIndexes ?? [])],
    (i) => i.IndexName,
  ).map((index) => ({
    name: index.IndexName,
    keys: index.KeySchema,
    projection: index.Projection.ProjectionType,
    attributes: [...(index.Projection.NonKeyAttributes ?? [])].sort(),
  })),
});

/**
 * Creates the tables of the template that are not there yet and keeps those that are. Answers their names by logical id.
 * @throws Error when a table on disk has other keys or indexes than the template: dynalite cannot change an index, and
 * silently emptying somebody's data would be worse.
 */
export async function createTables(
  assembly: Assembly,
  names: Names,
  endpoint: string,
): Promise<Record<string, string>> {
  const tables: Record<string, string> = {};
  for (const [id, resource] of resourcesOf(assembly, "AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table")) {
    const shape = Shape.parse(resolveValue(resource.Properties, names));
    const name = names.ref(id) ?? id;
    const found = await call(endpoint, "DescribeTable", { TableName: name });
    if (found === undefined)
      await call(endpoint, "CreateTable", { TableName: name, BillingMode: "PAY_PER_REQUEST", ...shape });
    else if (!isDeepStrictEqual(comparable(Described.parse(found).Table), comparable(shape)))
      throw new Error(
        `table ${name} on disk has other keys or indexes than the template: start with another data folder, or remove this one`,
      );
    tables[id] = name;
  }
  return tables;
}
