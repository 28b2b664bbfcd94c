import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { answer } from "../../infra/policy/commands.ts";

const ROOT = join(import.meta.dirname, "../..");
const read = (name: string): string => readFileSync(join(ROOT, name), "utf8");
const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read("package.json")));

describe.each(["README.md", "README.zh-CN.md", "docs/deploy.md"])("%s is true", (name) => {
  const text = read(name);

  test("every policy command in it answers", () => {
    const lines = [...text.matchAll(/^\s*npm run -s policy -- (.+)$/gm)].map(([, words = ""]) => words);
    const local = lines.filter((line) => !line.startsWith("replay ")); // that one asks a running stack: test/functions/replay
    if (name !== "docs/deploy.md") expect(local.length).toBeGreaterThan(1);
    for (const line of local) expect(answer(line.split(" ")), line).toMatchObject({ ok: true });
  });

  test("every script it names exists", () => {
    const named = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, script = ""]) => script);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  test("every file it names exists", () => {
    const paths = [...text.matchAll(/[`(]((?:docs|functions|infra|shared|test|web)\/[\w./-]*)[`)]/g)].map(
      ([, path = ""]) => path,
    );
    const links = [...text.matchAll(/\]\(([\w./-]+)\)/g)].map(([, path = ""]) => path);
    expect([...paths, ...links].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
