import { expect, test } from "vitest";
import { emailMark, markOf, marksAsked } from "../../../shared/find/marks.ts";

test.each([
  { why: "a country's prefix", filed: "+86 138 0000 0000", asked: "13800000000" },
  { why: "a trunk's nought", filed: "+86 571 0000 0000", asked: "0571-00000000" },
  { why: "wide figures", filed: "１３８００００００００", asked: "138 0000 0000" },
])("a telephone is the same with and without $why", ({ filed, asked }) => {
  expect(marksAsked(asked)).toContain(markOf("phone", filed) ?? expect.unreachable("no mark"));
});

test.each([
  { why: "case, hyphens and blanks", filed: "SO-2026-0117", asked: "so 2026 0117" },
  { why: "wide letters", filed: "ＳＯ２０２６", asked: "so2026" },
  { why: "Chinese in it", filed: "浙A·12345", asked: "浙a12345" },
])("a number of papers is the same whatever its $why", ({ filed, asked }) => {
  expect(marksAsked(asked)).toContain(markOf("identifier", filed) ?? expect.unreachable("no mark"));
});

test("an address is the same in capitals", () => {
  expect(marksAsked(" Chen@Dealer.Example ")).toContain(emailMark("chen@dealer.example"));
});

test.each([
  ["too few figures to call", "phone", "110"],
  ["no figure at all", "phone", "none"],
  ["only signs", "identifier", " - # - "],
  ["a sentence", "identifier", "x".repeat(81)],
] as const)("%s identifies nothing", (_why, by, said) => {
  expect(markOf(by, said)).toBeUndefined();
});

test("a telephone is not the number of papers that is spelt alike", () => {
  expect(markOf("phone", "13800000000")).not.toBe(markOf("identifier", "13800000000"));
});
