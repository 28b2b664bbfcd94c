import * as z from "zod";
import { ActionEvent } from "../../inspection/action.ts";
import { InspectionEvent } from "../../inspection/event.ts";
import { Instant } from "../../kernel/instant.ts";
import { PolicyRef } from "../../policy/policy.ts";
import { Slug } from "../../policy/terms.ts";
import { type KeptStore, keptShape, type Mentioning } from "../kept.ts";

/** An inspection as it is stored, judged for life by the regulation it was made by; filed under it by when it was made. */
export const InspectionRecord = z.strictObject({
  ...keptShape,
  kind: z.literal("inspection"),
  policy: PolicyRef,
  timeline: z.array(InspectionEvent),
});
export type InspectionRecord = z.infer<typeof InspectionRecord>;

/** The inspections of one object of the ledger, the last first; older ones stand in their own lists. */
export const InspectedRecord = z.strictObject({
  ...keptShape,
  kind: z.literal("inspected"),
  made: z.array(
    z.strictObject({ id: z.string(), doneAt: Instant, policy: Slug, schedule: Slug, findings: z.number().int() }),
  ),
});
export type InspectedRecord = z.infer<typeof InspectedRecord>;

/** The action on a common problem as it is stored: one for a code in a period. */
export const ActionRecord = z.strictObject({
  ...keptShape,
  kind: z.literal("action"),
  policy: PolicyRef,
  corrective: Slug,
  code: z.string(),
  period: z.string(),
  timeline: z.array(ActionEvent),
});
export type ActionRecord = z.infer<typeof ActionRecord>;

/** Inspections, and whom they mention. */
export type InspectionStore = KeptStore<InspectionRecord> & {
  /** Files an inspection under whom it mentions; again is the same, and a name that leads nowhere is harmless. */
  readonly point: (record: InspectionRecord, marks: readonly Mentioning[]) => Promise<void>;
  /** Takes an inspection off what found it; what is not there is no trouble. */
  readonly unpoint: (record: InspectionRecord, marks: readonly Mentioning[]) => Promise<void>;
};

/** Where inspections and what follows from them are kept. */
export type InspectionStores = {
  readonly inspections: InspectionStore;
  readonly inspected: KeptStore<InspectedRecord>;
  readonly actions: KeptStore<ActionRecord>;
};
