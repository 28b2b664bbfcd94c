import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { difference, verdictOf } from "../../../shared/case/returned/compare.ts";

/** Quantities with up to three decimals, as people write them. */
const quantity = fc.nat({ max: 10_000_000 }).map((n) => n / 1000);
/** A tolerance in hundredths of a per cent. */
const tolerance = fc.nat({ max: 10_000 });

describe("what came against what was approved", () => {
  test("the difference turned round is its opposite", () => {
    fc.assert(
      fc.property(quantity, quantity, (approved, counted) => {
        expect(difference(approved, counted) + difference(counted, approved)).toBe(0);
        expect(Math.round(difference(approved, counted) * 1000)).toBe(
          Math.round(counted * 1000) - Math.round(approved * 1000),
        );
      }),
    );
  });

  test("only more than the tolerance is beyond it, to the last decimal", () => {
    fc.assert(
      fc.property(quantity, quantity, tolerance, (approved, counted, hundredths) => {
        const [right, came] = [BigInt(Math.round(approved * 1000)), BigInt(Math.round(counted * 1000))];
        const beyond = came * 10_000n > right * BigInt(10_000 + hundredths);
        expect(verdictOf(approved, counted, hundredths / 100) === "beyond").toBe(beyond);
      }),
    );
  });

  test.each([
    ["exactly as approved", 100, 100, undefined, "as-approved"],
    ["nothing came", 100, 0, undefined, "less"],
    ["CCF-44 one too many without a tolerance", 100, 101, undefined, "beyond"],
    ["K-8 exactly the tolerance is within it", 100, 105, 5, "within"],
    ["a thousandth more is not", 100, 105.001, 5, "beyond"],
    ["no floating point", 0.1, 0.3, 200, "within"],
    ["a tolerance with decimals", 1000, 1012.5, 1.25, "within"],
  ] as const)("%s", (_why, approved, counted, percent, verdict) => {
    expect(verdictOf(approved, counted, percent)).toBe(verdict);
  });

  test("no floating point in the difference", () => {
    expect(difference(0.1, 0.3)).toBe(0.2);
  });
});
