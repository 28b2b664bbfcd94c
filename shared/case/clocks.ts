import type { Calendar } from "../calendar/calendar.ts";
import { civilDate } from "../calendar/zone.ts";
import type { Instant } from "../kernel/instant.ts";
import { plusMs } from "../kernel/instant.ts";
import type { Clock } from "../policy/clock.ts";
import { dueOf } from "../policy/due.ts";
import type { Policy } from "../policy/policy.ts";
import { dayReminders, hourReminders } from "../policy/reminders.ts";
import type { Case, Exception, Extension } from "./case.ts";
import type { ClockReading, ClockState } from "./reading.ts";

/** What a case is judged by: the policy version it was opened under and that policy's holiday calendar. */
export type Rulebook = { readonly policy: Policy; readonly calendar: Calendar };

type Granted = { readonly newDue: Instant; readonly approvedAt: Instant; readonly late: boolean };

const approved = (current: Case, clock: string, until: Instant | undefined) =>
  current.extensions
    .filter((one) => one.clock === clock && one.decision?.approved === true)
    .map((one) => ({ newDue: one.newDue, at: (one.decision as NonNullable<Extension["decision"]>).at })) // filtered for it above
    .filter(({ at }) => until === undefined || at < until)
    .sort((a, b) => (a.at < b.at ? -1 : 1));

/** Extensions move the promise one after the other; one that was approved after its due had passed is late for good. */
const walk = (effectiveDue: Instant, steps: readonly { newDue: Instant; at: Instant }[]) => {
  let due = effectiveDue;
  let missed: Instant | undefined;
  const granted: Granted[] = [];
  for (const { newDue, at } of steps) {
    const late = at > due;
    if (late) missed ??= due;
    granted.push({ newDue, approvedAt: at, late });
    due = newDue;
  }
  return { due, missed, granted };
};

/** The first approval of an exception while the clock ran, and whether it came after a due had passed. */
const excuseOf = (current: Case, clock: string, effectiveDue: Instant, endedAt: Instant | undefined) => {
  const [first] = current.exceptions
    .filter((one) => one.clock === clock && one.decision?.approved === true)
    .map(({ promised, decision }) => ({ promised, at: (decision as NonNullable<Exception["decision"]>).at })) // filtered for it above
    .filter(({ at }) => endedAt === undefined || at < endedAt);
  if (first === undefined) return undefined;
  const { due, missed } = walk(effectiveDue, approved(current, clock, first.at));
  return { ...first, late: missed !== undefined || first.at > due };
};

const inHours = ({ within, bands }: Clock): boolean =>
  within?.kind === "hours" || (bands?.of.some((band) => band.within.kind === "hours") ?? false);

/** A promise that was moved is reminded of like the first one, but not before it was moved. */
const remindersOfMoved = (
  { policy, calendar }: Rulebook,
  clock: Clock,
  { newDue, approvedAt }: Granted,
): readonly Instant[] =>
  inHours(clock)
    ? hourReminders(approvedAt, newDue)
    : dayReminders(policy, calendar, approvedAt, civilDate(plusMs(newDue, -1), policy.calendar.timeZone));

const stateOf = (
  clock: Clock,
  known: {
    excused: boolean;
    stopped: boolean;
    closed: boolean;
    missed: boolean;
    inTimeNow: boolean;
    granted: readonly Granted[];
  },
): ClockState => {
  if (known.excused) return "EXCUSED";
  if (clock.grade === "binding" && known.missed) {
    const extendedAfter = known.granted.some(({ late }) => late);
    return extendedAfter && (known.stopped || known.inTimeNow) ? "BREACHED_THEN_EXTENDED" : "BREACHED";
  }
  if (known.stopped) return "MET";
  if (known.closed) return "CANCELLED";
  return known.granted.length > 0 ? "EXTENDED" : "RUNNING";
};

const readClock = (rulebook: Rulebook, current: Case, clock: Clock, now: Instant): ClockReading[] => {
  const { policy, calendar } = rulebook;
  const startAt = current.happened[clock.start];
  if (startAt === undefined) return [];
  const given = dueOf(policy, clock, { from: startAt, facts: current.facts, calendar });
  if (given.applies !== true) return [];
  const stopAt = current.happened[clock.stop];
  const { closedAt } = current;
  const doneAt = stopAt ?? closedAt;
  if (given.state === "CALENDAR_MISSING") {
    const { state, nominalDue, steps } = given;
    return [{ clock, state, startAt, nominalDue, endedAt: doneAt, extensions: [], reminders: [], steps }];
  }
  const { nominalDue, effectiveDue, steps } = given;
  const excused = excuseOf(current, clock.id, effectiveDue, doneAt);
  const isExcused = excused?.late === false;
  const endedAt = isExcused ? excused.at : doneAt;
  const metAt = isExcused ? undefined : stopAt;
  const end = endedAt ?? now;
  const { due, missed: missedBefore, granted } = walk(effectiveDue, approved(current, clock.id, endedAt));
  const missed = missedBefore ?? (end > due ? due : undefined);
  const state = stateOf(clock, {
    excused: isExcused,
    stopped: stopAt !== undefined,
    closed: closedAt !== undefined,
    missed: missed !== undefined,
    inTimeNow: end <= due,
    granted,
  });
  const moved = granted.at(-1);
  const reminders = moved === undefined ? given.reminders : remindersOfMoved(rulebook, clock, moved);
  const onTime = missed !== undefined ? false : metAt !== undefined ? true : undefined;
  return [
    {
      clock,
      state,
      startAt,
      nominalDue,
      effectiveDue,
      due,
      metAt,
      endedAt,
      onTime,
      missed,
      excused,
      extensions: granted,
      reminders,
      steps,
    },
  ];
};

/**
 * Every clock of a case that has started and applies to it, read at `now`: due times, extensions, breaches (K-2 … K-12,
 * DFA-02 … 07), exceptions (DTS-14). A case that is closed stops all of them. A retention asks nothing of anybody and is not among them.
 */
export const readClocks = (rulebook: Rulebook, current: Case, now: Instant): readonly ClockReading[] =>
  rulebook.policy.clocks
    .filter(({ kind }) => kind === "deadline")
    .flatMap((clock) => readClock(rulebook, current, clock, now));

/** Whether it still asks somebody to do something. */
export const isRunning = ({ state, endedAt }: ClockReading): boolean =>
  endedAt === undefined && state !== "CALENDAR_MISSING";
