import { type Calendar, dayOf } from "../../shared/calendar/calendar.ts";
import { addDays, CivilDate } from "../../shared/calendar/civil-date.ts";

/** Hours at which somebody does something; between them only the clock goes on. The last is after work. */
const HOURS = ["09:10", "14:40", "20:30"] as const;
const OFFICE_HOURS = 2;

/** The slots of a stretch of days, in order: ISO instants of the office, and whether the office works then. */
export type Slot = { readonly at: string; readonly office: boolean };

export const slotsOf = (calendar: Calendar, from: string, to: string): readonly Slot[] => {
  const last = CivilDate.parse(to);
  const slots: Slot[] = [];
  for (let day = CivilDate.parse(from); day <= last; day = addDays(day, 1)) {
    const known = dayOf(calendar, day);
    for (const [n, hour] of HOURS.entries())
      slots.push({ at: `${day}T${hour}:00+08:00`, office: known.ok && known.value.working && n < OFFICE_HOURS });
  }
  return slots;
};
