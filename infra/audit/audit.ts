import { readArgv } from "../policy/argv.ts";
import { verifyAnchors, verifyCases } from "./judge.ts";

const USAGE = "say audit verify [--anchor <anchor file>] <case file>…, or audit anchors <anchor file>…";

/**
 * Proves exported timelines without a network: prints JSON, and ends with 1 when something does not hold or cannot be
 * read. The case files are what GET /v1/{org}/cases/{caseId}/audit answers, the anchors the objects of the anchor bucket.
 */
const main = ([name, ...rest]: readonly string[]): void => {
  try {
    const argv = readArgv(rest, name === "verify" ? ["anchor"] : []);
    if (!argv.ok) throw new Error(argv.error);
    const { words, options } = argv.value;
    if ((name !== "verify" && name !== "anchors") || words.length === 0) throw new Error(USAGE);
    const said = name === "verify" ? verifyCases(words, options.get("anchor")?.at(-1)) : verifyAnchors(words);
    process.stdout.write(`${JSON.stringify(said, null, 2)}\n`);
    if (!said.holds) process.exitCode = 1;
  } catch (error) {
    process.stderr.write(
      `audit: ${(error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, " ")}\n`,
    );
    process.exitCode = 1;
  }
};

main(process.argv.slice(2));
