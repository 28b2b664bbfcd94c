import { earliest, type Instant } from "../kernel/instant.ts";
import type { Running } from "../policy/due.ts";
import type { ClockReading } from "./reading.ts";
import type { Run } from "./run.ts";

type Lapsing = Pick<ClockReading, "state" | "nominalDue" | "effectiveDue" | "due" | "metAt" | "endedAt" | "onTime">;

/**
 * How far a window has come (COU-26): open, used in time, or lapsed. What is asked for after its end does not make it
 * used, and nobody has missed anything: who asks too late is told so by the rules of what is asked.
 */
export const lapsing = ({ stopAt, closedAt }: Run, { nominalDue, effectiveDue }: Running, now: Instant): Lapsing => {
  const dues = { nominalDue, effectiveDue, due: effectiveDue };
  if (stopAt !== undefined && stopAt <= effectiveDue)
    return { ...dues, state: "MET", metAt: stopAt, endedAt: stopAt, onTime: true };
  if ((earliest(closedAt, now) ?? now) > effectiveDue) return { ...dues, state: "LAPSED", endedAt: effectiveDue };
  return closedAt === undefined ? { ...dues, state: "RUNNING" } : { ...dues, state: "CANCELLED", endedAt: closedAt };
};

/** Whether what a reading says is owed by somebody: an open window is a right, and no work. */
export const isOwed = ({ clock }: ClockReading): boolean => clock.kind === "deadline";
