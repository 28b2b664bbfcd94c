import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { flatten, wordsAsked, wordsOf } from "../../../shared/find/tokens.ts";

test.each([
  { why: "Latin words and figures, small", text: "Rust on SO-2026-0117", words: ["rust", "on", "so", "2026", "0117"] },
  { why: "each character and each pair of neighbours", text: "门变形", words: ["门", "变", "形", "门变", "变形"] },
  { why: "one alone", text: "锈", words: ["锈"] },
  { why: "the width of letters does not count", text: "ＡＢ１２ ｶﾞ", words: ["ab12", "ガ"] },
  { why: "Chinese beside Latin", text: "门3号A", words: ["门", "3", "号", "a"] },
  {
    why: "signs part words and are none",
    text: "左下角,凹陷!",
    words: ["左", "下", "角", "左下", "下角", "凹", "陷", "凹陷"],
  },
  { why: "a character outside the first plane is one", text: "𠮷野", words: ["𠮷", "野", "𠮷野"] },
  { why: "a letter with its accent apart", text: "cafe\u0301", words: ["café"] },
  { why: "nothing", text: " …—\u0000\u200b ", words: [] },
  { why: "half a character", text: "a\ud800b", words: ["a", "b"] },
])("$why: $text", ({ text, words }) => {
  expect(wordsOf(text).toSorted()).toEqual([...words].sort());
});

describe("what is asked for", () => {
  test("is pairs where there are any, and a character where it stands alone", () => {
    expect(wordsAsked("门变形")).toEqual(["门变", "变形"]);
    expect(wordsAsked("门 rust")).toEqual(["门", "rust"]);
  });

  test("is always among what the text is filed under, wherever in it the question was cut out", () => {
    const text = fc.array(fc.constantFrom(..."门变形左ab1 -,。𠮷Ａé"), { maxLength: 30 }).map((all) => all.join(""));
    fc.assert(
      fc.property(text, text, text, (before, asked, after) => {
        const filed = new Set(wordsOf(`${before} ${asked} ${after}`));
        expect(wordsAsked(asked).filter((word) => !filed.has(word))).toEqual([]);
      }),
    );
  });

  test("is cut like what is filed, so that a word without an end is found", () => {
    expect(wordsOf("x".repeat(500))).toEqual(wordsAsked("x".repeat(300)));
  });
});

test("flattened twice is flattened once", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => flatten(flatten(text)) === flatten(text)));
});
