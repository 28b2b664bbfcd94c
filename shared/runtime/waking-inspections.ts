import type { Instant } from "../kernel/instant.ts";
import { type InspectionWaker, wakeInspection } from "../record/inspections/wake.ts";
import { log } from "./log.ts";

export type WokenInspections = {
  readonly woken: number;
  readonly failed: number;
  /** Nothing is due before this moment unless somebody does something; absent while something may be. */
  readonly idleUntil?: Instant | undefined;
};

const FAR = "9999-12-31T00:00:00.000Z" as Instant; // nothing is open

/** Wakes every inspection that is due; one that fails is left for the next minute and keeps none of the others back. */
export const wakeInspections = async (waker: InspectionWaker): Promise<WokenInspections> => {
  const { refs, next } = await waker.inspections.due(waker.now());
  if (refs.length === 0) return { woken: 0, failed: 0, idleUntil: next ?? FAR };
  let failed = 0;
  for (const ref of refs) {
    try {
      await wakeInspection(waker, ref);
    } catch (error) {
      failed += 1;
      log("WAKE_FAILED", {
        record: ref.id,
        org: ref.org,
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }
  log("WOKE", { shard: "inspections", woken: refs.length, failed });
  return { woken: refs.length, failed };
};
