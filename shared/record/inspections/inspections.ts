import * as z from "zod";
import { ActionEvent } from "../../inspection/action.ts";
import { InspectionEvent } from "../../inspection/event.ts";
import { Instant } from "../../kernel/instant.ts";
import { PolicyRef } from "../../policy/policy.ts";
import { Slug } from "../../policy/terms.ts";
import { type KeptStore, keptShape } from "../kept.ts";

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

/** Where inspections and what follows from them are kept. */
export type InspectionStores = {
  readonly inspections: KeptStore<InspectionRecord>;
  readonly inspected: KeptStore<InspectedRecord>;
  readonly actions: KeptStore<ActionRecord>;
};
