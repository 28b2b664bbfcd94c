import { civilDate } from "../calendar/zone.ts";
import type { Asked } from "../case/act.ts";
import { clean } from "../case/clean.ts";
import type { FieldFault, Refusal } from "../case/fault.ts";
import { notOfRoles } from "../case/roles.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { say, type Text } from "../kernel/text.ts";
import type { Survey } from "../policy/follow-up.ts";
import type { Policy } from "../policy/policy.ts";
import { isOwnPlan, OPEN, rolesFor } from "./acts.ts";
import type { Campaign } from "./campaign.ts";
import type { CampaignEvent } from "./event.ts";
import { type CampaignPlan, momentsOf, planFaults } from "./plan.ts";
import { standingFaults } from "./standing.ts";

/** What somebody wants done to a campaign. */
export type CampaignCommand = { readonly key?: string | undefined } & (
  | { readonly do: "replan"; readonly plan: CampaignPlan }
  | { readonly do: "approve" }
  | { readonly do: "return"; readonly reason: string }
  | { readonly do: "pause"; readonly reason: string }
  | { readonly do: "resume" }
  | { readonly do: "cancel"; readonly reason: string }
  | { readonly do: "report"; readonly to: string }
);

type Decided = Result<readonly CampaignEvent[], Refusal>;
type Ground = { readonly policy: Policy; readonly survey: Survey };

const bad = (fields: readonly FieldFault[], rules: readonly string[]): Decided =>
  refuse({ code: "bad-fields", fields, rules });

const notNow = (says: Text, rules: readonly string[]): Decided => refuse({ code: "nothing-to-do", says, rules });

/** A plan for a new campaign, or why there is none. */
export const planCampaign = (
  { policy, survey }: Ground,
  plan: CampaignPlan,
  { at, by, key }: Asked & { readonly key?: string | undefined },
): Decided => {
  const foreign = notOfRoles(policy, by, survey.by, survey.rules);
  if (foreign !== undefined) return refuse(foreign);
  const wrong = planFaults(plan, survey, civilDate(at, policy.calendar.timeZone));
  return wrong.length > 0 ? bad(wrong, survey.rules) : accept([{ type: "planned", at, by, key, plan }]);
};

const follow = (
  { policy, survey }: Ground,
  current: Campaign,
  command: CampaignCommand,
  { at, by }: Asked,
): Decided => {
  const said = { at, by, key: command.key };
  const reason = "reason" in command ? clean(command.reason, true) : "";
  switch (command.do) {
    case "replan": {
      const wrong =
        current.plan.audience.is === "after"
          ? standingFaults(current.plan, command.plan)
          : planFaults(command.plan, survey, civilDate(at, policy.calendar.timeZone));
      return wrong.length > 0 ? bad(wrong, survey.rules) : accept([{ ...said, type: "replanned", plan: command.plan }]);
    }
    case "approve":
      if (isOwnPlan(survey, current, by))
        return refuse({
          code: "same-side",
          says: say("不能批准自己的计划", "nobody approves a plan of their own"),
          rules: survey.rules,
        });
      if (momentsOf(policy, current.plan).closes <= at)
        return notNow(say("计划的日期已过，请重新计划", "its days are over: plan it anew"), survey.rules);
      return accept([{ ...said, type: "approved" }]);
    case "return":
      return accept([{ ...said, type: "returned", reason }]);
    case "pause":
      return current.paused
        ? notNow(say("已暂停", "it is held up already"), survey.rules)
        : accept([{ ...said, type: "paused", reason }]);
    case "resume":
      return current.paused
        ? accept([{ ...said, type: "resumed" }])
        : notNow(say("并未暂停", "it is not held up"), survey.rules);
    case "cancel":
      return accept([{ ...said, type: "cancelled", reason }]);
    case "report":
      return accept([{ ...said, type: "reported", to: clean(command.to, false) }]);
  }
};

const TYPES: Readonly<Record<CampaignCommand["do"], CampaignEvent["type"]>> = {
  replan: "replanned",
  approve: "approved",
  return: "returned",
  pause: "paused",
  resume: "resumed",
  cancel: "cancelled",
  report: "reported",
};

/** What follows from a command: events, none when the same command was obeyed before, or a refusal with the clause. */
export const decideCampaign = (
  ground: Ground,
  current: Campaign,
  timeline: readonly CampaignEvent[],
  command: CampaignCommand,
  asked: Asked,
): Decided => {
  const { policy, survey } = ground;
  const before = timeline.find((event) => command.key !== undefined && "key" in event && event.key === command.key);
  if (before !== undefined)
    return before.type === TYPES[command.do] ? accept([]) : refuse({ code: "key-reused", rules: [] });
  const foreign = notOfRoles(policy, asked.by, rolesFor(survey, command.do), survey.rules);
  if (foreign !== undefined) return refuse(foreign);
  if (!OPEN[command.do].includes(current.state))
    return notNow(say(`调查已是 ${current.state}`, `the campaign is ${current.state} by now`), survey.rules);
  if ("reason" in command && clean(command.reason, true) === "")
    return bad([{ path: "/reason", code: "required", says: say("须写明原因", "a reason is needed") }], survey.rules);
  return follow(ground, current, command, asked);
};
