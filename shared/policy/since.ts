import { CivilDate } from "../calendar/civil-date.ts";
import { startOfDay } from "../calendar/zone.ts";
import { Instant } from "../kernel/instant.ts";
import type { Clock } from "./clock.ts";
import type { Policy } from "./policy.ts";
import type { Facts } from "./terms.ts";

/**
 * When a clock began that counts from a fact (`since`): the moment that it holds, or the first of its day in the policy's
 * time zone (COU-27, HKC-02). Undefined while the fact is not known, and for a clock that an event starts.
 */
export const startedBy = (policy: Policy, { since }: Clock, facts: Facts): Instant | undefined => {
  const said = since === undefined ? undefined : facts[since];
  const day = CivilDate.safeParse(said);
  return day.success ? startOfDay(day.data, policy.calendar.timeZone) : Instant.safeParse(said).data;
};
