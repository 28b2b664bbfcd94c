import { type InspectionWaker, wakeInspection } from "../record/inspections/wake.ts";
import { attempt, idle, type Woken, woke } from "./woken.ts";

/** Wakes every inspection that is due. */
export const wakeInspections = async (waker: InspectionWaker): Promise<Woken> => {
  const { refs, next } = await waker.inspections.due(waker.now());
  if (refs.length === 0) return idle(next);
  let failed = 0;
  for (const ref of refs) failed += (await attempt(ref.id, ref.org, () => wakeInspection(waker, ref))).failed;
  return woke("inspections", { woken: refs.length, failed });
};
