import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

const ROOT = join(import.meta.dirname, "../..");

const bundle = async (outDir: string): Promise<void> => {
  const { build } = await import("vite"); // half a second that whoever only asks for the process below does not need
  await build({
    root: join(ROOT, "web/console"),
    base: "/console/",
    configFile: false,
    logLevel: "warn",
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 900,
      rolldownOptions: {
        // "use client" stands in every file of antd and means nothing in a bundle.
        onLog: (level, entry, say) => entry.code === "MODULE_LEVEL_DIRECTIVE" || say(level, entry),
      },
    },
  });
};

/**
 * Bundles the staff console. In a process of its own: beside a synthesis, which holds its thread, on the other core; and
 * never as a development build, whatever NODE_ENV the caller runs under.
 */
export const buildConsole = async (outDir: string): Promise<void> => {
  const env = { ...process.env, NODE_ENV: "production" };
  const { stderr } = await promisify(execFile)(process.execPath, [import.meta.filename, outDir], { env });
  if (stderr !== "") process.stderr.write(stderr);
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await bundle(process.argv[2] ?? "");
