import { CivilDate } from "../calendar/civil-date.ts";
import { endOfDay } from "../calendar/zone.ts";
import { Instant } from "../kernel/instant.ts";

/** When somebody says: a date means its end (24:00) at the office; anything else must be a moment with its offset. */
export const momentOf = (said: string, zone: string): Instant | undefined => {
  const day = CivilDate.safeParse(said);
  if (day.success) return day.data < "9999-12-31" ? endOfDay(day.data, zone) : undefined; // the day after has no spelling
  const read = Instant.safeParse(said);
  return read.success ? read.data : undefined;
};
