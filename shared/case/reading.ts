import type { Instant } from "../kernel/instant.ts";
import type { Text } from "../kernel/text.ts";
import type { Clock } from "../policy/clock.ts";
import type { Due, DueStep, Paused } from "../policy/due.ts";

export type ClockState =
  | "RUNNING"
  /** The regulation lets it stand still (`pauses`); it has no due until it goes on. */
  | "PAUSED"
  | "MET"
  | "BREACHED"
  | "EXTENDED"
  | "BREACHED_THEN_EXTENDED"
  /** An exception was approved in time: neither kept nor missed, and counted in no KPI. */
  | "EXCUSED"
  /** A new promise took its place before it was due (CHN-05, GAS-29). */
  | "RENEWED"
  /** Nothing is asked any more: the case was closed, or what is known of it by now asks for no such clock. */
  | "CANCELLED"
  /** A window that was not used until its end: a right is gone, and nobody is late (COU-26). */
  | "LAPSED"
  | "CALENDAR_MISSING";

/** A due that was moved by what became known, or by a pause; both dates stay. */
export type Move = {
  readonly at: Instant;
  readonly was: Instant;
  /** Undefined where the clock no longer applies. */
  readonly due: Instant | undefined;
  readonly why: Text;
};

/** One run of a clock of a case as its timeline tells it at a moment; read whenever asked, stored nowhere. */
export type ClockReading = {
  readonly clock: Clock;
  readonly state: ClockState;
  readonly startAt: Instant;
  /** How it was counted, for an explanation. */
  readonly given: Due | Paused;
  /** What the regulation says before the roll, and after it; an extension moves neither. */
  readonly nominalDue?: Instant | undefined;
  readonly effectiveDue?: Instant | undefined;
  /** What is promised now: `effectiveDue`, or the last approved extension. */
  readonly due?: Instant | undefined;
  readonly metAt?: Instant | undefined;
  /** When it ceased to run: it was met, excused or renewed, or the case was closed. Nothing later is held against it. */
  readonly endedAt?: Instant | undefined;
  /** Known once it is met or breached. A late approval never makes it true. */
  readonly onTime?: boolean | undefined;
  /** The first due that was missed. */
  readonly missed?: Instant | undefined;
  readonly moves: readonly Move[];
  readonly extensions: readonly { readonly newDue: Instant; readonly approvedAt: Instant; readonly late: boolean }[];
  /** The exception that was approved while it ran; one that came after the due excuses nothing. */
  readonly excused?: { readonly at: Instant; readonly promised: Instant; readonly late: boolean } | undefined;
  /** When the next promise was made, which took the place of this one. */
  readonly renewedAt?: Instant | undefined;
  /** When somebody must be reminded of `due`. */
  readonly reminders: readonly Instant[];
  readonly steps: readonly DueStep[];
};
