import { earliest, type Instant, later } from "../kernel/instant.ts";
import { type Campaign, isSending } from "./campaign.ts";
import type { Moments } from "./plan.ts";

/** What is known of a campaign's work beside its events. */
export type Progress = {
  /** Everybody of the audience has an invitation. */
  readonly invitedAll: boolean;
  /** When the first mail that has not left is due, as the last look found; undefined: none is. */
  readonly nextMailAt: Instant | undefined;
  /** When the first of its letters to roles is to leave. */
  readonly letterAt?: Instant | undefined;
};

/** What a campaign has to do now. */
export type Work = "invite" | "send" | "close" | "analyse" | "post";

/** Its figures are made, and letters of them leave. */
const isCounted = ({ state }: Campaign): boolean => state === "ANALYSED" || state === "REPORTED";

/** The work that is due at a moment, the most urgent first; nothing before the plan is approved (PRV-01, AS-107). */
export const workOf = (
  campaign: Campaign,
  { opens, closes }: Moments,
  { invitedAll, nextMailAt, letterAt }: Progress,
  now: Instant,
): Work | undefined => {
  if (campaign.state === "CLOSED") return "analyse";
  if (isCounted(campaign)) return letterAt !== undefined && letterAt <= now ? "post" : undefined;
  if (campaign.state !== "APPROVED") return undefined;
  if (now >= closes) return "close";
  if (!isSending(campaign) || now < opens) return undefined;
  if (!invitedAll) return "invite";
  return nextMailAt !== undefined && nextMailAt <= now ? "send" : undefined;
};

/** When somebody must look again; undefined while only people can move it on. */
export const wakeAtOf = (
  campaign: Campaign,
  { opens, closes }: Moments,
  { invitedAll, nextMailAt, letterAt }: Progress,
  now: Instant,
): Instant | undefined => {
  if (campaign.state === "CLOSED") return now;
  if (isCounted(campaign)) return letterAt;
  if (campaign.state !== "APPROVED") return undefined;
  if (!isSending(campaign)) return closes;
  if (!invitedAll) return later(now, opens);
  return later(now, earliest(closes, nextMailAt) ?? closes);
};
