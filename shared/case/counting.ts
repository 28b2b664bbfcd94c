import * as z from "zod";
import type { Instant } from "../kernel/instant.ts";
import type { Corrective } from "../policy/liability.ts";
import type { Policy } from "../policy/policy.ts";
import { type Place, placeOf } from "../policy/repetition.ts";
import { Slug } from "../policy/terms.ts";
import { common } from "./actor.ts";
import type { Case } from "./case.ts";

/** The engine's own: in which tally a case is counted from now on, or that it left them all. */
export const countingEvents = [
  z.strictObject({
    ...common,
    type: z.literal("counted"),
    corrective: Slug,
    place: z.strictObject({ subject: z.string(), period: z.string() }).optional(),
    /** How often its place had changed by then: a later change is not settled by it. */
    changes: z.number().int().nonnegative(),
  }),
] as const;

/** What of a case's counting is not in the tallies yet. */
export type Counting = {
  readonly rule: Corrective;
  readonly times: number;
  /** Where it counts now. */
  readonly place: Place | undefined;
  /** Where it may have been entered before, and does not count any more. */
  readonly others: readonly Place[];
  readonly changes: number;
  /** Since when that waits. */
  readonly since: Instant;
};

const same = (a: Place | undefined, b: Place | undefined): boolean =>
  a?.subject === b?.subject && a?.period === b?.period;

const countingOf = (policy: Policy, current: Case, rule: Corrective): Counting[] => {
  const { trigger } = rule;
  if (trigger.on !== "repetition" || trigger.subject === undefined) return [];
  let place: Place | undefined;
  let since = current.receivedAt;
  const all: Place[] = [];
  let changes = 0;
  for (const { at, facts } of current.learnt) {
    const next = placeOf(policy, trigger, current.receivedAt, facts);
    if (same(place, next)) continue;
    changes += 1;
    since = at;
    place = next;
    if (next !== undefined) all.push(next);
  }
  const told = current.timeline.findLast((event) => event.type === "counted" && event.corrective === rule.id);
  if (changes === (told?.type === "counted" ? told.changes : 0)) return [];
  const others = all.filter((one) => !same(one, place));
  return [{ rule, times: trigger.times, place, others, changes, since }];
};

/**
 * What of a case is to be counted, or to be taken out of a tally, across cases. It is read off what was ever known
 * of the case: whoever died between two steps is made good, since every place it may have been entered in is left.
 */
export const countings = (policy: Policy, current: Case): readonly Counting[] =>
  policy.corrective.flatMap((rule) => countingOf(policy, current, rule));
