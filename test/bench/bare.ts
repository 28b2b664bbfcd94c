import { join } from "node:path";
import { buildSync } from "esbuild";

const SOURCES = {
  "a bare handler": "export const handler = async () => 1;",
  "a bare handler with the DynamoDB client": `import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
    import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
    const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
    export const handler = async () => client.send(new GetCommand({ TableName: "t", Key: { pk: "a" } }));`,
} as const;

/** Handlers with nothing in them, bundled as ours are, to measure against. */
export const bareHandlers = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(SOURCES).map(([name, contents], place) => {
      const outfile = join(folder, `bare-${place}.cjs`);
      buildSync({
        stdin: { contents, resolveDir: import.meta.dirname, loader: "ts" },
        bundle: true,
        minify: true,
        platform: "node",
        format: "cjs",
        target: "node24",
        mainFields: ["module", "main"],
        outfile,
        logLevel: "silent",
      });
      return [name, outfile];
    }),
  );
