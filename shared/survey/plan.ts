import * as z from "zod";
import { addDays, CivilDate } from "../calendar/civil-date.ts";
import { atTime, endOfDay } from "../calendar/zone.ts";
import type { FieldFault } from "../case/fault.ts";
import type { Instant } from "../kernel/instant.ts";
import { say, type Text } from "../kernel/text.ts";
import type { Survey } from "../policy/follow-up.ts";
import type { Policy } from "../policy/policy.ts";
import { Slug } from "../policy/terms.ts";

/** Nobody is asked more than three times. */
const MAX_REMINDERS = 2;
/** The longest that a campaign may run. */
const MAX_DAYS = 366;

/** Whom a campaign asks. */
const Audience = z.discriminatedUnion("is", [
  /** Everybody in the company's list of customers of whom it says this. */
  z.strictObject({ is: z.literal("customers"), where: z.record(z.string().max(40), z.string().max(100)).default({}) }),
  /** Everybody who had a case closed since a day of the office, each once. */
  z.strictObject({ is: z.literal("closedSince"), since: CivilDate }),
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

/** The moments that follow from a plan: mails leave when the office reminds, answers count until the last day's end. */
export const momentsOf = (
  { calendar: { remindAt, timeZone } }: Pick<Policy, "calendar">,
  { sendOn, remindOn, closesOn }: Pick<CampaignPlan, "sendOn" | "remindOn" | "closesOn">,
): { readonly opens: Instant; readonly reminds: readonly Instant[]; readonly closes: Instant } => ({
  opens: atTime(sendOn, remindAt, timeZone),
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
    ...(sendOn < today ? [fault("/sendOn", say("发出日期已过", "This day is over"), rule)] : []),
    ...(closesOn <= sendOn || closesOn > addDays(sendOn, MAX_DAYS)
      ? [fault("/closesOn", say("截止日应在发出之后一年内", "It ends after it began, within a year"), rule)]
      : []),
    ...(inside
      ? []
      : [fault("/remindOn", say("提醒日应依次在发出和截止之间", "Reminders come in order, between both days"), rule)]),
  ];
};
