import { never } from "../kernel/result.ts";
import { exact, placesOf, rounded } from "./decimal.ts";
import type { Kpi } from "./kpi.ts";

/** All null where nothing was counted: no data is neither met nor missed; `met` alone where the regulation gives no target. */
export type Verdict =
  | { readonly value: number; readonly shown: string; readonly met: boolean | null }
  | { readonly value: null; readonly shown: null; readonly met: null };

const compares = (operator: Kpi["operator"], a: bigint, b: bigint): boolean => {
  switch (operator) {
    case ">=":
      return a >= b;
    case ">":
      return a > b;
    case "<=":
      return a <= b;
    case "<":
      return a < b;
    case "=":
      return a === b;
    default:
      return never(operator);
  }
};

const spelt = (units: bigint, places: number): string => {
  const digits = `${units < 0n ? -units : units}`.padStart(places + 1, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)} %`;
};

/** The share as the nearest number: 0.29 of 1 is 29 and not 28.999999999999996. */
const precise = (share: bigint, per: bigint): number => Number.parseFloat(spelt(rounded(share * 10n ** 14n, per), 14));

type Shares = { readonly share: bigint; readonly per: bigint };

/** One decimal, or as many as it takes for the reader not to see the figure on the other side of the target. */
const judged = (operator: Kpi["operator"], target: number, { share, per }: Shares): Verdict => {
  const places = placesOf(target);
  const goal = exact(target, places);
  const met = compares(operator, share * 10n ** BigInt(places), goal * per);
  // Ends: a share that differs from the target differs from it by at least one unit of some decimal place.
  for (let decimals = 1; ; decimals += 1) {
    const units = rounded(share * 10n ** BigInt(decimals), per);
    const finer = Math.max(decimals, places);
    const seen = compares(operator, units * 10n ** BigInt(finer - decimals), goal * 10n ** BigInt(finer - places));
    if (seen === met) return { value: precise(share, per), shown: spelt(units, decimals), met };
  }
};

type Target = Pick<Kpi, "operator" | "target" | "unit">;

/** Judges a share that is known exactly, `share` of `per` in per cent; of none there is no data. */
export const exactVerdict = ({ operator, target }: Omit<Target, "unit">, { share, per }: Shares): Verdict => {
  if (per === 0n) return { value: null, shown: null, met: null };
  if (target !== null) return judged(operator, target, { share: share * 100n, per });
  const all = share * 100n;
  return { value: precise(all, per), shown: spelt(rounded(all * 10n, per), 1), met: null };
};

/**
 * Judges a figure against its target (3.6): a share in per cent, or a plain count, which needs no denominator. The
 * comparison is made on whole numbers, never on rounded or floating ones.
 *
 * @throws RangeError when a figure is not finite or the denominator is negative.
 */
export const verdict = (
  { operator, target, unit }: Target,
  { numerator, denominator }: { readonly numerator: number; readonly denominator: number },
): Verdict => {
  if (![numerator, denominator].every(Number.isFinite) || denominator < 0)
    throw new RangeError(`${numerator} of ${denominator} is no share`);
  if (unit === "count") {
    const met = target === null ? null : judged(operator, target, { share: exact(numerator, 6), per: 10n ** 6n }).met;
    return { value: numerator, shown: `${numerator}`, met };
  }
  const scale = Math.max(placesOf(numerator), placesOf(denominator));
  return exactVerdict({ operator, target }, { share: exact(numerator, scale), per: exact(denominator, scale) });
};
