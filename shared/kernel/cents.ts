/** An amount as it is written everywhere here: `5000.00`, two decimals, no sign, no grouping. */
export const MONEY = /^(0|[1-9]\d{0,11})\.\d{2}$/;

export const isMoney = (text: string): boolean => MONEY.test(text);

/** An amount as a whole number of cents: `5000.00` is 500000. Money is never a floating-point number. */
export const cents = (money: string): bigint => BigInt(money.replace(".", ""));

/** The inverse of {@link cents}, for amounts of zero and more. */
export const spellCents = (amount: bigint): string => {
  const digits = `${amount}`.padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/**
 * What somebody typed as an amount, `5000`, `¥5,000.5` or `５０００．００`, with its two decimals. What is no amount stays
 * as it was typed, so that the fault can be named.
 */
export const typedMoney = (typed: string): string => {
  const figure = typed.normalize("NFKC").replace(/[,\s\p{Sc}]/gu, "");
  const [, whole = "", fraction = ""] = /^0*(\d{1,12})(?:\.(\d{0,2}))?$/.exec(figure) ?? [];
  return whole === "" ? typed : `${whole}.${fraction.padEnd(2, "0")}`;
};
