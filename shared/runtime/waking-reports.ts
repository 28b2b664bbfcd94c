import { earliest, HOUR, type Instant, plusMs } from "../kernel/instant.ts";
import { planReports } from "../record/reports/plan.ts";
import { type ReportWaker, wakeReport } from "../record/reports/wake.ts";
import { attempt, idle, type Woken, woke } from "./woken.ts";

/** What was planned this moment knows of every change; planned earlier, it may not know of one made since. */
const DAY = 24 * HOUR;

/**
 * Plans the reports of every company when it first runs and once an hour, and does what is due at those that were planned.
 * A day in which nobody planned takes nothing from anybody, for it is planned two ahead: what a company changed in its
 * regulations is all that the hours are for.
 */
export const reportsWaker = (waker: ReportWaker): (() => Promise<Woken>) => {
  let plannedAt: Instant | undefined;
  return async () => {
    const { deps } = waker;
    const now = deps.now();
    const done = { woken: 0, failed: 0 };
    if (plannedAt === undefined || plusMs(plannedAt, HOUR) <= now || plannedAt > now) {
      for (const org of await deps.orgs.all()) {
        const { failed, value } = await attempt("plan", org, () => planReports(deps, org));
        done.failed += failed;
        done.woken += value ?? 0;
      }
      plannedAt = done.failed === 0 ? now : undefined;
    }
    const { refs, next } = await deps.reports.due(deps.now());
    for (const ref of refs) done.failed += (await attempt(ref.id, ref.org, () => wakeReport(waker, ref))).failed;
    done.woken += refs.length;
    if (done.woken + done.failed > 0) return woke("reports", done);
    return idle(earliest(next, plannedAt === now ? plusMs(now, DAY) : plusMs(plannedAt ?? now, HOUR)));
  };
};
