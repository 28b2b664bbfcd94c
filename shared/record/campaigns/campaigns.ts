import * as z from "zod";
import { CampaignId, OrgId } from "../../kernel/ids.ts";
import { Instant } from "../../kernel/instant.ts";
import { PolicyRef } from "../../policy/policy.ts";
import type { Customer } from "../../survey/customer.ts";
import { CampaignEvent } from "../../survey/event.ts";
import type { Invitation } from "../../survey/invitation.ts";
import { CampaignLetter } from "../../survey/letter.ts";
import { Tally } from "../../survey/tally.ts";
import type { Page } from "../store.ts";

/**
 * A campaign as it is stored: what was decided about it, and how far its worker is. Like every record it is one item, saved
 * over the version that was read; its invitations are items of their own beside it.
 */
export const CampaignRecord = z.strictObject({
  kind: z.literal("campaign"),
  org: OrgId,
  id: CampaignId,
  version: z.number().int().nonnegative(),
  policy: PolicyRef,
  timeline: z.array(CampaignEvent),
  requestHash: z.string(),
  /** How much of the audience has invitations: where its next page begins, and how many of it were read. */
  inviting: z.strictObject({ cursor: z.string().optional(), count: z.number().int().nonnegative() }),
  /** What its worker has counted so far, for a bar; the figures are counted anew from the invitations. */
  posted: z.strictObject({ first: z.number().int(), reminders: z.number().int(), notSent: z.number().int() }),
  /** When its worker last had something to do: an index may be a moment behind what it wrote. */
  busyAt: Instant.optional(),
  /** When its first mail that has not left is due, as its worker found last. */
  nextMailAt: Instant.optional(),
  /** Until when its mails stay because the account has nearly sent what it may in a day. */
  spentUntil: Instant.optional(),
  /** Whose it is just now: another worker leaves it alone until then. */
  lease: z.strictObject({ holder: z.string(), until: Instant }).optional(),
  /** How far its invitations are counted, and to what. */
  counting: z.strictObject({ cursor: z.string().optional(), tally: Tally }).optional(),
  /** What was counted once it was closed; it does not change any more. */
  tally: Tally.optional(),
  /** What it owes to roles of its regulation since it was counted. */
  letters: z.array(CampaignLetter).default([]),
  wakeAt: Instant.optional(),
});
export type CampaignRecord = z.infer<typeof CampaignRecord>;

/** A campaign of which nothing has happened. */
export const newCampaign = (of: Pick<CampaignRecord, "org" | "id" | "policy" | "requestHash">): CampaignRecord => ({
  kind: "campaign",
  ...of,
  version: 0,
  timeline: [],
  inviting: { count: 0 },
  posted: { first: 0, reminders: 0, notSent: 0 },
  letters: [],
});

export type CampaignRef = Pick<CampaignRecord, "org" | "id">;

/** What a store of campaigns and their invitations promises. */
export type CampaignStore = {
  readonly load: (ref: CampaignRef) => Promise<CampaignRecord | undefined>;
  /** Version 1, and its place in the company's list, unless there is such a campaign already. */
  readonly create: (record: CampaignRecord) => Promise<"created" | "exists">;
  /** Version N+1 over version N of the record given, and nothing over anything else. */
  readonly save: (record: CampaignRecord) => Promise<"saved" | "overtaken">;
  /** The campaigns of a company, the last planned first. */
  readonly list: (org: string, limit: number, cursor?: string) => Promise<Page<CampaignRecord>>;
  /** Campaigns that must be looked at by now, the longest waiting first, and when the next one must. */
  readonly due: (
    now: Instant,
  ) => Promise<{ readonly refs: readonly CampaignRef[]; readonly next: Instant | undefined }>;
  /** Writes each invitation that is not there yet; one that is there stays as it is. @returns how many were new. */
  readonly invite: (invitations: readonly Invitation[]) => Promise<number>;
  readonly invitation: (ref: CampaignRef, id: string) => Promise<Invitation | undefined>;
  readonly saveInvitation: (invitation: Invitation) => Promise<"saved" | "overtaken">;
  /** Invitations with a mail due by now, the longest waiting first, and when the first is that is not due yet. */
  readonly mailsDue: (
    ref: CampaignRef,
    now: Instant,
    limit: number,
  ) => Promise<{ readonly ids: readonly string[]; readonly next: Instant | undefined }>;
  /** All invitations of a campaign, page by page, in no order. */
  readonly invitations: (ref: CampaignRef, cursor?: string) => Promise<Page<Invitation>>;
  /** So many invitations by their ids, behind one of them or from the first, and whether there are more. */
  readonly invitationsAfter: (
    ref: CampaignRef,
    after: string | undefined,
    limit: number,
  ) => Promise<{ readonly items: readonly Invitation[]; readonly more: boolean }>;
};

/** The company's list of customers, by their id. */
export type CustomerStore = {
  /** Writes each, over what the list said of them before. */
  readonly put: (customers: readonly Customer[]) => Promise<void>;
  readonly page: (org: string, limit: number, cursor?: string) => Promise<Page<Customer>>;
  /** Takes somebody off the list for good; harmless when they are gone. */
  readonly remove: (org: string, id: string) => Promise<void>;
};
