import { addDays, CivilDate } from "../calendar/civil-date.ts";
import { type Period, periodName, periodOf, type Window } from "../calendar/period.ts";
import type { Covers } from "../policy/duty.ts";
import { covered } from "../policy/schedule-covers.ts";

/** A stretch of the calendar that a report speaks of. */
export type Span = { readonly window: Window; readonly period: Period };

/** What makes a report the one that it is: a second run finds it by this and makes no other (D-02). */
export type ReportKey = {
  readonly policy: string;
  readonly schedule: string;
  /** `2026-09`, `2026-Q3`: as `periodName` spells it. */
  readonly period: string;
  /** Of which unit of the company, where every unit makes its own. */
  readonly unit?: string | undefined;
};

/** The id of a report: its key, spelt so that it can stand in an address. */
export const reportId = ({ policy, schedule, period, unit }: ReportKey): string =>
  [policy, schedule, period, ...(unit === undefined ? [] : [unit])].join(".");

const SPELT = /^([a-z0-9-]+)\.([a-z0-9-]+)\.([0-9A-Z-]+)(?:\.([a-z0-9-]+))?$/;

/** The reverse of `reportId`; undefined for what is none. */
export const keyOfId = (id: string): ReportKey | undefined => {
  const [, policy, schedule, period, unit] = SPELT.exec(id) ?? [];
  return policy === undefined || schedule === undefined || period === undefined
    ? undefined
    : { policy, schedule, period, ...(unit === undefined ? {} : { unit }) };
};

/** The kinds of stretch by how their names are spelt. */
const NAMES: readonly (readonly [RegExp, Period, (parts: readonly string[]) => string])[] = [
  [/^(\d{4}-\d\d-\d\d)$/, "day", ([day = ""]) => day],
  [/^(\d{4}-\d\d)$/, "month", ([month = ""]) => `${month}-01`],
  [/^(\d{4})-Q([1-4])$/, "quarter", ([year = "", n = ""]) => `${year}-${`${Number(n) * 3 - 2}`.padStart(2, "0")}-01`],
  [/^(\d{4})-H([12])$/, "half-year", ([year = "", n = ""]) => `${year}-${n === "1" ? "01" : "07"}-01`],
  [/^(\d{4})$/, "year", ([year = ""]) => `${year}-01-01`],
];

/** The fourth of January lies in the first week of its ISO year. */
const weekNamed = (name: string): Window | undefined => {
  const [, year = "", n = ""] = /^(\d{4})-W(\d\d)$/.exec(name) ?? [];
  const first = CivilDate.safeParse(`${year}-01-04`);
  if (!first.success) return undefined;
  return periodOf(addDays(first.data, 7 * (Number(n) - 1)), "week");
};

/** The stretch that a name means, `2026-Q3`; undefined for what is no name of one. */
export const spanNamed = (name: string): Span | undefined => {
  const week = weekNamed(name);
  if (week !== undefined) return periodName(week, "week") === name ? { window: week, period: "week" } : undefined;
  for (const [spelt, period, firstDay] of NAMES) {
    const parts = spelt.exec(name);
    if (parts === null) continue;
    const day = CivilDate.safeParse(firstDay(parts.slice(1)));
    return day.success ? { window: periodOf(day.data, period), period } : undefined;
  }
  return undefined;
};

/** What a report covers that is nominally due on a day (K-11); of surveys it speaks for the year of that day. */
export const spanOf = (covers: Covers, due: CivilDate): Span =>
  covered(covers, due) ?? { window: periodOf(due, "year"), period: "year" };

/** The kind of stretch that reports of a schedule cover. */
export const periodCovered = (covers: Covers): Period => spanOf(covers, "2026-01-05" as CivilDate).period; // any day will do
