import type { Instant } from "../../kernel/instant.ts";
import { type Due, dueOf } from "../../policy/due.ts";
import { startedBy } from "../../policy/since.ts";
import type { Facts } from "../../policy/terms.ts";
import type { Rulebook } from "../clocks.ts";

/**
 * Until when something may be claimed, counted from the moment that the regulation names, whatever happened in between
 * (COU-26, COU-27); undefined where it sets no period, or where that moment is not known.
 */
export const claimPeriod = ({ policy, calendar }: Rulebook, facts: Facts): Due | undefined => {
  const clock = policy.clocks.find(({ id }) => id === policy.claims?.window);
  const from = clock && startedBy(policy, clock, facts);
  return clock === undefined || from === undefined ? undefined : dueOf(policy, clock, { from, facts, calendar });
};

/**
 * The last moment of the period, 24:00 of its last day; undefined while it cannot be told. Where the holidays after it
 * are not known yet, the day before any roll: until then a claim is in time in any case (K-12).
 */
export const lastMoment = (period: Due | undefined): Instant | undefined => {
  if (period?.applies !== true) return undefined;
  return period.state === "RUNNING" ? period.effectiveDue : period.nominalDue;
};

/** Whether a claim came after its period: never where that cannot be told for want of a calendar. */
export const isLate = (period: Due | undefined, filedAt: Instant): boolean =>
  period?.applies === true && period.state === "RUNNING" && filedAt > period.effectiveDue;
