import { expect, test } from "vitest";
import { type Broken, problemsOf } from "./broken.ts";

const assumed = (key: string) => ({
  key,
  value: null,
  status: "assumed",
  says: { "zh-CN": "假定", en: "assumed" },
  see: "A-01",
});
const advisory = (policy: Broken): void => {
  policy.clocks[0].grade = "advisory";
  policy.kpis = [];
};
const without =
  (key: string) =>
  (policy: Broken): void => {
    policy.assumptions = policy.assumptions.filter((one: { key: string }) => one.key !== key);
  };
const assuming =
  (key: string, change: (policy: Broken) => void = () => undefined) =>
  (policy: Broken): void => {
    change(policy);
    policy.assumptions.push(assumed(key));
  };

test.each([
  ["an advisory clock that nobody lists", advisory, "clocks[0].grade", "assumption-not-listed", /clocks\.answer/],
  [
    "a clock of which only the beginning of the name is listed",
    assuming("clocks.answer-late", advisory),
    "clocks[0].grade",
    "assumption-not-listed",
    /advisory clock "answer"/,
  ],
  [
    "a day of coming into force that no source names",
    without("effectiveFrom"),
    "effectiveFrom",
    "assumption-not-listed",
    /2024-01-01/,
  ],
  ["numbers that no rule asks for", without("numbering.template"), "numbering", "assumption-not-listed", /YYYY-MM-NNN/],
  [
    "an assumption about no section of the file",
    assuming("reminders"),
    "assumptions[2].key",
    "assumption-of-nothing",
    /"reminders" is the name of no section/,
  ],
  [
    "a section that is misspelt",
    assuming("clock.advisory"),
    "assumptions[2].key",
    "assumption-of-nothing",
    /"clock" is the name of no section/,
  ],
])("%s is refused", (_why, change, path, code, says) => {
  expect(problemsOf(change)).toEqual([{ severity: "error", path, code, says: expect.stringMatching(says) }]);
});

test.each([
  ["a binding clock needs none", () => undefined],
  ["all advisory clocks at once", assuming("clocks.advisory", advisory)],
  ["the clock by its id", assuming("clocks.answer", advisory)],
  ["a property of the clock", assuming("clocks.answer.within", advisory)],
  [
    "numbers that a rule asks for need none",
    (policy: Broken) => {
      without("numbering.template")(policy);
      policy.numbering.rules = ["SMW-02"];
    },
  ],
  [
    "no numbers, no assumption",
    (policy: Broken) => {
      without("numbering.template")(policy);
      policy.numbering = undefined;
    },
  ],
  ["a section that this file leaves out", assuming("sanctions")],
])("%s", (_why, change) => {
  expect(problemsOf(change)).toEqual([]);
});
