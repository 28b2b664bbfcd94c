import { execFile } from "node:child_process";
import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { writeExplainPages } from "../policy/site.ts";

const ROOT = join(import.meta.dirname, "../..");
const BUILT = join(ROOT, "dist/web");

const copyIn = (dataDir: string): string => join(dataDir, "site");

/**
 * Builds the console and the API documents beside everything else that starts, in a process of its own, and lays a copy
 * into the data folder, since each installation signs in elsewhere.
 * @returns the folders that are served, by prefix.
 */
export const site = async (dataDir: string): Promise<Readonly<Record<string, string>>> => {
  await promisify(execFile)(process.execPath, [join(ROOT, "infra/web/build.ts"), BUILT]);
  const folder = copyIn(dataDir);
  rmSync(folder, { recursive: true, force: true });
  cpSync(BUILT, folder, { recursive: true });
  writeExplainPages(join(folder, "policies"));
  return Object.fromEntries(["console", "docs", "policies"].map((name) => [`/${name}`, join(folder, name)]));
};

/**
 * Tells the console of this installation where its people sign in: without a host, since people open this machine by
 * more than one name.
 */
export const signInAt = (dataDir: string, { issuer, clientId }: { issuer: string; clientId: string }): void =>
  writeFileSync(
    join(copyIn(dataDir), "console/config.json"),
    JSON.stringify({ issuer, clientId, login: new URL(issuer).pathname }),
  );
