import type { Calendar } from "../../../calendar/calendar.ts";
import type { OrgId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/instant.ts";
import type { Policy } from "../../../policy/policy.ts";
import type { Unit } from "../../../report/author.ts";
import type { ReportSchedule } from "../../../report/due.ts";
import type { Span } from "../../../report/key.ts";
import type { ReportDeps } from "../load.ts";

/** What is counted for a report: of which company and regulation, for which report and unit, from when on and before when. */
export type Counting = {
  readonly deps: ReportDeps;
  readonly org: OrgId;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly schedule: ReportSchedule;
  readonly unit: Unit | undefined;
  /** Every unit that makes such a report. */
  readonly units: readonly Unit[];
  readonly span: Span;
  readonly from: Instant;
  readonly before: Instant;
};
