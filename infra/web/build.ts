import { createHash, randomUUID } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { buildConsole } from "./console.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Everything that the built files can depend on; of shared/ the console takes few values, out of these folders. */
const SOURCES = [
  "web/console/**/*.*",
  "web/docs/**/*.*",
  "infra/web/**/*.ts",
  "shared/{api,kernel,survey}/*.ts",
  "package-lock.json",
];

/** Says from which sources a folder was built, within the folder, so that both appear together. */
const MARK = "made-from.txt";

const fingerprint = (): string => {
  const hash = createHash("sha256");
  const entries = globSync(SOURCES, { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map(({ parentPath, name }) => relative(ROOT, join(parentPath, name))).sort();
  for (const file of files) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest("hex");
};

const madeFrom = (folder: string): string | undefined =>
  existsSync(join(folder, MARK)) ? readFileSync(join(folder, MARK), "utf8") : undefined;

const buildDocs = (outDir: string): void => {
  const swagger = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
  cpSync(join(ROOT, "web/docs"), outDir, { recursive: true });
  for (const file of ["swagger-ui-bundle.js", "swagger-ui.css", "LICENSE", "NOTICE"])
    copyFileSync(join(swagger, file), join(outDir, file));
  copyFileSync(join(ROOT, "web/console/icon.svg"), join(outDir, "icon.svg"));
};

/** More builds than this at one moment do not happen; a rename that fails more often fails for another reason. */
const TRIES = 20;

/** Puts a finished folder in the place of what is there; whoever was faster with the same sources stays. */
const putInPlace = (made: string, outDir: string, from: string): void => {
  const old = made.replace(/new$/, "old");
  for (let tries = 0; madeFrom(outDir) !== from; tries += 1) {
    if (tries === TRIES) throw new Error(`${outDir} could not be replaced`);
    if (existsSync(outDir)) rename(outDir, old);
    rename(made, outDir);
    rmSync(old, { recursive: true, force: true });
  }
};

/** Does nothing when another build moved something there, or away, in between. */
const rename = (from: string, to: string): void => {
  try {
    renameSync(from, to);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "ENOTEMPTY" && code !== "EEXIST" && code !== "ENOENT") throw error;
  }
};

/**
 * The static site, as it is served under `/console/` and `/docs/`: built when a source has changed since `folder` was
 * made, which a digest of the sources tells. Safe to call from several processes at once. `console/config.json` is not
 * among the files: an installation writes its own.
 */
export const buildSite = async (folder: string): Promise<void> => {
  const outDir = resolve(folder);
  const from = fingerprint();
  if (madeFrom(outDir) === from) return;
  const made = `${outDir}.${randomUUID()}.new`;
  mkdirSync(join(made, "docs"), { recursive: true });
  try {
    const bundled = buildConsole(join(made, "console"));
    buildDocs(join(made, "docs"));
    await bundled;
    writeFileSync(join(made, MARK), from);
    putInPlace(made, outDir, from);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await buildSite(process.argv[2] ?? join(ROOT, "dist/web"));
