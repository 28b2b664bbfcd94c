import * as z from "zod";
import { addDays, CivilDate } from "../calendar/civil-date.ts";
import { atTime, endOfDay, startOfDay } from "../calendar/zone.ts";
import type { FieldFault } from "../case/fault.ts";
import type { Instant } from "../kernel/instant.ts";
import { say, type Text } from "../kernel/text.ts";
import { MAX_ANSWER_DAYS, MAX_REMINDERS, type Survey } from "../policy/follow-up.ts";
import type { Policy } from "../policy/policy.ts";
import { Name, Slug } from "../policy/terms.ts";

/** The longest that a campaign may run. */
const MAX_DAYS = 366;

/** Whom a campaign asks. */
const Audience = z.discriminatedUnion("is", [
  /** Everybody in the company's list of customers of whom it says this. */
  z.strictObject({ is: z.literal("customers"), where: z.record(z.string().max(40), z.string().max(100)).default({}) }),
  /** Everybody who had a case closed since a day of the office, each once. */
  z.strictObject({ is: z.literal("closedSince"), since: CivilDate }),
  /** Everybody in whose case this happens until a day of the office, each time: with days of their own (BUS-19). */
  z.strictObject({
    is: z.literal("after"),
    event: Name,
    until: CivilDate,
    answerDays: z.number().int().min(1).max(MAX_ANSWER_DAYS),
    remindAfterDays: z.array(z.number().int().positive()).max(MAX_REMINDERS),
  }),
]);

/** What is approved before a campaign begins: whom it asks what, and on which days of the office. */
export const CampaignPlan = z.strictObject({
  survey: Slug,
  title: z.string().trim().min(1).max(120),
  audience: Audience,
  sendOn: CivilDate,
  /** Days on which those who have not answered are reminded. */
  remindOn: z.array(CivilDate).max(MAX_REMINDERS).default([]),
  /** The last day on which an answer counts. */
  closesOn: CivilDate,
});
export type CampaignPlan = z.infer<typeof CampaignPlan>;

/** When mails may leave first, when they remind, and when answers no longer count. */
export type Moments = { readonly opens: Instant; readonly reminds: readonly Instant[]; readonly closes: Instant };

/**
 * The moments that follow from a plan: mails leave when the office reminds, and at any hour where an event sends them;
 * answers count until the last day's end.
 */
export const momentsOf = (
  { calendar: { remindAt, timeZone } }: Pick<Policy, "calendar">,
  { audience, sendOn, remindOn, closesOn }: CampaignPlan,
): Moments => ({
  opens: audience.is === "after" ? startOfDay(sendOn, timeZone) : atTime(sendOn, remindAt, timeZone),
  reminds: remindOn.map((day) => atTime(day, remindAt, timeZone)),
  closes: endOfDay(closesOn, timeZone),
});

const fault = (path: string, says: Text, rule?: string): FieldFault => ({ path, code: "invalid", rule, says });

/** What is wrong with the days of a plan, as of a day of the office; nothing when it can be approved. */
export const planFaults = (plan: CampaignPlan, survey: Survey, today: CivilDate): readonly FieldFault[] => {
  const [rule] = survey.rules;
  const { sendOn, remindOn, closesOn } = plan;
  const inside = remindOn.every((day, n) => day > (remindOn[n - 1] ?? sendOn) && day <= closesOn);
  return [
    ...(plan.survey === survey.id
      ? []
      : [fault("/survey", say("计划不能换成另一项调查", "A plan stays with its survey"), rule)]),
    ...(plan.audience.is === "after"
      ? [fault("/audience", say("随事件发出的调查自行开始", "What goes with an event begins by itself"), rule)]
      : []),
    ...(sendOn < today ? [fault("/sendOn", say("发出日期已过", "This day is over"), rule)] : []),
    ...(closesOn <= sendOn || closesOn > addDays(sendOn, MAX_DAYS)
      ? [fault("/closesOn", say("截止日应在发出之后一年内", "It ends after it began, within a year"), rule)]
      : []),
    ...(inside
      ? []
      : [fault("/remindOn", say("提醒日应依次在发出和截止之间", "Reminders come in order, between both days"), rule)]),
  ];
};
