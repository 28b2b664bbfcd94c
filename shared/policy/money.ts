import { cents, spellCents } from "../kernel/cents.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import type { AuthorityTable } from "./authority.ts";
import type { Claims } from "./claims.ts";
import { exact, placesOf, rounded } from "./decimal.ts";
import { withinMoney } from "./within.ts";

type Band = AuthorityTable["bands"][number];

/** Whether an amount lies in a band: above `over`, up to and including `upTo` (K-8). */
export const inBand = ({ over, upTo }: Band, amount: string): boolean => withinMoney({ over, upTo }, amount);

/** Which role may say yes to an amount (CCF-21, AS-44); undefined where nobody may, which lint refuses. */
export const approverOf = ({ bands, otherwise }: AuthorityTable, amount: string): string | undefined =>
  bands.find((band) => inBand(band, amount))?.approver ?? otherwise;

type Formula = Claims["compensation"][number]["formula"];

/** What a formula is fed with; each only where the formula needs it. */
type Loss = {
  readonly insured?: string | undefined;
  /** The share of damage, in per cent; 100 is a total loss. */
  readonly percent?: number | undefined;
  /** The actual value, or the freight that was paid. */
  readonly value?: string | undefined;
  /** What is claimed, or was agreed on. */
  readonly claimed?: string | undefined;
};

/**
 * How much a formula pays, rounded half up to the cent (COU-18, COU-19): for a negotiated loss the most that may be paid.
 * Refuses with what is missing.
 */
export const compensationOf = (
  formula: Formula,
  { insured, percent, value, claimed }: Loss,
): Result<string, string> => {
  switch (formula) {
    case "ratio-of-insured": {
      if (insured === undefined || percent === undefined) return refuse("insured and percent");
      const places = placesOf(percent);
      return accept(spellCents(rounded(cents(insured) * exact(percent, places), 100n * 10n ** BigInt(places))));
    }
    case "actual-value-at-most": {
      if (value === undefined) return refuse("value");
      return accept(claimed !== undefined && cents(claimed) < cents(value) ? claimed : value);
    }
    case "as-agreed":
      return claimed === undefined ? refuse("claimed, the sum agreed on") : accept(claimed);
    case "freight-refund":
      return value === undefined ? refuse("value, the freight paid") : accept(value);
    case "none":
      return accept("0.00");
  }
};
