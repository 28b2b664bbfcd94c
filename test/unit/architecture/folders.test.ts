import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter(
      (name) =>
        /\.tsx?$/.test(name) &&
        !name.includes("node_modules") &&
        !name.endsWith(".d.ts") &&
        !name.includes(".generated."),
    )
    .map((name) => `${folder}/${name}`);
const linesOf = (file: string): number => readFileSync(join(root, file), "utf8").trimEnd().split("\n").length;
const code = ["shared", "functions", "infra"].flatMap(sources);

/** Folders that open with another file than the one of their own name, and why. */
const OPENS: Readonly<Record<string, string>> = {
  aws: "table.ts", // every question that is asked of the table
  kernel: "instant.ts", // a handful of words, none of them above the others
  policies: "register.ts", // the regulations are data; this reads what they must carry
  runtime: "wiring.ts", // where a function gets its ports
};
const folders = readdirSync(join(root, "shared"), { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe("every folder of shared/ opens with a file that says what it is", () => {
  test.each(folders.map(({ name }) => name))("shared/%s", (name) => {
    const opening = readFileSync(join(root, "shared", name, OPENS[name] ?? `${name}.ts`), "utf8");
    expect(opening).toContain("/**");
  });

  test("an exception that is none any more is taken off the list", () => {
    const names = folders.map(({ name }) => name);
    expect(
      Object.keys(OPENS).filter(
        (name) => !names.includes(name) || readdirSync(join(root, "shared", name)).includes(`${name}.ts`),
      ),
    ).toEqual([]);
  });
});

test("a function parses, calls and replies: none has more than 80 lines", () => {
  expect(sources("functions").length).toBeGreaterThan(0);
  expect(sources("functions").filter((file) => linesOf(file) > 80)).toEqual([]);
});

test("a function's file says what it does and what calls it", () => {
  expect(
    sources("functions").filter((file) => !/^functions\/[a-z-]+\.(http|schedule|upload|event)\.ts$/.test(file)),
  ).toEqual([]);
});

test("one idea a file: none of the product's own has more than 220 lines", () => {
  expect(code.filter((file) => linesOf(file) > 220)).toEqual([]);
});

test("no file is named after having no idea", () => {
  expect(code.filter((file) => /(^|[/.-])(utils?|helpers?|manager|service|common|misc)\.tsx?$/.test(file))).toEqual([]);
});

test("no file hands on what others say: there are no barrels", () => {
  expect(code.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([]);
});

test("the core reads no clock and no environment, also where a comment would switch the linter off", () => {
  const core = sources("shared").filter(
    (file) => !/^shared\/(aws|imaging|runtime)\//.test(file) && file !== "shared/kernel/instant.ts",
  );
  expect(
    core.filter((file) => /\bnew Date\b|Date\.now|process\.|Math\.random/.test(readFileSync(join(root, file), "utf8"))),
  ).toEqual([]);
});
