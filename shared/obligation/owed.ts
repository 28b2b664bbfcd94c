import { addWorkingDays, type Calendar } from "../calendar/calendar.ts";
import { atTime, civilDate, startOfDay } from "../calendar/zone.ts";
import { earliest, HOUR, type Instant, plusMs } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import { isOpen, type Obligation } from "./obligation.ts";
import { needsSignature } from "./visit-decide.ts";

/** What the clock does to an obligation: it reminds whoever does it, and says that it was missed. */
export type ClockWork = "remind" | "miss";

type Ground = { readonly policy: Policy; readonly calendar: Calendar; readonly schedule: Schedule | undefined };

/** Whether it was made and waits for the customer's signature: done is not signed (AS-92). */
const isUnsigned = ({ state }: Obligation, schedule: Schedule | undefined): boolean =>
  state === "DONE" && schedule !== undefined && needsSignature(schedule);

/** When whoever does it is reminded: of an appointment the working day before, else when the schedule says (AS-37). */
const reminderOf = ({ policy, calendar }: Ground, { appointment, slot }: Obligation): Instant | undefined => {
  if (appointment === undefined) return slot.reminder;
  const { remindAt, timeZone } = policy.calendar;
  const day = addWorkingDays(calendar, civilDate(appointment, timeZone), -1);
  return day.ok ? atTime(day.value, remindAt, timeZone) : undefined;
};

/** So long what was not done by its date stands among what is owed; a frequency's time is over with its window. */
const OVERDUE = 31 * 24 * HOUR;

const FREQUENCIES: ReadonlySet<Schedule["rhythm"]["kind"]> = new Set([
  "daily",
  "every",
  "random",
  "by-plan",
  "yearly",
  "by-age",
]);

/** Whether it is owed inside a window, so many times, rather than until a date (K-7). */
export const isFrequency = ({ rhythm }: Pick<Schedule, "rhythm">): boolean => FREQUENCIES.has(rhythm.kind);

/** Until when what was missed is still owed; undefined where its time is over with its window. */
export const owedUntil = (schedule: Pick<Schedule, "duty" | "rhythm">, due: Instant): Instant | undefined =>
  schedule.duty.is === "visit" || isFrequency(schedule) ? undefined : plusMs(due, OVERDUE);

const overdueUntil = ({ state, slot }: Obligation, schedule: Schedule | undefined): Instant | undefined =>
  state !== "MISSED" || schedule === undefined ? undefined : owedUntil(schedule, slot.due);

/** What is to be done about an obligation by now, and when it is to be looked at again. */
export const workOn = (
  ground: Ground,
  obligation: Obligation,
  now: Instant,
): { readonly work?: ClockWork; readonly wakeAt?: Instant | undefined } => {
  if (isUnsigned(obligation, ground.schedule) && obligation.missedAt === undefined)
    return obligation.slot.due <= now ? { work: "miss" } : { wakeAt: obligation.slot.due };
  const overdue = overdueUntil(obligation, ground.schedule);
  if (!isOpen(obligation)) return overdue !== undefined && now < overdue ? { wakeAt: overdue } : {};
  if (obligation.slot.due <= now) return { work: "miss" };
  const reminder = obligation.remindedAt === undefined ? reminderOf(ground, obligation) : undefined;
  if (reminder !== undefined && reminder <= now) return { work: "remind" };
  return { wakeAt: earliest(reminder, obligation.slot.due) };
};

/** From when on it stands in the list of whoever makes it; undefined where nothing is to be made. */
export const opensAt = (
  { policy, schedule }: Omit<Ground, "calendar">,
  obligation: Obligation,
  now: Instant,
): Instant | undefined => {
  const overdue = overdueUntil(obligation, schedule);
  const isOverdue = overdue !== undefined && now < overdue;
  if (!isOpen(obligation) && !isUnsigned(obligation, schedule) && !isOverdue) return undefined;
  return (
    obligation.appointment ?? startOfDay(obligation.slot.day ?? obligation.slot.window[0], policy.calendar.timeZone)
  );
};
