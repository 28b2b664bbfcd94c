import type { Calendar } from "../calendar/calendar.ts";
import { civilDate, endOfDay } from "../calendar/zone.ts";
import { type Instant, later } from "../kernel/instant.ts";
import type { Text } from "../kernel/text.ts";
import type { Clock } from "./clock.ts";
import { countDays, type DueStep, promisedSteps, rolled } from "./count.ts";
import { holds } from "./holds.ts";
import { lengthOf } from "./length.ts";
import { hoursOf, type Pause, standsStill } from "./pause.ts";
import type { Policy } from "./policy.ts";
import { dayReminders, hourReminders, sameDayReminders } from "./reminders.ts";
import type { Facts } from "./terms.ts";
import { joined, sayCondition } from "./wording.ts";

export type { DueStep };

export type Running = {
  readonly applies: true;
  readonly state: "RUNNING";
  readonly grade: "binding" | "advisory";
  readonly startAt: Instant;
  readonly nominalDue: Instant;
  /** Breach is measured on this one; something done exactly then is on time. */
  readonly effectiveDue: Instant;
  /** In order, each between start and due. */
  readonly reminders: readonly Instant[];
  /** Undefined where no reminder fits, or where the holidays before a far due day are not known yet. */
  readonly firstReminder: Instant | undefined;
  readonly band?: Text;
  readonly steps: readonly DueStep[];
};

type CalendarMissing = {
  readonly applies: true;
  readonly state: "CALENDAR_MISSING";
  readonly year: number;
  readonly grade: "binding" | "advisory";
  readonly startAt: Instant;
  /** Known where only the roll has to wait for the calendar. */
  readonly nominalDue?: Instant;
  readonly band?: Text;
  readonly steps: readonly DueStep[];
};

/** It stands still and has no due until it goes on. */
export type Paused = {
  readonly applies: true;
  readonly state: "PAUSED";
  readonly since: Instant;
  readonly grade: "binding" | "advisory";
  readonly startAt: Instant;
  readonly band?: Text;
  readonly steps: readonly DueStep[];
};

export type Due =
  | Running
  | CalendarMissing
  | { readonly applies: false; readonly why: Text }
  /** Unknown is not no: the clock may exist once these facts are known. */
  | { readonly applies: "unknown"; readonly missingFacts: readonly string[] };

const whyNot = (policy: Policy, clock: Clock): Text =>
  clock.when === undefined
    ? clock.title
    : joined([{ "zh-CN": "仅适用于", en: "only when" }, sayCondition(policy, clock.when)], "", " ");

type Asked = { readonly from: Instant; readonly facts: Facts; readonly calendar: Calendar };

/**
 * Like `dueOf`, for a clock that stood still now and then. Hours run on after a pause; a day counts unless the clock stood
 * still when it ended. While it stands still it has no due.
 * @param pauses in the order in which they began.
 */
export const dueWith = (
  policy: Policy,
  clock: Clock,
  { from, facts, calendar, pauses }: Asked & { readonly pauses: readonly Pause[] },
): Due | Paused => {
  const applies = holds(policy, clock.when, facts);
  if (applies.is === "unknown") return { applies: "unknown", missingFacts: applies.missingFacts };
  if (!applies.is) return { applies: false, why: whyNot(policy, clock) };
  const length = lengthOf(policy, clock, facts);
  if ("applies" in length) return length;

  const zone = policy.calendar.timeZone;
  const start = civilDate(from, zone);
  const { band } = length;
  const common = { applies: true, grade: clock.grade, startAt: from, ...(band === undefined ? {} : { band }) } as const;
  const retained = clock.kind === "retention";
  const running = (
    nominalDue: Instant,
    effectiveDue: Instant,
    reminders: readonly Instant[],
    steps: readonly DueStep[],
  ): Running => {
    const sent = clock.kind === "deadline" ? reminders : [];
    return { ...common, state: "RUNNING", nominalDue, effectiveDue, reminders: sent, firstReminder: sent[0], steps };
  };

  if ("until" in length) {
    const { until: promised, at, why } = length;
    const reminders = promised.isDay ? dayReminders(policy, calendar, from, promised.day) : hourReminders(from, at);
    // A promise may lie behind what starts its clock: of that nobody is reminded.
    const before = reminders.filter((reminder) => reminder < at);
    return running(at, at, before, promisedSteps(start, promised.day, why));
  }
  // What fell due before a pause was reminded of by then; afterwards the time that is left is what counts.
  const goesOn = pauses.reduce((at, { to = at }) => later(at, to), from);
  const first: readonly DueStep[] = band === undefined ? [] : [{ date: start, counts: false, why: band, part: "band" }];
  const duration = length.within;

  if (duration.kind === "hours") {
    const counted = hoursOf(duration.n, from, pauses, zone);
    const why: Text = { "zh-CN": `${duration.n} 小时`, en: duration.n === 1 ? "1 hour" : `${duration.n} hours` };
    const steps = [...first, { date: start, counts: true, why }, ...counted.steps];
    if ("pausedSince" in counted) return { ...common, state: "PAUSED", since: counted.pausedSince, steps };
    const { end } = counted;
    return running(end, end, hourReminders(goesOn, end), steps);
  }

  const { kind, n } = duration;
  const counted = countDays({ kind, n }, start, calendar, standsStill(pauses, zone));
  const steps = [...first, ...counted.steps];
  if ("pausedSince" in counted) return { ...common, state: "PAUSED", since: counted.pausedSince, steps };
  if ("missingYear" in counted) return { ...common, state: "CALENDAR_MISSING", year: counted.missingYear, steps };
  const nominalDue = endOfDay(counted.end, zone);
  if (kind === "sameDay") return running(nominalDue, nominalDue, sameDayReminders(from, nominalDue), steps);

  // A count of working days ends on one, so that it never moves; what is kept at least so long need not end on one.
  const moved = rolled(calendar, counted.end, retained ? "none" : (clock.roll ?? "next"));
  if ("missingYear" in moved)
    return { ...common, state: "CALENDAR_MISSING", year: moved.missingYear, nominalDue, steps };
  const effectiveDue = moved.end === counted.end ? nominalDue : endOfDay(moved.end, zone);
  return running(nominalDue, effectiveDue, dayReminders(policy, calendar, goesOn, counted.end), [
    ...steps,
    ...moved.steps,
  ]);
};

/**
 * When a clock that starts at `from` runs out, and how that is counted (K-1 … K-7). A due at 24:00 of a day is the first
 * moment of the next; of a retention it is the end of the least time (AS-63). Days are those of the policy's time zone.
 * Pure: the same policy, facts and calendar always give the same answer.
 */
export const dueOf = (policy: Policy, clock: Clock, asked: Asked): Due =>
  dueWith(policy, clock, { ...asked, pauses: [] }) as Due; // what never pauses is never paused
