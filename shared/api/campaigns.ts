import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import { titles } from "../case/roles.ts";
import { fromMs, type Instant, toMs } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { LoadedCampaign } from "../record/campaigns/change.ts";
import { actsFor, rolesFor } from "../survey/acts.ts";
import type { CampaignEvent } from "../survey/event.ts";
import type { CampaignLetter } from "../survey/letter.ts";
import { OpinionState } from "../survey/opinion.ts";
import { CampaignPlan, momentsOf } from "../survey/plan.ts";
import { hasInvitedAll, isJoined } from "../survey/standing.ts";
import type { Tally } from "../survey/tally.ts";
import { FiguresView, figuresView } from "./campaign-figures.ts";
import { Shown } from "./shown.ts";
import { TargetView, targetsOf } from "./survey-offers.ts";
import { whoIs } from "./who.ts";

export const PlanBody = CampaignPlan.meta({ id: "CampaignPlan" });
export const ReasonBody = z.strictObject({ reason: z.string().max(2000) });
export const ReportBody = z.strictObject({ to: z.string().trim().min(1).max(120) });

export const CampaignView = z
  .object({
    campaignId: z.string(),
    policy: z.string(),
    survey: z.object({ id: z.string(), title: z.string(), rules: z.array(z.string()) }),
    title: z.string(),
    acts: z
      .array(z.enum(["replan", "approve", "return", "pause", "resume", "cancel", "report"]))
      .meta({ description: "what the caller may do with it as it stands" }),
    plannedBy: z.string(),
    approval: z.array(z.string()).meta({ description: "the roles that approve its plan" }),
    targets: z.array(TargetView),
    state: z.enum(["DRAFT", "APPROVED", "CANCELLED", "CLOSED", "ANALYSED", "REPORTED"]),
    phase: z.enum(["planned", "waiting", "inviting", "sending", "spent", "sent", "standing", "paused", "over"]).meta({
      description:
        "spent: the account has nearly sent what it may in a day, and goes on as soon as it may; standing: events of cases go on bringing customers",
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
    opinions: z
      .record(OpinionState, z.number().int())
      .optional()
      .meta({ description: "how many customers gave an opinion, and how far each is; counted when that is asked for" }),
    history: z.array(
      z.object({
        at: Shown,
        by: z.string(),
        what: z.string(),
        reason: z.string().optional(),
        to: z.string().optional().meta({ description: "to whom its analysis was submitted, or its praise was told" }),
      }),
    ),
    letters: z
      .array(
        z.object({
          is: z.enum(["analysis", "commendation"]),
          to: z.string(),
          state: z.enum(["waiting", "sent", "notSent"]),
          at: Shown.optional(),
          why: z.string().optional().meta({ description: "why it was not sent" }),
        }),
      )
      .meta({ description: "what it sent to roles of the regulation once it was counted" }),
  })
  .meta({ id: "Campaign" });
export type CampaignView = z.infer<typeof CampaignView>;

export const CampaignList = z
  .object({
    items: z.array(CampaignView.omit({ history: true, figures: true, opinions: true, letters: true })),
    cursor: z.string().optional(),
  })
  .meta({ id: "CampaignList" });

const phaseOf = ({ record, policy, current }: LoadedCampaign, now: Instant): CampaignView["phase"] => {
  if (current.state === "DRAFT") return "planned";
  if (current.state !== "APPROVED") return "over";
  if (current.paused) return "paused";
  if (now < momentsOf(policy, current.plan).opens) return "waiting";
  if (!hasInvitedAll(current)) return "inviting";
  if (record.spentUntil !== undefined) return "spent";
  if (record.nextMailAt !== undefined && record.nextMailAt <= now) return "sending";
  return isJoined(policy, current.plan, now) ? "standing" : "sent";
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
    audienceComplete: hasInvitedAll(current) && !isJoined(policy, current.plan, now),
    sent: first,
    reminded: reminders,
    notSent,
    // whom no mail reaches is in the audience too, and somebody who stands there twice is asked once
    share: total === 0 ? 0 : ["sent", "standing"].includes(phaseOf(found, now)) ? 1 : Math.min(done / total, 1),
    ...(busy !== undefined && done > 0 && left > 0 && busy > began
      ? { doneAt: withOffset(fromMs(Math.round(busy + (left * (busy - began)) / done)), policy.calendar.timeZone) }
      : {}),
  };
};

const lineOf = ({ policy }: LoadedCampaign, event: CampaignEvent, locale: Locale) => ({
  at: withOffset(event.at, policy.calendar.timeZone),
  by: whoIs(policy, event.by, "staff", locale),
  what: event.type,
  ...("reason" in event ? { reason: event.reason } : {}),
  ...("to" in event ? { to: roleTitle(policy, event.to, locale) } : {}),
});

/** A role by its title; what somebody wrote instead of one as they wrote it. */
const roleTitle = ({ roles }: Policy, to: string, locale: Locale): string =>
  roles.find(({ id }) => id === to)?.title[locale] ?? to;

const letterOf = ({ policy }: LoadedCampaign, { is, to, state }: CampaignLetter, locale: Locale) => ({
  is,
  to: roleTitle(policy, to, locale),
  state: state.is,
  ...("at" in state ? { at: withOffset(state.at, policy.calendar.timeZone) } : {}),
  ...("why" in state ? { why: state.why } : {}),
});

type Telling = {
  /** Whose view it is: what they may do stands in it. */
  readonly by: Actor;
  readonly locale: Locale;
  readonly now: Instant;
  readonly tally?: Tally | undefined;
  readonly opinions?: CampaignView["opinions"];
};

/** A campaign as staff see it, with the figures of a tally where there is one. */
export const campaignView = (
  found: LoadedCampaign,
  { by, locale, now, tally = found.record.tally, opinions }: Telling,
): CampaignView => {
  const { record, policy, survey, current } = found;
  const { opens, closes } = momentsOf(policy, current.plan);
  const { timeZone } = policy.calendar;
  return {
    campaignId: record.id,
    policy: policy.id,
    survey: { id: survey.id, title: survey.title[locale], rules: survey.rules },
    title: current.plan.title,
    acts: [...actsFor(survey, current, by)],
    plannedBy: whoIs(policy, current.plannedBy, "staff", locale),
    approval: titles(policy, rolesFor(survey, "approve")).map((title) => title[locale]),
    targets: targetsOf(policy, survey, locale),
    state: current.state,
    phase: phaseOf(found, now),
    reason: current.reason,
    plan: current.plan,
    opens: withOffset(opens, timeZone),
    closes: withOffset(closes, timeZone),
    progress: progressOf(found, now),
    ...(tally === undefined ? {} : { figures: figuresView(found, tally, locale) }),
    opinions,
    history: record.timeline.map((event) => lineOf(found, event, locale)),
    letters: record.letters.map((one) => letterOf(found, one, locale)),
  };
};
