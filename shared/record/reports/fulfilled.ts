import { civilDate } from "../../calendar/zone.ts";
import { plusMs } from "../../kernel/instant.ts";
import { reportId } from "../../report/key.ts";
import { reportOf } from "../../report/report.ts";
import { inTurns } from "../in-turns.ts";
import type { ObligationDeps } from "../obligations/change.ts";
import { fulfil } from "../obligations/fulfil.ts";
import type { LoadedReport, ReportDeps } from "./load.ts";
import { unitsOf } from "./plan.ts";

type Deps = ObligationDeps & Pick<ReportDeps, "reports">;

/**
 * Marks the obligation that a report was as done since it was first handed in: the very one of its day, so that a late
 * report counts for no other. Where every department makes its own it is done with the last of them (PSI-21). Repeating it
 * changes nothing.
 */
export const reportFulfilled =
  (deps: Deps) =>
  async ({ record, policy, schedule, report }: LoadedReport): Promise<void> => {
    const org = await deps.orgs.org(record.org);
    const at = report.submissions[0]?.at;
    if (org === undefined || at === undefined || record.nominalDue === undefined) return;
    const all = await inTurns(unitsOf(org, schedule), (unit) =>
      deps.reports.one({
        org: org.id,
        id: reportId({ policy: policy.id, schedule: schedule.id, period: record.period, unit: unit?.id }),
      }),
    );
    if (all.some((one) => one === undefined || reportOf(one.timeline).submissions.length === 0)) return;
    const last = civilDate(plusMs(record.nominalDue, -1), policy.calendar.timeZone); // due at 24:00 is due on that day
    const obligation = `${last}-1.${schedule.id}`;
    const by = { kind: "report", id: record.id };
    await fulfil(deps, { org: org.id, policy: policy.id, schedule: schedule.id, obligation, at, by });
  };
