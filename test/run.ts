import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";

/**
 * All that must hold before work lands: format and rules, types, nothing unused, every test. Words after `--` go to
 * vitest and leave the other checks out: `npm test -- test/unit/case`.
 */
const ROOT = join(import.meta.dirname, "..");
const bin = (name: string): string => join(ROOT, "node_modules/.bin", name);
const run = (name: string, words: readonly string[]): boolean =>
  spawnSync(bin(name), words, { cwd: ROOT, stdio: "inherit", shell: process.platform === "win32" }).status === 0;

const checks = [
  { says: "format and rules", passes: () => run("biome", ["check", "--error-on-warnings", "."]) },
  { says: "types", passes: () => run("tsc", ["-p", "."]) },
  { says: "nothing unused", passes: () => run("knip", []) },
] as const;

const Report = z.object({ numPassedTests: z.number(), numFailedTests: z.number(), numTotalTests: z.number() });

const vitest = (words: readonly string[]): { passed: number; failed: number } => {
  const file = join(tmpdir(), `aftercare-tests-${process.pid}.json`);
  const ok = run("vitest", ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${file}`, ...words]);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests } = Report.parse(JSON.parse(readFileSync(file, "utf8")));
  rmSync(file);
  // a file that cannot even be loaded has no failed test in it
  return { passed: numPassedTests, failed: ok ? numFailedTests : Math.max(numFailedTests, 1) };
};

const words = process.argv.slice(2);
const failed =
  words.length > 0
    ? []
    : checks.filter(({ says, passes }) => {
        console.log(`\n— ${says}`);
        return !passes();
      });
for (const { says } of failed) console.log(`failed: ${says}`);
const tests = vitest(words);
const total = {
  passed: tests.passed + (words.length > 0 ? 0 : checks.length - failed.length),
  failed: tests.failed + failed.length,
};
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
