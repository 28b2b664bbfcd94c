import type { Instant } from "../../kernel/instant.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Case } from "../case.ts";
import { isRunning, type Rulebook, readClocks } from "../clocks.ts";
import { isFinal } from "../final.ts";
import { isOver, type VisitReading, visitsOf } from "./visits.ts";

/** A visit that a case owes now: until when, if its regulation gives a figure, and the time that was promised instead. */
export type OwedVisit = VisitReading & {
  readonly since: Instant;
  readonly due?: Instant | undefined;
  readonly appointment?: Instant | undefined;
};

const isOwed = (reading: VisitReading): reading is VisitReading & { readonly since: Instant } =>
  reading.applies && reading.since !== undefined && !isOver(reading);

const owed = (policy: Policy, current: Case) =>
  isFinal(policy, current.state) ? [] : visitsOf(policy, current).filter(isOwed);

/** The visits that a case owes: those that were made and are not signed where they must be are among them (IPP-10). */
export const owedVisits = (rulebook: Rulebook, current: Case, now: Instant): readonly OwedVisit[] => {
  const clocks = readClocks(rulebook, current, now).filter(isRunning);
  return owed(rulebook.policy, current).map((reading) => ({
    ...reading,
    due: clocks.findLast(({ clock }) => clock.id === reading.rule.within)?.due,
    appointment: reading.state === "rebooked" ? reading.records.at(-1)?.next : undefined,
  }));
};

/** The roles that have a visit to make for a case. */
export const visitorsOf = (policy: Policy, current: Case): readonly string[] => [
  ...new Set(owed(policy, current).flatMap(({ rule }) => rule.by)),
];
