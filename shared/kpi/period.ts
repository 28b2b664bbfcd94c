import { addDays, CivilDate } from "../calendar/civil-date.ts";
import { type Period, periodName, periodOf, type Window } from "../calendar/period.ts";
import { civilDate } from "../calendar/zone.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Kpi } from "../policy/kpi.ts";
import type { Policy } from "../policy/policy.ts";

/** The name of the period of a figure that holds a moment, by the office's days; none for one that is taken a survey. */
export const periodAt = (
  { calendar }: Pick<Policy, "calendar">,
  { period }: Pick<Kpi, "period">,
  at: Instant,
): string | undefined =>
  period === "survey"
    ? undefined
    : periodName(periodOf(civilDate(at, calendar.timeZone), period), period satisfies Period);

/** Beginnings of periods by how they are named. */
const BEGINNINGS: readonly (readonly [RegExp, (found: readonly string[]) => string])[] = [
  [/^(\d{4})$/, ([, year]) => `${year}-01-01`],
  [/^(\d{4})-H([12])$/, ([, year, half]) => `${year}-${half === "1" ? "01" : "07"}-01`],
  [/^(\d{4})-Q([1-4])$/, ([, year, quarter]) => `${year}-${String(Number(quarter) * 3 - 2).padStart(2, "0")}-01`],
  [/^(\d{4}-\d{2})$/, ([, month]) => `${month}-01`],
  [/^(\d{4}-\d{2}-\d{2})$/, ([, day]) => `${day}`],
];

/** The fourth of January always lies in the first week of its year (ISO 8601). */
const weekBegins = (year: string, week: string): CivilDate | undefined => {
  const first = CivilDate.safeParse(`${year}-01-04`);
  return first.success ? addDays(periodOf(first.data, "week")[0], 7 * (Number(week) - 1)) : undefined;
};

/** The days of a period by its name, where it is one that a figure is taken over. */
export const windowNamed = ({ period }: Pick<Kpi, "period">, name: string): Window | undefined => {
  if (period === "survey") return undefined;
  const [, year = "", week = ""] = /^(\d{4})-W(\d{2})$/.exec(name) ?? [];
  const said = BEGINNINGS.flatMap(([shape, begin]) => {
    const found = shape.exec(name);
    return found === null ? [] : [begin([...found])];
  })[0];
  const day = week === "" ? CivilDate.safeParse(said).data : weekBegins(year, week);
  if (day === undefined) return undefined;
  const window = periodOf(day, period);
  return periodName(window, period) === name ? window : undefined;
};
