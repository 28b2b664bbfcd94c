import * as z from "zod";
import { addWorkingDays, type Calendar } from "../calendar/calendar.ts";
import { addDays, CivilDate } from "../calendar/civil-date.ts";
import { atTime, endOfDay } from "../calendar/zone.ts";
import { keyed } from "../case/actor.ts";
import type { Instant } from "../kernel/instant.ts";
import { both } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import { Slug } from "../policy/terms.ts";
import type { Slot } from "./event.ts";
import { BearerId } from "./object.ts";

const Entry = z.strictObject({ object: BearerId, from: CivilDate, to: CivilDate });

/** A yearly plan (年度计划): of which object something is done between which days. */
export const PlanBody = z.strictObject({
  schedule: Slug,
  year: z.number().int().min(2020).max(2100),
  visits: z.array(Entry).min(1).max(200),
});
export type PlanBody = z.infer<typeof PlanBody>;

/** What can happen to such a plan. The list only grows. */
export const PlanEvent = z.discriminatedUnion("type", [
  z.strictObject({ ...keyed, type: z.literal("drafted"), plan: PlanBody }),
  z.strictObject({ ...keyed, type: z.literal("approved") }),
  z.strictObject({ ...keyed, type: z.literal("returned"), reason: z.string() }),
]);
export type PlanEvent = z.infer<typeof PlanEvent>;

/** A plan as its events tell it: one that was changed after its approval is a draft again. */
export type YearPlan = {
  readonly plan: PlanBody;
  readonly by: PlanEvent["by"];
  readonly approvedAt?: Instant;
  readonly reason?: string;
};

const evolve = (current: YearPlan | undefined, event: PlanEvent): YearPlan | undefined => {
  if (event.type === "drafted") return { plan: event.plan, by: event.by };
  if (current === undefined) return undefined;
  const { plan, by } = current;
  return event.type === "approved" ? { plan, by, approvedAt: event.at } : { plan, by, reason: event.reason };
};

/** @throws when the first event is not its draft. */
export const yearPlanOf = (events: readonly PlanEvent[]): YearPlan => {
  const folded = events.reduce<YearPlan | undefined>(evolve, undefined);
  if (folded === undefined) throw new Error("a plan begins with its draft");
  return folded;
};

/** A plan by which visits are made. */
export type ApprovedPlan = PlanBody & { readonly approvedAt: Instant };

/** The windows that an approved plan gives an object, inside those that its schedule asks for (PRV-01). */
export const spread = (
  { policy, calendar }: { readonly policy: Policy; readonly schedule: Schedule; readonly calendar: Calendar },
  plan: ApprovedPlan,
  object: string,
  asked: readonly Slot[],
): readonly Slot[] => {
  const { remindAt, timeZone } = policy.calendar;
  return plan.visits
    .filter((one) => one.object === object && asked.some(({ window: [from, to] }) => one.from >= from && one.to <= to))
    .map(({ from, to }) => {
      const morning = addWorkingDays(calendar, addDays(to, 1), -1);
      return {
        window: [from, to],
        due: endOfDay(to, timeZone),
        ...(morning.ok ? { reminder: atTime(morning.value, remindAt, timeZone) } : {}),
        waived: false,
        why: both(`${from} – ${to}`),
      };
    });
};
