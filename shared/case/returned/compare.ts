import { exact, placesOf } from "../../policy/decimal.ts";

/** How what came back compares with what was approved (CCF-43). */
export type Verdict = "as-approved" | "less" | "within" | "beyond";

/** So much more or less than approved, exactly: 10.5 counted for 10 is 0.5, the other way round −0.5. */
export const difference = (approved: number, counted: number): number => {
  const places = Math.max(placesOf(approved), placesOf(counted));
  return Number(`${exact(counted, places) - exact(approved, places)}e-${places}`);
};

/**
 * What follows from a count (CCF-43, CCF-44): less than approved, or more by up to the tolerance in per cent, is booked as
 * counted; anything beyond is held. Without a tolerance every excess is beyond it.
 */
export const verdictOf = (approved: number, counted: number, percent: number | undefined): Verdict => {
  const places = Math.max(placesOf(approved), placesOf(counted));
  const [right, came] = [exact(approved, places), exact(counted, places)];
  if (came === right) return "as-approved";
  if (came < right) return "less";
  const fine = 10n ** BigInt(placesOf(percent ?? 0));
  const most = right * (100n * fine + exact(percent ?? 0, placesOf(percent ?? 0)));
  return came * 100n * fine <= most ? "within" : "beyond";
};
