import { type Period, periodName, periodOf } from "../calendar/period.ts";
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
