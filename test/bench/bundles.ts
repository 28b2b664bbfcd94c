import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import * as z from "zod";
import { assemble } from "../../infra/demo/assemble.ts";
import { bareHandlers } from "./bare.ts";
import { type Figure, median } from "./figure.ts";

const Lambdas = z.record(
  z.string(),
  z.object({ Type: z.string(), Properties: z.unknown(), Metadata: z.unknown() }).partial(),
);
const Asset = z.object({ "aws:asset:path": z.string() });
const Described = z.object({ Description: z.string().startsWith("functions/") });

/** The bundle of each of our functions, found through the template that would be deployed. */
const bundlesOf = async (): Promise<ReadonlyMap<string, string>> => {
  const { folder, stack } = await assemble();
  const { Resources } = JSON.parse(readFileSync(join(folder, `${stack}.template.json`), "utf8"));
  return new Map(
    Object.values(Lambdas.parse(Resources)).flatMap(({ Properties, Metadata }) => {
      const [name, asset] = [Described.safeParse(Properties), Asset.safeParse(Metadata)];
      return name.success && asset.success
        ? [[name.data.Description, join(folder, asset.data["aws:asset:path"], "index.js")] as const]
        : [];
    }),
  );
};

const ENV = {
  PATH: process.env.PATH,
  TABLE: "table",
  EVIDENCE_BUCKET: "bucket",
  ANCHOR_BUCKET: "anchors",
  PUBLIC_URL: "http://localhost",
  MAIL_CONFIGURATION_SET: "set",
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "none",
  AWS_SECRET_ACCESS_KEY: "none",
};

/** CPU milliseconds from the start of a process until the handler is loaded. */
const initOf = (probe: string, file: string): number =>
  Number(execFileSync(process.execPath, [probe, file], { env: ENV }).toString());

const ROUNDS = 9;

/** Bytes of each bundle, and how long it loads compared with a handler that holds nothing but the DynamoDB client. */
export const bundles = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), "aftercare-bench-"));
  try {
    const probe = join(folder, "probe.cjs");
    writeFileSync(
      probe,
      "require(process.argv[2]); const { user, system } = process.cpuUsage(); process.stdout.write(String((user + system) / 1000));",
    );
    const files = new Map([...bareHandlers(folder), ...(await bundlesOf())]);
    const times = new Map([...files.keys()].map((name) => [name, [] as number[]]));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [name, file] of files) if (existsSync(file)) times.get(name)?.push(initOf(probe, file));
    }
    const bare = median(times.get("a bare handler with the DynamoDB client") ?? [1]);
    return [...files].flatMap(([name, file]) => {
      const init = median(times.get(name) ?? []);
      const size: Figure = {
        what: `bundle of ${name}`,
        value: statSync(file).size,
        unit: "bytes",
        note: `${gzipSync(readFileSync(file)).length} gzipped`,
      };
      return [
        size,
        {
          what: `init of ${name}`,
          value: init / bare,
          unit: "× bare",
          note: `${init.toFixed(0)} ms CPU, median of ${ROUNDS}`,
        },
      ];
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
};
