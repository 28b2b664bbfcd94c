import * as z from "zod";
import { CivilDate } from "../calendar/civil-date.ts";
import { withOffset } from "../calendar/zone.ts";
import { Owner } from "../case/actions/actions.ts";
import type { Actor } from "../case/actor.ts";
import { type ActionEvent, planOf, stateOf } from "../inspection/action.ts";
import { actionActs } from "../inspection/action-open.ts";
import { ActionId } from "../kernel/ids.ts";
import type { Policy } from "../policy/policy.ts";
import type { Demand } from "../record/inspections/lists.ts";
import { NextField, nextField } from "./next-field.ts";
import type { Reading } from "./row.ts";

export const PlanCommonBody = z.strictObject({
  cause: z.string().max(2000),
  measure: z.string().max(2000),
  prevention: z.string().max(2000).optional(),
  owner: Owner.extend({ person: z.string().max(100) }),
  due: z.string().meta({ description: "a day, or a moment with its offset" }),
});
export const CommonDoneBody = z.strictObject({ result: z.string().max(2000) });
export const CommonVerifiedBody = z.strictObject({
  verdict: z.enum(["passed", "failed"]),
  result: z.string().max(2000),
});

export const CommonAction = z
  .object({
    state: z.enum(["PLANNED", "DONE", "VERIFIED", "REOPENED"]),
    cause: z.string(),
    measure: z.string(),
    prevention: z.string().optional(),
    owner: Owner,
    due: z.string(),
    history: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), result: z.string().optional() })),
  })
  .meta({ id: "CommonAction" });

export const CommonProblems = z
  .object({
    at: z.string().meta({ description: "now, with the offset of the office" }),
    items: z.array(
      z.object({
        actionId: ActionId,
        corrective: z.object({
          id: z.string(),
          title: z.string(),
          rules: z.array(z.string()),
          by: z.array(z.string()),
        }),
        code: z.string(),
        title: z.string(),
        period: z.string(),
        on: CivilDate.meta({ description: "a day of the period, by which its action is named" }),
        departments: z.array(z.string()),
        times: z.number().int(),
        blocks: z.array(z.string()).meta({ description: "reports that are not submitted before an action is planned" }),
        action: CommonAction.optional(),
        acts: z.array(z.object({ act: z.string(), path: z.string(), title: z.string(), fields: z.array(NextField) })),
      }),
    ),
  })
  .meta({ id: "CommonProblems" });

const nameOf = (by: Actor): string => (by.kind === "staff" ? by.name : by.kind);

/** The action on a common problem as staff see it. @throws when it has no plan. */
export const actionView = (policy: Policy, timeline: readonly ActionEvent[]): z.infer<typeof CommonAction> => {
  const plan = planOf(timeline);
  if (plan === undefined) throw new Error("an action begins with its plan");
  const zone = policy.calendar.timeZone;
  const { cause, measure, prevention, owner, due } = plan;
  const history = timeline.map((event) => ({
    at: withOffset(event.at, zone),
    by: nameOf(event.by),
    what: event.type,
    result: "result" in event ? event.result : undefined,
  }));
  return { state: stateOf(timeline), cause, measure, prevention, owner, due: withOffset(due, zone), history };
};

/** The common problems of a period and what is done about them. */
export const commonView = (
  policy: Policy,
  demands: readonly Demand[],
  { by, now, locale }: Reading,
): z.infer<typeof CommonProblems> => ({
  at: withOffset(now, policy.calendar.timeZone),
  items: demands.map((demand) => {
    const { id, corrective, code, title, period, window, departments, times, action } = demand;
    return {
      actionId: ActionId.parse(id),
      corrective: {
        id: corrective.id,
        title: corrective.title[locale],
        rules: [...corrective.rules],
        by: [...corrective.by],
      },
      ...{ code, period, times },
      title: title[locale],
      on: window[0],
      departments: [...departments],
      blocks: [...corrective.blocks],
      action: action === undefined ? undefined : actionView(policy, action.timeline),
      acts: actionActs(policy, corrective, action?.timeline ?? [], by).map(({ title: says, fields, ...act }) => ({
        ...act,
        title: says[locale],
        fields: fields.map((field) => nextField(policy, field, locale)),
      })),
    };
  }),
});
