import type { InspectionDeps, LoadedInspection } from "./change.ts";
import type { InspectedRecord } from "./inspections.ts";

/** So many of the last inspections of an object are named in its ledger. */
const KEPT = 300;

/** Enters an inspection in the ledger (台账) of what was inspected; once, however often it is asked for (GAS-07, GAS-16). */
export const keepLedger = async (
  { inspected }: Pick<InspectionDeps, "inspected">,
  { record, current: { filed, findings } }: LoadedInspection,
): Promise<void> => {
  const { org, id } = record;
  const { object, doneAt, schedule } = filed;
  if (object === undefined) return;
  const entry = { id, doneAt, policy: record.policy.id, schedule, findings: findings.length };
  const begun = {
    kind: "inspected",
    org,
    id: object,
    version: 0,
    filed: { list: "inspected", at: doneAt },
    made: [],
  } as const;
  for (;;) {
    const before: InspectedRecord = (await inspected.one({ org, id: object })) ?? { ...begun, made: [] };
    if (before.made.some((one) => one.id === id)) return;
    const made = [...before.made, entry].sort((a, b) => (a.doneAt < b.doneAt ? 1 : -1)).slice(0, KEPT);
    if ((await inspected.save({ ...before, made })) === "saved") return;
  }
};
