import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { parseYaml, readPolicy } from "../../../infra/policy/read.ts";
import { source } from "./fixture.ts";

describe("YAML is plain data", () => {
  test.each([
    { why: "an alias", text: "a: &x 1\nb: *x\n", line: 2, says: /alias \*x/ },
    { why: "an anchor that nobody uses", text: "a: 1\nb: &x 2\n", line: 2, says: /anchor &x/ },
    { why: "a merge key", text: "a: 1\n<<: { b: 2 }\n", line: 2, says: /merge key/ },
    { why: "a tag of one's own", text: "a: 1\nb: !secret 2\n", line: 2, says: /secret/ },
    { why: "a tag of YAML's", text: "a: 1\nb: !!str 2\n", line: 2, says: /tag/ },
    { why: "a key twice", text: "a: 1\nb: 2\na: 3\n", line: 3, says: /unique/ },
    { why: "a key that reaches the prototype", text: "a: 1\n__proto__: { b: 2 }\n", line: 2, says: /plain word/ },
    { why: "a key that is a list", text: "a: 1\n? [b]\n: 2\n", line: 2, says: /plain word/ },
    { why: "a second document", text: "a: 1\n---\nb: 2\n", line: 2, says: /more than one document/ },
    { why: "a directive that nobody knows", text: "%SONG 1\n---\na: 1\n", line: 1, says: /SONG/ },
    { why: "what is no YAML", text: "a: 1\nb: [1\n", line: 3, says: /./ },
  ])("$why is refused with its line", ({ text, line, says }) => {
    const { problems, source: read } = parseYaml(text);
    expect(problems).toContainEqual({
      severity: "error",
      path: "",
      code: "yaml",
      line,
      says: expect.stringMatching(says),
    });
    expect(read).toBeUndefined();
  });

  test("a bomb of aliases is not unfolded", () => {
    const bomb = [
      "a0: &a0 [x]",
      ...Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`),
    ];
    expect(parseYaml(bomb.join("\n")).source).toBeUndefined();
  });

  test("yes, no and dates stay the words they are", () => {
    expect(parseYaml("a: yes\nb: 2024-01-01\nc: 2-3\n").source).toEqual({ a: "yes", b: "2024-01-01", c: "2-3" });
  });
});

describe("a policy file", () => {
  test("that holds has no problems", () => {
    expect(readPolicy(stringify(source(), { aliasDuplicateObjects: false })).problems).toEqual([]);
  });

  test("with a word that the language does not have says where", () => {
    const text = stringify({ ...source(), formula: "1 + 1" });
    const { policy, problems } = readPolicy(text);
    expect(policy).toBeUndefined();
    expect(problems).toMatchObject([{ path: "", code: "schema", says: expect.stringContaining("formula") }]);
  });

  test("with a length that nobody says is told how to say it, with the line", () => {
    const base = source();
    const text = stringify({ ...base, clocks: [{ ...base.clocks[0], within: "4 fortnights" }] });
    const line = text.split("\n").findIndex((one) => one.includes("fortnights")) + 1;
    const { problems } = readPolicy(text);
    expect(problems).toMatchObject([
      { path: "clocks[0].within", line, says: expect.stringContaining("4 working days") },
    ]);
  });

  test("that contradicts itself says where, with the line", () => {
    const base = source();
    const text = stringify({ ...base, clocks: [{ ...base.clocks[0], stop: "solved" }] });
    const line = text.split("\n").findIndex((one) => one.includes("solved")) + 1;
    expect(readPolicy(text).problems).toMatchObject([{ path: "clocks[0].stop", code: "unknown-event", line }]);
  });
});
