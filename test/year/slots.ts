import { type Calendar, dayOf } from "../../shared/calendar/calendar.ts";
import { addDays, CivilDate } from "../../shared/calendar/civil-date.ts";

/**
 * Hours at which somebody does something; between them only the clock goes on. What is owed by the calendar is seen to at
 * the desk, apart from the cases: by then the wake-ups have heard of all that was done to these.
 */
const HOURS = [
  { at: "09:10", of: "cases", office: true },
  { at: "14:40", of: "cases", office: true },
  { at: "16:20", of: "desk", office: true },
  { at: "20:30", of: "cases", office: false },
] as const;

/** The slots of a stretch of days, in order: ISO instants of the office, what is done then, and whether the office works. */
export type Slot = { readonly at: string; readonly of: (typeof HOURS)[number]["of"]; readonly office: boolean };

export const slotsOf = (calendar: Calendar, from: string, to: string): readonly Slot[] => {
  const last = CivilDate.parse(to);
  const slots: Slot[] = [];
  for (let day = CivilDate.parse(from); day <= last; day = addDays(day, 1)) {
    const known = dayOf(calendar, day);
    const works = known.ok && known.value.working;
    for (const { at, of, office } of HOURS) slots.push({ at: `${day}T${at}:00+08:00`, of, office: works && office });
  }
  return slots;
};
