import { Instant } from "../kernel/instant.ts";
import type { CampaignRef } from "../record/campaigns/campaigns.ts";
import { join, type Key } from "./table.ts";

/* The keys of campaigns, invitations and customers; the questions that they answer stand in table.ts. */

/** The partition of a campaign and its invitations. */
const campaignPk = ({ org, id }: CampaignRef): string => join("ORG", org, "campaign", id);

/** One campaign, whole. */
export const campaignKey = (ref: CampaignRef): Key => ({ pk: campaignPk(ref), sk: "RECORD" });

/** What every invitation's `sk` begins with. */
export const INVITATIONS = "INVITATION#";

/** One invitation of a campaign. */
export const invitationKey = (ref: CampaignRef, id: string): Key => ({
  pk: campaignPk(ref),
  sk: join("INVITATION", id),
});

/** The list of a company's campaigns. */
export const campaignsPk = (org: string): string => join("ORG", org, "CAMPAIGNS");

/** The list of a company's customers. */
export const customersPk = (org: string): string => join("ORG", org, "CUSTOMERS");

/** Why nothing is sent to an address any more; the address stands there as a digest. */
export const suppressedKey = (org: string, digest: string): Key => ({
  pk: join("ORG", org, "SUPPRESSED", digest),
  sk: "SUPPRESSED",
});

/** The list of those addresses. */
export const suppressionsPk = (org: string): string => join("ORG", org, "SUPPRESSED");

/** Where an address stands in it since it was closed. */
export const suppressionPlace = (org: string, at: Instant, digest: string): Key => ({
  pk: suppressionsPk(org),
  sk: join(at, digest),
});

/** Where a campaign stands in its company's list, for good. */
export const campaignPlace = ({ org, id }: CampaignRef, plannedAt: Instant): Key => ({
  pk: campaignsPk(org),
  sk: join(plannedAt, id),
});

/** Whose place in the wake index this is, and since when. @throws on what is no such place. */
export const placeToWake = (wakeSk: string): { readonly at: Instant; readonly org: string; readonly id: string } => {
  const [at, org, id, ...rest] = wakeSk.split("#");
  if (org === undefined || id === undefined || rest.length > 0) throw new Error(`"${wakeSk}" is no place to wake`);
  return { at: Instant.parse(at), org, id };
};
