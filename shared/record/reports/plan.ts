import { addDays } from "../../calendar/civil-date.ts";
import { calendarOf } from "../../calendar/known.ts";
import { civilDate } from "../../calendar/zone.ts";
import { HOUR, type Instant, plusMs } from "../../kernel/instant.ts";
import type { Policy, PolicyRef } from "../../policy/policy.ts";
import type { Unit } from "../../report/author.ts";
import { type Asked, asked, type ReportSchedule, reportsOf } from "../../report/due.ts";
import { reportId } from "../../report/key.ts";
import { inForce, type Org } from "../org.ts";
import type { ReportDesk } from "./load.ts";
import type { ReportRecord } from "./reports.ts";

/** So long before it is first compiled a report is planned: what plans may stand still for as long, and none is missing. */
const AHEAD = 48 * HOUR;

/** The units that make a report, or nobody in particular. */
export const unitsOf = (org: Org, { by, duty }: ReportSchedule): readonly (Unit | undefined)[] => {
  const units = duty.perUnit ? by.flatMap((role) => org.units[role] ?? []) : [];
  return units.length === 0 ? [undefined] : units;
};

type Planned = {
  readonly org: Org;
  readonly ref: PolicyRef;
  readonly schedule: ReportSchedule;
  readonly unit: Unit | undefined;
};

/** A report of which nothing has happened yet. */
export const blankReport = (
  { org, ref, schedule, unit }: Planned,
  { period, opensAt, ...dues }: Pick<Asked, "period" | "opensAt"> & Partial<Asked>,
): ReportRecord => ({
  kind: "report",
  org: org.id,
  id: reportId({ policy: ref.id, schedule: schedule.id, period, unit: unit?.id }),
  version: 0,
  filed: { list: ref.id, at: dues.due ?? opensAt },
  policy: ref,
  schedule: schedule.id,
  period,
  ...(unit === undefined ? {} : { unit }),
  due: dues.due,
  nominalDue: dues.nominalDue,
  opensAt,
  dueMorning: dues.dueMorning,
  timeline: [],
  letters: [],
  wakeAt: opensAt,
});

/** What a regulation asks for that is not due yet and opens soon. */
const soon = (policy: Policy, schedule: ReportSchedule, now: Instant): readonly Asked[] => {
  const calendar = calendarOf(policy.calendar.holidays);
  if (calendar === undefined) return [];
  const today = civilDate(now, policy.calendar.timeZone);
  return asked(policy, schedule, [today, addDays(today, 32)], calendar).filter(
    ({ due, opensAt }) => due > now && opensAt <= plusMs(now, AHEAD),
  );
};

/**
 * Plans the reports of a company that open within two days; what is planned already stays as it is. Costs one read for each
 * of them. @returns how many were planned anew.
 */
export const planReports = async (
  { reports, orgs, now: clock }: Pick<ReportDesk, "reports" | "orgs" | "now">,
  id: string,
): Promise<number> => {
  const org = await orgs.org(id);
  if (org === undefined) return 0;
  const now = clock();
  let planned = 0;
  for (const name of new Set(org.policies.map(({ ref }) => ref.id))) {
    const ref = inForce(org, name, civilDate(now, org.timeZone));
    if (ref === undefined) continue;
    const policy = await orgs.policy(org.id, ref);
    for (const schedule of reportsOf(policy))
      for (const one of soon(policy, schedule, now))
        for (const unit of unitsOf(org, schedule)) {
          const record = blankReport({ org, ref, schedule, unit }, one);
          if ((await reports.one(record)) !== undefined) continue;
          if ((await reports.save(record)) === "saved") planned += 1;
        }
  }
  return planned;
};
