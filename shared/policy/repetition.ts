import { periodName, periodOf } from "../calendar/period.ts";
import { civilDate } from "../calendar/zone.ts";
import type { Instant } from "../kernel/instant.ts";
import { holds } from "./holds.ts";
import type { Corrective } from "./liability.ts";
import type { Policy } from "./policy.ts";
import type { Fact, Facts } from "./terms.ts";

type Repetition = Extract<Corrective["trigger"], { on: "repetition" }>;

/** Where a case is counted: about whom or what, and in which period of its receipt. */
export type Place = { readonly subject: string; readonly period: string };

/** The same for two spellings of one name: width, case and blanks do not tell people apart. */
export const sameName = (fact: Fact): string =>
  String(fact).toWellFormed().normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();

/** Where a case of such facts, received then, counts for a repetition; undefined when it does not (AS-124). */
export const placeOf = (policy: Policy, trigger: Repetition, at: Instant, facts: Facts): Place | undefined => {
  const { subject: name, counts, per } = trigger;
  const fact = name === undefined ? undefined : facts[name];
  if (fact === undefined || holds(policy, counts, facts).is !== true) return undefined;
  const subject = sameName(fact);
  if (subject === "") return undefined;
  return { subject, period: periodName(periodOf(civilDate(at, policy.calendar.timeZone), per), per) };
};

/** The place of the case by which the action is opened, counted from 1; undefined when none of them completes a number. */
export const opensWith = (
  policy: Policy,
  trigger: Repetition,
  cases: readonly { readonly at: Instant; readonly facts: Facts }[],
): number | undefined => {
  const tally = new Map<string, number>();
  for (const [nth, { at, facts }] of cases.entries()) {
    const place = placeOf(policy, trigger, at, facts);
    if (place === undefined) continue;
    const key = JSON.stringify(place);
    const count = (tally.get(key) ?? 0) + 1;
    if (count === trigger.times) return nth + 1;
    tally.set(key, count);
  }
  return undefined;
};
