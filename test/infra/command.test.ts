import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { synthesize } from "../../infra/app.ts";

const root = join(import.meta.dirname, "../..");
const scratch = mkdtempSync(join(tmpdir(), "aftercare-synth-"));
afterAll(() => rmSync(scratch, { recursive: true }));

/** A proxy where nobody listens: whoever asks the network for anything is refused. */
const NOWHERE = "http://127.0.0.1:9";

test("`cdk synth` needs no account and no network, and writes what synthesize() writes", () => {
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

  const { folder, stack } = synthesize(join(scratch, "function"));
  const read = (from: string): unknown => JSON.parse(readFileSync(join(from, `${stack}.template.json`), "utf8"));
  expect(read(folder)).toEqual(read(output));

  const bundles = Object.values(
    (read(folder) as { Resources: Record<string, { Type: string; Metadata: Record<string, string> }> }).Resources, // our own template
  ).filter(({ Type, Metadata }) => Type === "AWS::Lambda::Function" && "aws:asset:path" in Metadata);
  expect(bundles).toHaveLength(5);
  for (const { Metadata } of bundles) {
    expect(existsSync(join(folder, Metadata["aws:asset:path"] ?? "", "index.js"))).toBe(true);
  }
});
