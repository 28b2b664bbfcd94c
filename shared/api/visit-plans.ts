import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import { mayDraft, planActs } from "../obligation/open.ts";
import { PlanBody, yearPlanOf } from "../obligation/plan.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import type { PlanRecord } from "../record/obligations/obligations.ts";
import type { Reading } from "./row.ts";
import { VisitActs, visitActViews } from "./visit-acts.ts";

export const YearPlanBody = PlanBody.pick({ visits: true }).meta({ id: "YearPlan" });
export const PlanReasonBody = z.strictObject({ reason: z.string().max(2000) });

export const YearPlanView = z
  .object({
    policy: z.string(),
    schedule: z.string(),
    year: z.number().int(),
    state: z.enum(["NONE", "DRAFT", "APPROVED"]),
    visits: YearPlanBody.shape.visits.or(z.tuple([])),
    approvedAt: z.string().optional(),
    reason: z.string().optional().meta({ description: "why it was sent back" }),
    mayDraft: z.boolean().meta({ description: "the reader drafts it, or changes it" }),
    acts: VisitActs,
    history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string() })),
  })
  .meta({ id: "YearPlanView" });

/** The plan of a year as staff see it. */
export const planView = (
  ground: { readonly policy: Policy; readonly schedule: Schedule },
  { policy, schedule, year, timeline }: PlanRecord,
  { by: reader, locale }: Omit<Reading, "now">,
): z.infer<typeof YearPlanView> => {
  const { timeZone } = ground.policy.calendar;
  const current = timeline.length === 0 ? undefined : yearPlanOf(timeline);
  const state = current === undefined ? "NONE" : current.approvedAt === undefined ? "DRAFT" : "APPROVED";
  const history = timeline.map(({ at, by, type }) => ({
    at: withOffset(at, timeZone),
    by: by.kind === "staff" ? by.name : by.kind,
    what: type,
  }));
  const { approvedAt, reason, plan } = current ?? {};
  return {
    policy,
    schedule,
    year,
    state,
    visits: plan?.visits ?? [],
    approvedAt: approvedAt && withOffset(approvedAt, timeZone),
    reason,
    mayDraft: mayDraft(ground, reader),
    acts: visitActViews(ground.policy, planActs(ground, current, reader), locale),
    history,
  };
};
