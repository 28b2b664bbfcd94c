import { readFileSync } from "node:fs";
import * as z from "zod";

/** Written by `npm run rules:build`, and compared with the tests themselves in one of them. */
const SHOWN = new URL("../../test/rules/shown.generated.json", import.meta.url);

let read: Readonly<Record<string, readonly string[]>> | undefined;

/** The tests that show a rule at work: file, name and by what of the regulation; none where no test does. */
export const shownBy = (rule: string): readonly string[] => {
  read ??= z.record(z.string(), z.array(z.string())).parse(JSON.parse(readFileSync(SHOWN, "utf8")));
  return read[rule] ?? [];
};
