import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import scenarios from "./scenarios.json" with { type: "json" };

/** A test that says by its name, or by that of what it stands in, which rule it shows. */
export type NamedTest = {
  readonly file: string;
  readonly name: string;
  readonly rules: readonly string[];
  readonly scenarios: readonly string[];
};

const TEST = join(import.meta.dirname, "..");

/** Of what a policy may say, how a page words it, and of lists of names: they show no rule at work, whatever they name. */
const NOT_AT_WORK = [/^unit\/(policy|page|docs|architecture)\//, /^policies\/scenarios\.test\.ts$/, /^rules\//];

/** `test("…`, `describe("…`, and the name behind a table: `test.each(rows)("…`, `])("…`. */
const CALLED = /^(\s*)(?:(?:test|describe)\(|(?:test|describe)\.each\(.*\)\(|\]\)\()"((?:[^"\\]|\\.)*)"/;
/** The name of a row in a table of test/policies. */
const ROW = /^(\s*)(?:\[|id: |why: |\{ id: |\{ why: )?"((?:AS-\d+|[A-Z]{3}-\d{2})\b(?:[^"\\]|\\.)*)"/;

const RULE = /\b[A-Z]{3}-\d{2}\b/g;
const SCENARIO = /\bAS-\d+\b/g;
const KNOWN: Readonly<Record<string, readonly string[]>> = scenarios;

/** The names of a file of tests that stand in each other by their indentation. */
const namesIn = (text: string, tables: boolean): readonly string[] => {
  const open: { indent: number; name: string }[] = [];
  return text.split("\n").flatMap((line) => {
    const [, space = "", said] = CALLED.exec(line) ?? (tables ? ROW.exec(line) : null) ?? [];
    if (said === undefined) return [];
    while ((open.at(-1)?.indent ?? -1) >= space.length) open.pop();
    open.push({ indent: space.length, name: said });
    return [open.map(({ name }) => name).join(" › ")];
  });
};

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
    .map(({ parentPath, name }) => relative(TEST, join(parentPath, name)).replaceAll("\\", "/"))
    .filter((file) => !NOT_AT_WORK.some((pattern) => pattern.test(file)))
    .sort();

/** Every test whose name says a rule, or a scenario, which says which rules it is about. */
export const namedTests = (): readonly NamedTest[] =>
  filesOf(TEST).flatMap((file) =>
    namesIn(readFileSync(join(TEST, file), "utf8"), file.startsWith("policies/")).flatMap((name) => {
      const told = [...new Set(name.match(SCENARIO) ?? [])];
      const rules = [...new Set((name.match(RULE) ?? []).filter((id) => !id.startsWith("AS-")))];
      return rules.length + told.length === 0
        ? []
        : [{ file: `test/${file}`, name, rules, scenarios: told.filter((id) => id in KNOWN) }];
    }),
  );

export const rulesOfScenario = (id: string): readonly string[] => KNOWN[id] ?? [];
