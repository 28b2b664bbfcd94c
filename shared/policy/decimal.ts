/** A decimal number as a whole number of units of 10^-places, exactly as it is written. */
export const exact = (n: number, places: number): bigint => {
  const [, sign = "", whole = "0", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(`${n}`) ?? [];
  const shift = places + Number(exponent) - fraction.length;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  return shift >= 0 ? digits * 10n ** BigInt(shift) : digits / 10n ** BigInt(-shift);
};

/** How many decimals a number is written with. */
export const placesOf = (n: number): number => {
  const [, fraction = "", exponent = "0"] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(`${n}`) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
};

/** a ÷ b to the nearest whole, halves away from zero; b is positive. */
export const rounded = (a: bigint, b: bigint): bigint =>
  a < 0n ? -((-a * 2n + b) / (b * 2n)) : (a * 2n + b) / (b * 2n);
