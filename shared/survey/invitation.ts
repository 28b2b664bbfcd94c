import * as z from "zod";
import { CampaignId, CaseId, InvitationId, OrgId } from "../kernel/ids.ts";
import { Instant } from "../kernel/instant.ts";
import { Locale } from "../kernel/text.ts";
import { SurveyAnswer } from "./answer.ts";
import { type Campaign, isSending } from "./campaign.ts";
import { CollatedOpinion } from "./opinion.ts";
import type { Moments } from "./plan.ts";
import type { Counted } from "./tally.ts";

/** A mail to somebody invited, the first and each reminder, and what became of it. */
const SentMail = z.strictObject({ at: Instant, messageId: z.string() });

/**
 * One customer's part in one campaign. It is an item of its own that only the campaign's worker, its customer and the
 * mail service's reports write; each over the version that it read.
 */
export const Invitation = z.strictObject({
  kind: z.literal("invitation"),
  org: OrgId,
  campaign: CampaignId,
  id: InvitationId,
  version: z.number().int().nonnegative(),
  name: z.string(),
  email: z.string().optional(),
  locale: Locale,
  /** The event of a case that it goes with (BUS-19); absent where a plan asks. */
  about: z.strictObject({ case: CaseId, at: Instant }).optional(),
  /** By what answers are told apart: department, category, period. */
  groups: z.record(z.string(), z.string()).default({}),
  mails: z.array(SentMail).default([]),
  /** How often the mail that comes next was refused for now. */
  attempts: z.number().int().nonnegative().default(0),
  /** When its next mail is due; absent: none will go. */
  nextAt: Instant.optional(),
  /** Why no mail goes, or went wrong, and since when. */
  ended: z
    .strictObject({
      is: z.enum(["notSent", "noAddress", "bounced", "suppressed", "unsubscribed"]),
      at: Instant,
      why: z.string(),
    })
    .optional(),
  answer: SurveyAnswer.optional(),
  /** Since when nothing of its customer is known any more (D-06). */
  erasedAt: Instant.optional(),
  /** The case that was made of what they said, and how far it is. */
  opinion: CollatedOpinion.optional(),
});
export type Invitation = z.infer<typeof Invitation>;

/** When the next mail is due: the first as it opens, then each reminder whose day no mail of it has passed yet. */
const nextMail = ({ mails }: Pick<Invitation, "mails">, { opens, reminds, closes }: Moments): Instant | undefined => {
  const last = mails.at(-1);
  const next = last === undefined ? opens : reminds.find((at) => at > last.at);
  return next !== undefined && next < closes ? next : undefined;
};

/** What the worker waits for of an invitation: nothing once it is answered or ended. */
const dueAt = (invitation: Invitation, moments: Moments): Instant | undefined =>
  invitation.ended !== undefined || invitation.answer !== undefined || invitation.erasedAt !== undefined
    ? undefined
    : nextMail(invitation, moments);

/** Whether its mail leaves at this moment. */
export const isDue = (invitation: Invitation, campaign: Campaign, moments: Moments, now: Instant): boolean => {
  const at = invitation.nextAt;
  return isSending(campaign) && now < moments.closes && at !== undefined && at <= now;
};

/** A mail that went out, written down once: its sender says so, or whoever sends it back before. */
const withMail = (invitation: Invitation, mail: Invitation["mails"][number]): Invitation["mails"] =>
  invitation.mails.some(({ messageId }) => messageId === mail.messageId)
    ? invitation.mails
    : [...invitation.mails, mail];

/** The invitation after its mail went out. */
export const mailed = (invitation: Invitation, moments: Moments, at: Instant, messageId: string): Invitation => {
  const sent = { ...invitation, attempts: 0, mails: withMail(invitation, { at, messageId }) };
  return { ...sent, nextAt: dueAt(sent, moments) };
};

/** The invitation of somebody to whom nothing more is sent. */
export const ended = (invitation: Invitation, why: NonNullable<Invitation["ended"]>): Invitation => ({
  ...invitation,
  ended: invitation.ended ?? why,
  nextAt: undefined,
});

/** The invitation whose time was over before its next mail could leave; nobody is reminded of what is over. */
export const lapsed = (invitation: Invitation, at: Instant): Invitation =>
  invitation.mails.length === 0
    ? ended(invitation, { is: "notSent", at, why: "its time was over before it could leave" })
    : { ...invitation, nextAt: undefined };

/**
 * The invitation whose mail came back, or was complained about: it went out (A-43, AS-110), and nothing more does. What
 * ended it before stays, and so does an answer.
 */
export const cameBack = (
  invitation: Invitation,
  why: NonNullable<Invitation["ended"]>,
  messageId: string,
): Invitation => ended({ ...invitation, mails: withMail(invitation, { at: why.at, messageId }) }, why);

/** The invitation with what its customer has answered by now; nobody who has answered is reminded, who is forgotten has not. */
export const answered = (invitation: Invitation, answer: SurveyAnswer): Invitation =>
  invitation.erasedAt === undefined ? { ...invitation, answer, nextAt: undefined } : invitation;

/** Whether its mail went out: whoever answered has it, even where its sender died before it was written down. */
const wentOut = ({ mails, answer }: Invitation): boolean => mails.length > 0 || answer !== undefined;

/** How figures count it. */
export const countedAs = (invitation: Invitation): Counted => ({
  fate: invitation.ended?.is ?? (wentOut(invitation) ? "sent" : "waiting"),
  wentOut: wentOut(invitation),
  answer: invitation.answer,
  groups: invitation.groups,
});
