import * as z from "zod";
import type { Actor } from "../case/actor.ts";
import { actsAs, holders } from "../case/roles.ts";
import type { Locale } from "../kernel/text.ts";
import { mayDraft } from "../obligation/open.ts";
import { objectSchedules } from "../obligation/slots.ts";
import { planApprover } from "../policy/occurrences.ts";
import type { Policy } from "../policy/policy.ts";

const May = z.enum(["visit", "draft", "approve"]);

/** By which regulations something is visited, and what the reader has to do with it. */
export const VisitSchedules = z
  .object({
    regulations: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        schedules: z.array(
          z.object({
            id: z.string(),
            title: z.string(),
            rules: z.array(z.string()),
            planned: z.boolean().meta({ description: "by a yearly plan, that somebody approves" }),
            may: z
              .array(May)
              .meta({ description: "`visit` is to look after what is visited, and to import lists of it" }),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "VisitSchedules" });

/** Of each regulation the schedules that concern its reader: those who visit, approve a plan, or read everything. */
export const scheduleViews = (
  policies: readonly Policy[],
  by: Actor,
  locale: Locale,
): z.infer<typeof VisitSchedules> => ({
  regulations: policies
    .map((policy) => ({
      id: policy.id,
      title: policy.title[locale],
      schedules: objectSchedules(policy)
        .map((schedule) => {
          const approver = planApprover(schedule);
          const may = [
            ...(actsAs(by, schedule.by) ? (["visit"] as const) : []),
            ...(mayDraft({ policy, schedule }, by) ? (["draft"] as const) : []),
            ...(approver !== undefined && actsAs(by, [approver]) ? (["approve"] as const) : []),
          ];
          const { id, title, rules } = schedule;
          return { id, title: title[locale], rules: [...rules], planned: approver !== undefined, may };
        })
        .filter(({ may }) => may.length > 0 || actsAs(by, holders(policy, "read"))),
    }))
    .filter(({ schedules }) => schedules.length > 0),
});
