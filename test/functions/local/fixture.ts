import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient, QueryCommand } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import type { LocalStack, StackOptions } from "../../../infra/local/local-stack.ts";
import { startStack } from "../../../infra/local/stack.ts";

export const ASSEMBLY = join(import.meta.dirname, "fixtures/assembly");

/** Invented staff of an invented company. */
export const PEOPLE = [
  { sub: "agent-1", name: "Lin Agent", groups: ["agents", "leads"] },
  { sub: "guest-1", name: "Gu Guest", groups: [] },
];

export const freshFolder = (): string => mkdtempSync(join(tmpdir(), "local-stack-"));

/** The fixture's stack in memory, with everything it said in `lines`. */
export async function startFixture(
  options: Partial<StackOptions> = {},
): Promise<{ stack: LocalStack; lines: string[]; end: () => Promise<void> }> {
  const dataDir = options.dataDir ?? freshFolder();
  const lines: string[] = [];
  const tidy = () => {
    if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
  };
  const stack = await startStack({
    assembly: ASSEMBLY,
    stack: "Fixture",
    dataDir,
    memory: true,
    people: PEOPLE,
    log: (line) => lines.push(line),
    ...options,
  }).catch((error: unknown) => {
    tidy();
    throw error;
  });
  const end = async () => {
    await stack.stop();
    tidy();
  };
  return { stack, lines, end };
}

const client = (stack: Pick<LocalStack, "env">) => ({
  region: "us-east-1",
  credentials: {
    accessKeyId: stack.env.AWS_ACCESS_KEY_ID ?? "",
    secretAccessKey: stack.env.AWS_SECRET_ACCESS_KEY ?? "",
  },
});

export const s3Of = (stack: Pick<LocalStack, "env" | "endpoints">): S3Client =>
  new S3Client({ ...client(stack), endpoint: stack.endpoints.s3, forcePathStyle: true });

/** The sort keys of all items under one key, in order. */
export async function itemsUnder(stack: Pick<LocalStack, "env" | "endpoints">, pk: string): Promise<string[]> {
  const dynamodb = new DynamoDBClient({ ...client(stack), endpoint: stack.endpoints.dynamodb });
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName: "Records",
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: pk } },
    }),
  );
  dynamodb.destroy();
  return Items.map((item) => item.sk?.S ?? "");
}

/** A request to the runner's own pages; answers its JSON. */
export async function steer(stack: Pick<LocalStack, "url">, method: string, path: string, body?: unknown) {
  const response = await fetch(`${stack.url}/_local${path}`, {
    method,
    redirect: "manual",
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

/** An access token of somebody in PEOPLE. */
export const tokenOf = async (stack: Pick<LocalStack, "url">, sub: string): Promise<string> =>
  (await steer(stack, "POST", "/token", { sub })).body.access_token;
