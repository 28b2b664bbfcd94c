import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import * as z from "zod";
import { synthesize } from "../../infra/app.ts";
import { functionNames } from "../../infra/functions.ts";

const root = join(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "aftercare-synth-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** A proxy where nobody listens: whoever asks the network for anything is refused. */
const NOWHERE = "http://127.0.0.1:9";

/** What an API function may weigh: 700 KiB are aimed at, since a customer on a slow day waits for a cold start; imports are over it. */
const MOST_BYTES = 713 * 1024;

const Bundled = z.object({
  Type: z.literal("AWS::Lambda::Function"),
  Properties: z.object({ Description: z.string() }),
  Metadata: z.object({ "aws:asset:path": z.string() }),
});

test("`cdk synth` needs no account and no network, and writes what synthesize() writes, no bundle too heavy", () => {
  const output = join(scratch, "command");
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, "node_modules/aws-cdk/bin/cdk"), "synth", "--quiet", "--output", output],
    {
      cwd: root,
      encoding: "utf8",
      env: {
        PATH: `${join(process.execPath, "..")}:${join(root, "node_modules/.bin")}:${process.env.PATH}`,
        HOME: scratch,
        HTTP_PROXY: NOWHERE,
        HTTPS_PROXY: NOWHERE,
        NO_PROXY: "",
        AWS_EC2_METADATA_DISABLED: "true",
      },
    },
  );
  expect(status, stderr).toBe(0);

  // The same but for what was bundled: that takes its time, and once is enough.
  const { folder, stack } = synthesize(join(scratch, "function"), { "aws:cdk:bundling-stacks": [] });
  const read = (from: string): string => readFileSync(join(from, `${stack}.template.json`), "utf8");
  const unhashed = (template: string): unknown =>
    JSON.parse(template.replace(/[0-9a-f]{64}/g, "hash"), (key, value) =>
      key.startsWith("aws:asset:") ? undefined : value,
    );
  expect(unhashed(read(folder))).toEqual(unhashed(read(output)));

  const bundles = z
    .object({ Resources: z.record(z.string(), Bundled.or(z.unknown().transform(() => undefined))) })
    .transform(({ Resources }) => Object.values(Resources).filter((bundle) => bundle !== undefined))
    .parse(JSON.parse(read(output)));
  expect(bundles.map(({ Properties }) => Properties.Description).sort()).toEqual(
    functionNames.map((name) => `functions/${name}.ts`).sort(),
  );
  for (const { Properties, Metadata } of bundles) {
    const { size } = statSync(join(output, Metadata["aws:asset:path"], "index.js"));
    const { Description: name } = Properties;
    if (name.endsWith(".http.ts")) expect(size, name).toBeLessThan(MOST_BYTES);
  }
});
