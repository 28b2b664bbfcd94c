import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "cdk.out/local");

/** Everything that a bundle or the template can depend on. */
const SOURCES = [
  "functions/**/*.ts",
  "shared/**/*.{ts,json}",
  "infra/*.ts",
  "infra/constructs/**/*.ts",
  "package-lock.json",
];

const fingerprint = (): string => {
  const hash = createHash("sha256");
  for (const file of globSync(SOURCES, { cwd: ROOT }).sort()) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest("hex");
};

type Assembly = { readonly folder: string; readonly stack: string };

/** Several test files may want it at once; one makes it, the others wait for it. */
const alone = async <T>(lock: string, work: () => Promise<T>): Promise<T> => {
  mkdirSync(join(ROOT, "cdk.out"), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const holder = existsSync(join(lock, "pid")) ? Number(readFileSync(join(lock, "pid"), "utf8")) : undefined;
      if (holder !== undefined && !isAlive(holder)) rmSync(lock, { recursive: true, force: true });
      else await pause(100);
    }
  }
  try {
    writeFileSync(join(lock, "pid"), String(process.pid));
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false; // asking is the only way to know
  }
};

/** How many older assemblies stay: something may still run on one of them. */
const KEPT = 4;

const prune = (): void => {
  const older = readdirSync(FOLDER)
    .map((name) => join(FOLDER, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    .slice(KEPT);
  for (const folder of older) rmSync(folder, { recursive: true, force: true });
};

/**
 * The synthesized stack with its bundles, made anew only when a source has changed, each in a folder of its own: what
 * starts on this machine is what `cdk deploy` would send. The CDK library is loaded only when it is needed, since that
 * alone takes seconds.
 */
export const assemble = (): Promise<Assembly> =>
  alone(join(ROOT, "cdk.out/local.lock"), async () => {
    const folder = join(FOLDER, fingerprint().slice(0, 16));
    const mark = join(folder, "made.json");
    if (existsSync(mark)) return { folder, stack: JSON.parse(readFileSync(mark, "utf8")).stack };
    rmSync(folder, { recursive: true, force: true });
    const { synthesize } = await import("../app.ts");
    const { stack } = synthesize(folder);
    writeFileSync(mark, JSON.stringify({ stack }));
    prune();
    return { folder, stack };
  });
