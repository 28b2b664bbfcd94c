import type { Calendar } from "../calendar/calendar.ts";
import { addDays, addMonths, type CivilDate } from "../calendar/civil-date.ts";
import { occurrences, planApprover } from "../policy/occurrences.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";

/**
 * Of what a schedule is owed: of nothing, since the regulation gives no figure (S-17); of what somebody must register,
 * since it is visited or counted from its events and facts; under a plan that somebody approves; or of the company itself.
 */
export type OwedOf = "unstated" | "object" | "plan" | "house";

const FIRST = "2026-01-01" as CivilDate; // any day: what is missing does not hang on it

export const owedOf = (policy: Policy, schedule: Schedule, calendar: Calendar): OwedOf => {
  if (schedule.rhythm.kind === "unstated") return "unstated";
  if (schedule.duty.is === "visit") return "object";
  const year = { from: FIRST, to: addDays(addMonths(FIRST, 12), -1) };
  if (!occurrences(policy, schedule, { ...year, facts: {}, events: {}, calendar }).known) return "object";
  return planApprover(schedule) === undefined ? "house" : "plan";
};

/** The schedules that the company itself owes as long as nothing is registered under them. */
export const houseSchedules = (policy: Policy, calendar: Calendar): readonly Schedule[] =>
  policy.schedules.filter((schedule) => {
    const of = owedOf(policy, schedule, calendar);
    return of === "house" || of === "plan";
  });
