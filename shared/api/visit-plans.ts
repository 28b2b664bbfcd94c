import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import type { PlanRecord } from "../record/visits/visits.ts";
import { PlanBody, yearPlanOf } from "../visiting/plan.ts";

export const YearPlanBody = PlanBody.pick({ visits: true }).meta({ id: "YearPlan" });
export const PlanReasonBody = z.strictObject({ reason: z.string().max(2000) });

export const YearPlanView = z
  .object({
    policy: z.string(),
    schedule: z.string(),
    year: z.number().int(),
    state: z.enum(["NONE", "DRAFT", "APPROVED"]),
    visits: YearPlanBody.shape.visits.or(z.tuple([])),
    approvedAt: Instant.optional(),
    reason: z.string().optional().meta({ description: "why it was sent back" }),
    history: z.array(z.object({ at: Instant, by: z.string(), what: z.string() })),
  })
  .meta({ id: "YearPlanView" });

/** The plan of a year as staff see it. */
export const planView = ({ policy, schedule, year, timeline }: PlanRecord): z.infer<typeof YearPlanView> => {
  const current = timeline.length === 0 ? undefined : yearPlanOf(timeline);
  const state = current === undefined ? "NONE" : current.approvedAt === undefined ? "DRAFT" : "APPROVED";
  const history = timeline.map(({ at, by, type }) => ({ at, by: by.kind === "staff" ? by.name : by.kind, what: type }));
  const { approvedAt, reason, plan } = current ?? {};
  return { policy, schedule, year, state, visits: plan?.visits ?? [], approvedAt, reason, history };
};
