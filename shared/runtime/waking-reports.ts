import { earliest, HOUR, type Instant, plusMs, toMs } from "../kernel/instant.ts";
import { planReports } from "../record/reports/plan.ts";
import { type ReportWaker, wakeReport } from "../record/reports/wake.ts";
import { log } from "./log.ts";

export type WokenReports = {
  readonly planned: number;
  readonly woken: number;
  readonly failed: number;
  /** Nothing is due before this moment unless somebody does something; absent while something may be. */
  readonly idleUntil?: Instant | undefined;
};

/** One of many; one that fails is left for the next minute and keeps none of the others back. */
const tried = async <T>(name: string, org: string, otherwise: T, work: () => Promise<T>) => {
  try {
    return { value: await work(), failed: 0 };
  } catch (error) {
    log("WAKE_FAILED", { record: name, org, error: error instanceof Error ? error.message : String(error) });
    return { value: otherwise, failed: 1 };
  }
};

/** The beginning of the hour after a moment. */
const nextHour = (now: Instant): Instant => plusMs(now, HOUR - (toMs(now) % HOUR));

/**
 * Plans the reports of every company once an hour, and does what is due at those that were planned. It plans when it first
 * runs, too, and two days ahead: an hour in which nobody planned takes nothing from anybody.
 */
export const reportsWaker = (waker: ReportWaker): (() => Promise<WokenReports>) => {
  let plannedUntil: Instant | undefined;
  return async () => {
    const { deps } = waker;
    const now = deps.now();
    let planned = 0;
    let failed = 0;
    if (plannedUntil === undefined || now >= plannedUntil) {
      for (const org of await deps.orgs.all()) {
        const done = await tried("plan", org, 0, () => planReports(deps, org));
        planned += done.value;
        failed += done.failed;
      }
      if (failed === 0) plannedUntil = nextHour(now);
    }
    const { refs, next } = await deps.reports.due(deps.now());
    for (const ref of refs) failed += (await tried(ref.id, ref.org, undefined, () => wakeReport(waker, ref))).failed;
    if (planned + refs.length + failed === 0) {
      return { planned, woken: 0, failed, idleUntil: earliest(next, plannedUntil) };
    }
    log("WOKE", { shard: "reports", planned, woken: refs.length, failed });
    return { planned, woken: refs.length, failed };
  };
};
