import { addDays } from "../calendar/civil-date.ts";
import { type Period, periodName, periodOf } from "../calendar/period.ts";
import { atTime, civilDate, endOfDay } from "../calendar/zone.ts";
import type { FieldFault } from "../case/fault.ts";
import { earliest, type Instant } from "../kernel/instant.ts";
import { say } from "../kernel/text.ts";
import { daysIn, type SentAfter } from "../policy/follow-up.ts";
import type { Policy } from "../policy/policy.ts";
import type { Campaign } from "./campaign.ts";
import type { Invitation } from "./invitation.ts";
import { type CampaignPlan, type Moments, momentsOf } from "./plan.ts";

/** The periods that one campaign can last: its figures are those of the period. */
const PERIODS = ["month", "quarter", "half-year", "year"] as const satisfies readonly Period[];

/** How long one campaign of such a survey goes on: as long as the figure that it feeds is counted over, else a quarter. */
const periodOfSurvey = ({ kpis }: Policy, survey: SentAfter): Period =>
  kpis
    .filter(({ id }) => survey.kpis.includes(id))
    .map(({ period }) => PERIODS.find((one) => one === period))
    .find((one) => one !== undefined) ?? "quarter";

/**
 * The plan of the campaign to which an event belongs by its moment, in days of the office: it asks until its period is
 * over, and goes on until whoever is asked last has had their time.
 */
export const standingPlan = (policy: Policy, survey: SentAfter, at: Instant): CampaignPlan => {
  const period = periodOfSurvey(policy, survey);
  const window = periodOf(civilDate(at, policy.calendar.timeZone), period);
  const [from, until] = window;
  const answerDays = daysIn(survey.asks.answerWithin);
  return {
    survey: survey.id,
    title: `${survey.title["zh-CN"]} ${periodName(window, period)}`,
    audience: {
      is: "after",
      event: survey.after,
      until,
      answerDays,
      remindAfterDays: survey.asks.remindAfter.map(daysIn),
    },
    sendOn: from,
    remindOn: [],
    closesOn: addDays(until, answerDays),
  };
};

/** Whether everybody who is asked before it begins has an invitation: a standing campaign is joined as it goes on. */
export const hasInvitedAll = ({ invitedAt, plan }: Pick<Campaign, "invitedAt" | "plan">): boolean =>
  invitedAt !== undefined || plan.audience.is === "after";

/** Whether events of cases may still bring somebody at a moment. */
export const isJoined = ({ calendar }: Pick<Policy, "calendar">, { audience }: CampaignPlan, now: Instant): boolean =>
  audience.is === "after" && now < endOfDay(audience.until, calendar.timeZone);

/**
 * The moments of one invitation: those of its campaign, or its own where an event sends it. The days of such a customer
 * are counted from their first mail, and until it has left from the event: what was held up for longer does not leave.
 */
export const momentsFor = (
  policy: Pick<Policy, "calendar">,
  plan: CampaignPlan,
  { about, mails }: Pick<Invitation, "about" | "mails">,
): Moments => {
  const all = momentsOf(policy, plan);
  const { audience } = plan;
  if (audience.is !== "after" || about === undefined) return all;
  const { remindAt, timeZone } = policy.calendar;
  const first = mails[0]?.at;
  const day = civilDate(first ?? about.at, timeZone);
  const closes = endOfDay(addDays(day, audience.answerDays), timeZone);
  return {
    opens: about.at,
    reminds: audience.remindAfterDays.map((days) => atTime(addDays(day, days), remindAt, timeZone)),
    closes: earliest(closes, all.closes) ?? all.closes,
  };
};

/** The same once its next mail has left at a moment. */
export const momentsOnceSent = (
  policy: Pick<Policy, "calendar">,
  plan: CampaignPlan,
  { about, mails }: Pick<Invitation, "about" | "mails">,
  at: Instant,
): Moments => momentsFor(policy, plan, { about, mails: [...mails, { at, messageId: "" }] });

/**
 * What is wrong with another plan for a standing campaign: its name may change, and the days of each customer. What it
 * asks about, and when it begins and ends, the regulation says.
 */
export const standingFaults = (was: CampaignPlan, plan: CampaignPlan): readonly FieldFault[] => {
  const fault = (path: string): FieldFault => ({
    path,
    code: "invalid",
    says: say("随事件发出的调查，此项由制度和周期决定", "The regulation and the period say this of it"),
  });
  const [old, next] = [was.audience, plan.audience];
  if (old.is !== "after" || next.is !== "after") return [fault("/audience")];
  const reminds = next.remindAfterDays;
  return [
    ...(next.event === old.event ? [] : [fault("/audience/event")]),
    ...(next.until === old.until ? [] : [fault("/audience/until")]),
    ...(reminds.every((days, n) => days > (reminds[n - 1] ?? 0) && days < next.answerDays)
      ? []
      : [fault("/audience/remindAfterDays")]),
    ...(plan.survey === was.survey ? [] : [fault("/survey")]),
    ...(plan.sendOn === was.sendOn ? [] : [fault("/sendOn")]),
    ...(plan.remindOn.length === 0 ? [] : [fault("/remindOn")]),
    ...(plan.closesOn === addDays(next.until, next.answerDays) ? [] : [fault("/closesOn")]),
  ];
};
