import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verdict } from "../../../shared/policy/verdict.ts";

describe("a share against its target (3.6)", () => {
  test.each([
    { why: "AS-21 exactly ninety", op: ">=", target: 90, n: 900, d: 1000, met: true, shown: "90.0 %", value: 90 },
    { why: "AS-21 just below", op: ">=", target: 90, n: 899, d: 1000, met: false, shown: "89.9 %", value: 89.9 },
    {
      why: "two decimals where one would look met",
      op: ">=",
      target: 90,
      n: 8996,
      d: 10000,
      met: false,
      shown: "89.96 %",
      value: 89.96,
    },
    {
      why: "and three where two would",
      op: ">=",
      target: 90,
      n: 89_996,
      d: 100_000,
      met: false,
      shown: "89.996 %",
      value: 89.996,
    },
    {
      why: "AS-21 three per cent is not below three",
      op: "<",
      target: 3,
      n: 3,
      d: 100,
      met: false,
      shown: "3.0 %",
      value: 3,
    },
    {
      why: "met, and it must not look missed",
      op: "<",
      target: 3,
      n: 296,
      d: 10_000,
      met: true,
      shown: "2.96 %",
      value: 2.96,
    },
    {
      why: "AS-110 rounding that crosses nothing",
      op: ">=",
      target: 50,
      n: 199,
      d: 400,
      met: false,
      shown: "49.8 %",
      value: 49.75,
    },
    { why: "AS-110 with one more", op: ">=", target: 50, n: 200, d: 400, met: true, shown: "50.0 %", value: 50 },
    {
      why: "AS-81 ten of a thousand is at most one per cent",
      op: "<=",
      target: 1,
      n: 10,
      d: 1000,
      met: true,
      shown: "1.0 %",
      value: 1,
    },
    { why: "AS-81 and not below it", op: "<", target: 1, n: 10, d: 1000, met: false, shown: "1.0 %", value: 1 },
    {
      why: "AS-81 nearly all is not all",
      op: ">=",
      target: 100,
      n: 199,
      d: 200,
      met: false,
      shown: "99.5 %",
      value: 99.5,
    },
    { why: "nothing happened, as wished", op: "=", target: 0, n: 0, d: 7, met: true, shown: "0.0 %", value: 0 },
    {
      why: "0.29 of 1 is 29, not 28.999999999999996",
      op: "=",
      target: 29,
      n: 0.29,
      d: 1,
      met: true,
      shown: "29.0 %",
      value: 29,
    },
    {
      why: "0.1 + 0.2 is what it is, a little more than 0.3",
      op: "<=",
      target: 30,
      n: 0.1 + 0.2,
      d: 1,
      met: false,
      shown: expect.stringMatching(/^30\.0+4 %$/),
      value: expect.closeTo(30),
    },
    { why: "a fall is negative", op: ">=", target: 10, n: -5, d: 100, met: false, shown: "-5.0 %", value: -5 },
    {
      why: "a target with a decimal",
      op: ">=",
      target: 99.5,
      n: 1989,
      d: 2000,
      met: false,
      shown: "99.45 %",
      value: 99.45,
    },
  ] as const)("$why", ({ op, target, n, d, met, shown, value }) => {
    expect(verdict({ operator: op, target, unit: "percent" }, { numerator: n, denominator: d })).toEqual({
      value,
      shown,
      met,
    });
  });

  test("nothing counted is no data, neither met nor missed", () => {
    const none = { value: null, shown: null, met: null };
    expect(verdict({ operator: "<", target: 3, unit: "percent" }, { numerator: 0, denominator: 0 })).toEqual(none);
  });

  test.each([
    { why: "AS-115 one major complaint misses a target of none", n: 1, target: 0, met: false },
    { why: "none meets it", n: 0, target: 0, met: true },
    { why: "a figure without a target is shown and not judged", n: 7, target: null, met: null },
  ])("a plain count: $why", ({ n, target, met }) => {
    const counted = verdict({ operator: "=", target, unit: "count" }, { numerator: n, denominator: 0 });
    expect(counted).toEqual({ value: n, shown: `${n}`, met });
  });

  test("a share without a target is shown and not judged", () => {
    const shown = verdict({ operator: "<", target: null, unit: "percent" }, { numerator: 1, denominator: 3 });
    expect(shown).toEqual({ value: 33.33333333333333, shown: "33.3 %", met: null });
  });

  test.each([
    [Number.NaN, 1],
    [1, Number.POSITIVE_INFINITY],
    [1, -1],
  ])("%s of %s is no share", (numerator, denominator) => {
    expect(() => verdict({ operator: "<", target: 3, unit: "percent" }, { numerator, denominator })).toThrow(
      RangeError,
    );
  });

  test("what is shown lies on the same side of the target as the truth", () => {
    const figure = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 0, max: 100 }), (n, d, target) => {
        const { shown, met } = verdict(
          { operator: ">=", target, unit: "percent" },
          { numerator: n, denominator: d + 1 },
        );
        expect(met).toBe(n * 100 >= target * (d + 1));
        expect(Number.parseFloat(shown ?? "") >= target).toBe(met);
      }),
    );
  });
});
