import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import { fromMs, type Instant, toMs } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import type { LoadedCampaign } from "../record/campaigns/change.ts";
import type { CampaignEvent } from "../survey/event.ts";
import { figuresOf } from "../survey/figures.ts";
import { CampaignPlan, momentsOf } from "../survey/plan.ts";
import { questionsOf } from "../survey/survey.ts";
import type { Tally } from "../survey/tally.ts";
import { Shown } from "./shown.ts";

export const PlanBody = CampaignPlan.meta({ id: "CampaignPlan" });
export const ReasonBody = z.strictObject({ reason: z.string().max(2000) });
export const ReportBody = z.strictObject({ to: z.string().trim().min(1).max(120) });

const Share = z.object({
  value: z.number().nullable(),
  shown: z
    .string()
    .nullable()
    .meta({ examples: ["49.8 %"] }),
  met: z.boolean().nullable(),
});
const Between = z.object({ from: z.number(), to: z.number() }).meta({ description: "95 % confidence" });

const QuestionView = z.object({
  question: z.string(),
  title: z.string(),
  answers: z.number().int(),
  satisfied: z.number().int(),
  share: Share,
  shareBetween: Between.optional(),
  mean: z.number().optional(),
  meanBetween: Between.optional(),
  histogram: z.record(z.string(), z.number().int()),
});

const FiguresView = z.object({
  invited: z.number().int(),
  sent: z.number().int().meta({ description: "went out, those that came back among them" }),
  bounced: z.number().int(),
  suppressed: z.number().int(),
  unsubscribed: z.number().int(),
  notSent: z.number().int(),
  waiting: z.number().int(),
  answered: z.number().int(),
  valid: z.number().int(),
  rate: Share,
  rateBetween: Between.optional(),
  insufficient: z.boolean().meta({ description: "INSUFFICIENT_RESPONSE: the rate missed its target" }),
  questions: z.array(QuestionView),
  groups: z.array(
    z.object({
      by: z.string(),
      value: z.string(),
      invited: z.number().int(),
      rate: Share,
      questions: z.array(QuestionView),
    }),
  ),
  commended: z.array(z.string()),
});

export const CampaignView = z
  .object({
    campaignId: z.string(),
    policy: z.string(),
    survey: z.object({ id: z.string(), title: z.string() }),
    title: z.string(),
    state: z.enum(["DRAFT", "APPROVED", "CANCELLED", "CLOSED", "ANALYSED", "REPORTED"]),
    phase: z.enum(["planned", "waiting", "inviting", "sending", "spent", "sent", "paused", "over"]).meta({
      description: "spent: the account has nearly sent what it may in a day, and goes on as soon as it may",
    }),
    reason: z.string().optional(),
    plan: CampaignPlan,
    opens: Shown,
    closes: Shown,
    progress: z.object({
      audience: z.number().int().meta({ description: "invited so far" }),
      audienceComplete: z.boolean(),
      sent: z.number().int(),
      reminded: z.number().int(),
      notSent: z.number().int(),
      share: z.number().meta({ description: "0 … 1 of the first mails" }),
      doneAt: Shown.optional().meta({ description: "when the first mails will all have left, at the pace so far" }),
    }),
    figures: FiguresView.optional(),
    history: z.array(z.object({ at: Shown, by: z.string(), what: z.string(), reason: z.string().optional() })),
  })
  .meta({ id: "Campaign" });
export type CampaignView = z.infer<typeof CampaignView>;

export const CampaignList = z
  .object({ items: z.array(CampaignView.omit({ history: true, figures: true })), cursor: z.string().optional() })
  .meta({ id: "CampaignList" });

const figuresView = ({ policy, survey }: LoadedCampaign, tally: Tally, locale: Locale) => {
  const titles = new Map(questionsOf(survey).map(({ id, title }) => [id, title[locale]]));
  const { questions, groups, commended, ...figures } = figuresOf(policy, survey, tally);
  const titled = (all: typeof questions) => all.map((one) => ({ ...one, title: titles.get(one.question) ?? "" }));
  return {
    invited: tally.invited,
    sent: tally.wentOut,
    bounced: tally.fates.bounced,
    suppressed: tally.fates.suppressed,
    unsubscribed: tally.fates.unsubscribed,
    notSent: tally.fates.notSent,
    waiting: tally.fates.waiting,
    answered: tally.answered,
    valid: tally.valid,
    ...figures,
    commended: [...commended],
    questions: titled(questions),
    groups: groups.map((group) => ({ ...group, questions: titled(group.questions) })),
  };
};

const phaseOf = ({ record, policy, current }: LoadedCampaign, now: Instant): CampaignView["phase"] => {
  if (current.state === "DRAFT") return "planned";
  if (current.state !== "APPROVED") return "over";
  if (current.paused) return "paused";
  if (now < momentsOf(policy, current.plan).opens) return "waiting";
  if (current.invitedAt === undefined) return "inviting";
  if (record.spentUntil !== undefined) return "spent";
  return record.nextMailAt !== undefined && record.nextMailAt <= now ? "sending" : "sent";
};

const progressOf = (found: LoadedCampaign, now: Instant) => {
  const { record, policy, current } = found;
  const { first, reminders, notSent } = record.posted;
  const done = first + notSent;
  const total = record.inviting.count;
  const began = toMs(momentsOf(policy, current.plan).opens);
  const left = total - done;
  const busy = record.busyAt === undefined ? undefined : toMs(record.busyAt);
  return {
    audience: total,
    audienceComplete: current.invitedAt !== undefined,
    sent: first,
    reminded: reminders,
    notSent,
    // whom no mail reaches is in the audience too, and somebody who stands there twice is asked once
    share: total === 0 ? 0 : phaseOf(found, now) === "sent" ? 1 : Math.min(done / total, 1),
    ...(busy !== undefined && done > 0 && left > 0 && busy > began
      ? { doneAt: withOffset(fromMs(Math.round(busy + (left * (busy - began)) / done)), policy.calendar.timeZone) }
      : {}),
  };
};

const lineOf = (timeZone: string) => (event: CampaignEvent) => ({
  at: withOffset(event.at, timeZone),
  by: event.by.kind === "staff" ? event.by.name : event.by.kind,
  what: event.type,
  ...("reason" in event ? { reason: event.reason } : {}),
});

/** A campaign as staff see it, with the figures of a tally where there is one. */
export const campaignView = (
  found: LoadedCampaign,
  { locale, now, tally = found.record.tally }: { locale: Locale; now: Instant; tally?: Tally | undefined },
): CampaignView => {
  const { record, policy, survey, current } = found;
  const { opens, closes } = momentsOf(policy, current.plan);
  const { timeZone } = policy.calendar;
  return {
    campaignId: record.id,
    policy: policy.id,
    survey: { id: survey.id, title: survey.title[locale] },
    title: current.plan.title,
    state: current.state,
    phase: phaseOf(found, now),
    reason: current.reason,
    plan: current.plan,
    opens: withOffset(opens, timeZone),
    closes: withOffset(closes, timeZone),
    progress: progressOf(found, now),
    ...(tally === undefined ? {} : { figures: figuresView(found, tally, locale) }),
    history: record.timeline.map(lineOf(timeZone)),
  };
};
