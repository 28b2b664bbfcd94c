import type { Instant } from "../kernel/instant.ts";
import type { Clock } from "../policy/clock.ts";
import type { DueStep } from "../policy/due.ts";

export type ClockState =
  | "RUNNING"
  | "MET"
  | "BREACHED"
  | "EXTENDED"
  | "BREACHED_THEN_EXTENDED"
  /** An exception was approved in time: neither kept nor missed, and counted in no KPI. */
  | "EXCUSED"
  | "CANCELLED"
  | "CALENDAR_MISSING";

/** One clock of one case as its timeline tells it at a moment; read whenever asked, stored nowhere. */
export type ClockReading = {
  readonly clock: Clock;
  readonly state: ClockState;
  readonly startAt: Instant;
  /** What the regulation says before the roll, and after it; neither is ever moved. */
  readonly nominalDue?: Instant | undefined;
  readonly effectiveDue?: Instant | undefined;
  /** What is promised now: `effectiveDue`, or the last approved extension. */
  readonly due?: Instant | undefined;
  readonly metAt?: Instant | undefined;
  /** When it ceased to run: it was met or excused, or the case was closed. Nothing later is held against it. */
  readonly endedAt?: Instant | undefined;
  /** Known once it is met or breached. A late approval never makes it true. */
  readonly onTime?: boolean | undefined;
  /** The first due that was missed. */
  readonly missed?: Instant | undefined;
  readonly extensions: readonly { readonly newDue: Instant; readonly approvedAt: Instant; readonly late: boolean }[];
  /** The exception that was approved while it ran; one that came after the due excuses nothing. */
  readonly excused?: { readonly at: Instant; readonly promised: Instant; readonly late: boolean } | undefined;
  /** When somebody must be reminded of `due`. */
  readonly reminders: readonly Instant[];
  readonly steps: readonly DueStep[];
};
