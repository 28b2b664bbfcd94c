import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../../..");

test("HEIC decodes from one CommonJS file, bundled as for Lambda, beside sharp alone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "bundle-"));
  try {
    const outfile = join(folder, "photo.cjs");
    const { warnings } = await build({
      stdin: {
        contents: `
          import { readFileSync } from "node:fs";
          import { inspect } from "./shared/imaging/imaging.ts";
          inspect(readFileSync(process.argv[2]), { offset: "+08:00" }).then(({ value }) =>
            console.log(value.mime, value.width, value.height, value.capturedAt, value.copy.length > 10_000));`,
        resolveDir: root,
      },
      bundle: true,
      minify: true,
      platform: "node",
      format: "cjs",
      target: "node24",
      external: ["sharp"],
      outfile,
      logLevel: "silent",
    });
    expect(warnings).toEqual([]);
    // Outside the work tree, so that nothing but what NODE_PATH names could be found.
    const said = execFileSync(process.execPath, [outfile, join(root, "test/fixtures/photos/door.heic")], {
      cwd: folder,
      env: { NODE_PATH: join(root, "node_modules") },
      encoding: "utf8",
    });
    expect(said.trim()).toBe("image/heic 1000 750 2026-03-10T01:12:00.000Z true");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
