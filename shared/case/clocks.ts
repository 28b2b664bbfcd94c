import type { Calendar } from "../calendar/calendar.ts";
import { civilDate } from "../calendar/zone.ts";
import { earliest, type Instant, plusMs } from "../kernel/instant.ts";
import type { Clock } from "../policy/clock.ts";
import { dueWith, type Running } from "../policy/due.ts";
import type { Policy } from "../policy/policy.ts";
import { dayReminders, hourReminders } from "../policy/reminders.ts";
import type { Case } from "./case.ts";
import { excuseOf, type Granted, walk } from "./granted.ts";
import { movesOf } from "./moves.ts";
import { pausesOf } from "./pauses.ts";
import type { ClockReading, ClockState } from "./reading.ts";
import { type Run, runsOf } from "./run.ts";
import { lapsing } from "./window.ts";

/** What a case is judged by: the policy version it was opened under and that policy's holiday calendar. */
export type Rulebook = { readonly policy: Policy; readonly calendar: Calendar };

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

type Judged = {
  readonly excused: boolean;
  readonly missed: boolean;
  readonly inTimeNow: boolean;
  readonly granted: readonly Granted[];
};

const stateOf = (clock: Clock, run: Run, { excused, missed, inTimeNow, granted }: Judged): ClockState => {
  if (excused) return "EXCUSED";
  if (clock.grade === "binding" && missed) {
    const extendedAfter = granted.some(({ late }) => late);
    return extendedAfter && (run.stopAt !== undefined || inTimeNow) ? "BREACHED_THEN_EXTENDED" : "BREACHED";
  }
  if (run.stopAt !== undefined) return "MET";
  if (run.renewedAt !== undefined) return "RENEWED";
  if (run.closedAt !== undefined) return "CANCELLED";
  return granted.length > 0 ? "EXTENDED" : "RUNNING";
};

type Told = Pick<ClockReading, "clock" | "given" | "moves" | "startAt" | "renewedAt" | "steps">;

/** A run with a due, beside what moved it, excused it and ended it. */
const judge = (
  rulebook: Rulebook,
  current: Case,
  run: Run,
  now: Instant,
  told: Told,
  given: Running,
  doneAt: Instant | undefined,
): ClockReading => {
  const { clock } = told;
  const { nominalDue, effectiveDue } = given;
  const excused = excuseOf(current, clock.id, run, effectiveDue, doneAt);
  const isExcused = excused?.late === false;
  const endedAt = isExcused ? excused.at : doneAt;
  const metAt = isExcused ? undefined : run.stopAt;
  const end = endedAt ?? now;
  const { due, missed: missedBefore, granted } = walk(current, clock.id, run, effectiveDue, endedAt);
  const missed = missedBefore ?? (end > due ? due : undefined);
  const state = stateOf(clock, run, {
    excused: isExcused,
    missed: missed !== undefined,
    inTimeNow: end <= due,
    granted,
  });
  const moved = granted.at(-1);
  const reminders = moved === undefined ? given.reminders : remindersOfMoved(rulebook, clock, moved);
  const onTime = missed !== undefined ? false : metAt !== undefined ? true : undefined;
  return {
    ...told,
    state,
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
  };
};

const readRun = (rulebook: Rulebook, current: Case, clock: Clock, run: Run, now: Instant): ClockReading[] => {
  const { policy, calendar } = rulebook;
  const { startAt, facts, stopAt, renewedAt, closedAt } = run;
  const doneAt = stopAt ?? renewedAt ?? closedAt;
  const pauses = pausesOf(policy, current, clock, doneAt);
  const given = dueWith(policy, clock, { from: startAt, facts, calendar, pauses });
  if (given.applies === "unknown") return [];
  const moves = movesOf(rulebook, current, clock, run, pauses);
  const idle = { clock, startAt, given, moves, renewedAt, extensions: [], reminders: [] };
  if (given.applies === false) {
    // what is known by now asks for no such clock; that it once ran stays to be seen
    const gone = moves.at(-1);
    return gone === undefined
      ? []
      : [{ ...idle, state: "CANCELLED", effectiveDue: gone.was, endedAt: earliest(doneAt, gone.at), steps: [] }];
  }
  const { steps } = given;
  if (given.state === "CALENDAR_MISSING")
    return [{ ...idle, state: given.state, nominalDue: given.nominalDue, endedAt: doneAt, steps }];
  if (given.state === "PAUSED") return [{ ...idle, state: given.state, steps }];
  if (clock.kind === "window") return [{ ...idle, ...lapsing(run, given, now), steps }];
  return [judge(rulebook, current, run, now, { clock, startAt, given, moves, renewedAt, steps }, given, doneAt)];
};

/**
 * Every clock of a case that has started and applies to it, read at `now`: due times, extensions, breaches (K-2 … K-12,
 * DFA-02 … 07), exceptions (DTS-14), and each promise by itself, in the order in which they were made (CHN-05). A case
 * that is closed stops all of them. A retention asks nothing of anybody and is not among them.
 */
export const readClocks = (rulebook: Rulebook, current: Case, now: Instant): readonly ClockReading[] =>
  rulebook.policy.clocks
    .filter(({ kind }) => kind !== "retention")
    .flatMap((clock) =>
      runsOf(rulebook.policy, current, clock).flatMap((run) => readRun(rulebook, current, clock, run, now)),
    );

/** The last run of a clock: of several promises the one that may still be open. */
export const readingOf = (readings: readonly ClockReading[], clock: string): ClockReading | undefined =>
  readings.findLast((one) => one.clock.id === clock);

/** Whether it still asks somebody to do something. */
export const isRunning = ({ state, endedAt }: ClockReading): boolean =>
  endedAt === undefined && state !== "CALENDAR_MISSING" && state !== "PAUSED";
