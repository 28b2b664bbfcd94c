import { addWorkingDays, type Calendar } from "../calendar/calendar.ts";
import { atTime, civilDate, startOfDay } from "../calendar/zone.ts";
import { earliest, type Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import { isOpen, type Obligation } from "./obligation.ts";
import { needsSignature } from "./visit-decide.ts";

/** What the clock does to a visit: it reminds whoever makes it, and says that it was missed. */
export type VisitWork = "remind" | "miss";

type Ground = { readonly policy: Policy; readonly calendar: Calendar; readonly schedule: Schedule | undefined };

/** Whether it was made and waits for the customer's signature: done is not signed (AS-92). */
const isUnsigned = ({ state }: Obligation, schedule: Schedule | undefined): boolean =>
  state === "DONE" && schedule !== undefined && needsSignature(schedule);

/** When its visitor is reminded: of an appointment the working day before, else when the schedule says (AS-37). */
const reminderOf = ({ policy, calendar }: Ground, { appointment, slot }: Obligation): Instant | undefined => {
  if (appointment === undefined) return slot.reminder;
  const { remindAt, timeZone } = policy.calendar;
  const day = addWorkingDays(calendar, civilDate(appointment, timeZone), -1);
  return day.ok ? atTime(day.value, remindAt, timeZone) : undefined;
};

/** What is to be done about a visit by now, and when it is to be looked at again. */
export const workOn = (
  ground: Ground,
  visit: Obligation,
  now: Instant,
): { readonly work?: VisitWork; readonly wakeAt?: Instant | undefined } => {
  if (isUnsigned(visit, ground.schedule) && visit.missedAt === undefined)
    return visit.slot.due <= now ? { work: "miss" } : { wakeAt: visit.slot.due };
  if (!isOpen(visit)) return {};
  if (visit.slot.due <= now) return { work: "miss" };
  const reminder = visit.remindedAt === undefined ? reminderOf(ground, visit) : undefined;
  if (reminder !== undefined && reminder <= now) return { work: "remind" };
  return { wakeAt: earliest(reminder, visit.slot.due) };
};

/** From when on it stands in the list of whoever makes it; undefined where nothing is to be made. */
export const opensAt = ({ policy, schedule }: Omit<Ground, "calendar">, visit: Obligation): Instant | undefined => {
  if (!isOpen(visit) && !isUnsigned(visit, schedule)) return undefined;
  return visit.appointment ?? startOfDay(visit.slot.window[0], policy.calendar.timeZone);
};
