import fc from "fast-check";
import { expect, test } from "vitest";
import { cents, isMoney, spellCents, typedMoney } from "../../../shared/kernel/cents.ts";

test.each([
  { why: "two decimals stay", typed: "5000.00", means: "5000.00" },
  { why: "none are added", typed: "5000", means: "5000.00" },
  { why: "one is filled up", typed: "5000.5", means: "5000.50" },
  { why: "a full stop at the end is no decimal", typed: "5000.", means: "5000.00" },
  { why: "thousands are grouped", typed: "50,000.01", means: "50000.01" },
  { why: "with the currency's sign", typed: "¥ 5,000", means: "5000.00" },
  { why: "full-width figures of a Chinese keyboard", typed: "５０００．００", means: "5000.00" },
  { why: "zeros in front say nothing", typed: "007", means: "7.00" },
  { why: "nought is an amount", typed: "0", means: "0.00" },
  { why: "a third decimal is not cut off", typed: "5000.001", means: "5000.001" },
  { why: "less than nothing is no amount", typed: "-5", means: "-5" },
  { why: "words stay, to be named", typed: "about 50", means: "about 50" },
  { why: "nor is an exponent one", typed: "1e3", means: "1e3" },
])("$why: $typed", ({ typed, means }) => {
  expect(typedMoney(typed)).toBe(means);
});

test("every amount is spelled, read and typed as itself", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999n }), (amount) => {
      const spelled = spellCents(amount);
      expect([isMoney(spelled), cents(spelled), typedMoney(spelled)]).toEqual([true, amount, spelled]);
    }),
  );
});
