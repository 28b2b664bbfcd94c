import { type EvidenceNeed, missingOf } from "../evidence/count.ts";
import { earliest, type Instant, later, MINUTE, plusMs } from "../kernel/instant.ts";
import { nextOfActions, owedOfActions } from "./actions/reading.ts";
import type { Case } from "./case.ts";
import { isRunning, type Rulebook, readClocks } from "./clocks.ts";
import type { CaseEvent, EventOf } from "./event.ts";
import { evidenceOf } from "./evidence.ts";
import { isFinal } from "./final.ts";
import type { ClockReading } from "./reading.ts";
import { isOwed } from "./window.ts";

const system = { kind: "system" } as const;

/** Photos come in one after the other: the customer is asked for what is missing once this long nothing has come. */
const QUIET_MINUTES = 30;

const reminded = (current: Case, clock: string, threshold: Instant, due: Instant): boolean =>
  current.timeline.some(
    (event) => event.type === "reminded" && event.clock === clock && event.threshold === threshold && event.due === due,
  );

const breached = (current: Case, clock: string, due: Instant): boolean =>
  current.timeline.some((event) => event.type === "breached" && event.clock === clock && event.due === due);

/** The last reminder whose time has come and that nobody had; after the due there is nothing left to remind of. */
const owedReminder = (current: Case, reading: ClockReading, now: Instant): EventOf<"reminded">[] => {
  const { due, clock } = reading;
  const threshold = reading.reminders.filter((at) => at <= now).at(-1);
  if (due === undefined || threshold === undefined || now > due || !isRunning(reading)) return [];
  if (reminded(current, clock.id, threshold, due)) return [];
  return [{ type: "reminded", at: now, by: system, clock: clock.id, due, threshold }];
};

/** A due that has passed unmet, also one that was moved too late; advisory clocks have none (AS-120). */
const owedBreaches = (
  current: Case,
  { clock, due, missed, state, endedAt }: ClockReading,
  now: Instant,
): EventOf<"breached">[] => {
  if (clock.grade !== "binding") return [];
  const until = endedAt ?? now;
  const passed =
    state === "BREACHED" || state === "BREACHED_THEN_EXTENDED"
      ? [missed, until > (due ?? until) ? due : undefined]
      : [];
  return [...new Set(passed.filter((at) => at !== undefined))]
    .filter((at) => !breached(current, clock.id, at))
    .map((at) => ({ type: "breached", at: now, by: system, clock: clock.id, due: at }));
};

const missingNow = ({ policy }: Rulebook, current: Case): readonly EvidenceNeed[] =>
  missingOf(evidenceOf(policy, current));

type Missing = EventOf<"evidenceAsked">["missing"];
const same = (a: Missing, b: Missing): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is missing and not yet asked for, and when the asking is due. */
const evidenceToAsk = (rulebook: Rulebook, current: Case): { missing: Missing; at: Instant } | undefined => {
  const [first] = current.timeline;
  if (first?.type === "received" && first.imported !== undefined) return undefined; // its customer was asked elsewhere
  const missing = missingNow(rulebook, current).map(({ rule, damage, have, need }) => ({
    rule: rule.id,
    damage,
    count: need - have,
  }));
  const asked = current.timeline.findLast((event) => event.type === "evidenceAsked");
  if (missing.length === 0 || (asked?.type === "evidenceAsked" && same(asked.missing, missing))) return undefined;
  const last = current.timeline
    .filter(({ type }) => type === "received" || type === "photoKept" || type === "photoRefused")
    .reduce((at, event) => later(at, event.at), current.receivedAt);
  return { missing, at: plusMs(last, QUIET_MINUTES * MINUTE) };
};

/**
 * What a case owes at `now` and has not had: reminders, breaches, the request for missing photos (D-01). It asks what is
 * owed, not what was crossed, so late, twice or not at all in one minute gives the same answer.
 */
export const owedEvents = (rulebook: Rulebook, current: Case, now: Instant): readonly CaseEvent[] => {
  const readings = readClocks(rulebook, current, now);
  const breaches = readings.flatMap((reading) => owedBreaches(current, reading, now));
  const actions = owedOfActions(rulebook, current, now);
  if (isFinal(rulebook.policy, current.state)) return [...breaches, ...actions];
  const ask = evidenceToAsk(rulebook, current);
  const asked: CaseEvent[] =
    ask !== undefined && ask.at <= now ? [{ type: "evidenceAsked", at: now, by: system, missing: ask.missing }] : [];
  return [...readings.flatMap((reading) => owedReminder(current, reading, now)), ...breaches, ...actions, ...asked];
};

const nextOf = (reading: ClockReading, now: Instant): Instant | undefined => {
  const { endedAt, due, reminders, clock, state } = reading;
  if (endedAt !== undefined || state === "PAUSED") return undefined; // what ends a pause is recorded, and looks again
  if (due === undefined) return plusMs(now, 24 * 60 * MINUTE); // the calendar is missing; it may have come by tomorrow (K-12)
  const breach = plusMs(due, 1);
  return earliest(
    ...reminders.filter((at) => at > now),
    clock.grade === "binding" && isOwed(reading) && breach > now ? breach : undefined,
  );
};

/**
 * When the case must next be looked at: now, when it owes something; undefined when nothing will follow by itself. A
 * command that comes between a deadline and its wake-up must not put the wake-up off.
 */
export const nextLook = (rulebook: Rulebook, current: Case, now: Instant): Instant | undefined => {
  if (owedEvents(rulebook, current, now).length > 0) return now;
  const actions = nextOfActions(rulebook, current, now);
  if (isFinal(rulebook.policy, current.state)) return actions;
  const ask = evidenceToAsk(rulebook, current);
  return earliest(...readClocks(rulebook, current, now).map((reading) => nextOf(reading, now)), ask?.at, actions);
};
