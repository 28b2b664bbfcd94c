import type { Instant } from "../kernel/instant.ts";
import type { Clock } from "../policy/clock.ts";
import type { Policy } from "../policy/policy.ts";
import { startedBy } from "../policy/since.ts";
import type { Facts } from "../policy/terms.ts";
import type { Case } from "./case.ts";

/** One time that a clock of a case was started, and how it came to its end. */
export type Run = {
  readonly startAt: Instant;
  /** By what it is judged: what is known now, and the promise that was given with this start. */
  readonly facts: Facts;
  readonly stopAt?: Instant | undefined;
  /** When the next promise was made while this one was still open. */
  readonly renewedAt?: Instant | undefined;
  readonly closedAt?: Instant | undefined;
};

/** Each promise by itself: it ends when it is kept or when the next one is made, whichever is first (CHN-05, GAS-29). */
const promises = ({ occurrences, facts }: Case, { start = "", stop, until }: Clock): readonly Run[] => {
  const given = occurrences[start] ?? [];
  return given.map(({ at, facts: then }, nth) => {
    const nextAt = given[nth + 1]?.at;
    const stopAt = occurrences[stop]?.find((one) => one.at >= at)?.at;
    const kept = stopAt !== undefined && (nextAt === undefined || stopAt < nextAt);
    const promise = until === undefined ? undefined : then[until];
    return {
      startAt: at,
      facts: until === undefined || promise === undefined ? facts : { ...facts, [until]: promise },
      stopAt: kept ? stopAt : undefined,
      renewedAt: kept ? undefined : nextAt,
    };
  });
};

/**
 * What closing and reopening make of a run: what was open when the case was closed ended there, and starts anew when the
 * case is taken up again. What was met before stays met.
 */
const reopened = ({ occurrences, closures }: Case, { stop }: Clock, run: Run): readonly Run[] => {
  const closure = closures.find(({ closedAt }) => run.startAt <= closedAt);
  const done = run.stopAt ?? run.renewedAt;
  if (run.closedAt !== undefined || closure === undefined) return [run];
  const { closedAt, reopenedAt } = closure;
  if (done !== undefined && done <= closedAt) return [run];
  const stopAt = occurrences[stop]?.find(({ at }) => at >= reopenedAt)?.at;
  return [
    { startAt: run.startAt, facts: run.facts, closedAt },
    { startAt: reopenedAt, facts: run.facts, stopAt, renewedAt: run.renewedAt },
  ];
};

/**
 * Every run of a clock: one, from the first such event of the case, or from what a fact says, to the first that stops it;
 * or one for each promise. What happens after the case was closed neither starts nor stops anything. What counts from a
 * fact is not begun anew by a reopening: the fact is what it was.
 */
export const runsOf = (policy: Policy, current: Case, clock: Clock): readonly Run[] => {
  const { happened, facts, closedAt, closures } = current;
  const startAt = clock.start === undefined ? startedBy(policy, clock, facts) : happened[clock.start];
  const once = startAt === undefined ? [] : [{ startAt, facts, stopAt: happened[clock.stop] }];
  const first: readonly Run[] = clock.renewable ? promises(current, clock) : once;
  const again = clock.start === undefined ? [] : closures;
  const runs = again.reduce((all) => all.flatMap((run) => reopened(current, clock, run)), first);
  if (closedAt === undefined) return runs;
  const open = (at: Instant | undefined) => (at !== undefined && at <= closedAt ? at : undefined);
  return runs
    .filter((run) => run.startAt <= closedAt)
    .map((run) => ({
      ...run,
      closedAt: run.closedAt ?? closedAt,
      stopAt: open(run.stopAt),
      renewedAt: open(run.renewedAt),
    }));
};
