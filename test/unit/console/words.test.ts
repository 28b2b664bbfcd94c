import { describe, expect, test } from "vitest";
import { MAIL_TEMPLATES } from "../../../shared/policy/workflow.ts";
import { en } from "../../../web/console/words/en/en.ts";
import { zhCN } from "../../../web/console/words/zh-cn/zh-cn.ts";

type Tree = { readonly [name: string]: unknown };

/** Every sentence by its path; functions are called with a number that must come back in what they say. */
const said = (words: Tree, path = ""): readonly (readonly [string, string])[] =>
  Object.entries(words).flatMap(([name, value]) => {
    const at = `${path}/${name}`;
    if (typeof value === "function") return [[at, String(value(7, 8))] as const];
    return typeof value === "object" && value !== null ? said(value as Tree, at) : [[at, String(value)] as const];
  });

const HAN = /\p{Script=Han}/u;

describe("the words of the console", () => {
  test("are the same places in both languages", () => {
    expect(said(en).map(([path]) => path)).toEqual(said(zhCN).map(([path]) => path));
  });

  test("are English in English but for the name of the other language, and Chinese in Chinese", () => {
    expect(said(en).filter(([path, text]) => HAN.test(text) && path !== "/otherLanguage")).toEqual([]);
    const latin = said(zhCN).filter(([, text]) => !HAN.test(text));
    expect(latin.map(([path]) => path)).toEqual(["/otherLanguage"]);
  });

  test("say each figure that they are given", () => {
    for (const words of [zhCN, en]) {
      expect(words.evidence.have(2, 3)).toMatch(/2\D+3/);
      expect(words.failed.other(503)).toContain("503");
      expect(words.case.damage(0)).not.toBe(words.case.damage(1));
    }
  });

  test("name every mail that the engine can owe", () => {
    expect(Object.keys(zhCN.mails.templates).sort()).toEqual([...MAIL_TEMPLATES].sort());
  });
});
