import { addDays, type CivilDate } from "../../calendar/civil-date.ts";
import { startOfDay } from "../../calendar/zone.ts";
import { categoryOf } from "../../case/category.ts";
import type { InvitationId } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/text.ts";
import { isAsked } from "../../survey/customer.ts";
import type { Invitation } from "../../survey/invitation.ts";
import { momentsOf } from "../../survey/plan.ts";
import { loadCase } from "../change.ts";
import { type RecordStore, SHARDS } from "../store.ts";
import type { CustomerStore } from "./campaigns.ts";
import type { CampaignDeps, LoadedCampaign } from "./change.ts";

export type AudienceDeps = CampaignDeps & {
  readonly customers: CustomerStore;
  readonly records: RecordStore;
  /** The same for the same person in the same campaign, whatever page they stand on. */
  readonly invitationIdFor: (linkKey: string, campaign: string, person: string) => InvitationId;
};

/** A page of whom a campaign asks, as invitations, and where the next one begins. */
export type AudiencePage = { readonly invitations: readonly Invitation[]; readonly cursor: string | undefined };

type Person = {
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
  readonly locale: Locale;
  readonly groups: Readonly<Record<string, string>>;
};

/** So many customers a page: a second or two of writing. */
const A_PAGE = 200;

/** Makes the invitation of a person; none for whom nothing can reach. */
const inviting = async ({ invitationIdFor, orgs }: AudienceDeps, { record, policy, current }: LoadedCampaign) => {
  const org = await orgs.org(record.org);
  if (org === undefined) throw new Error(`company ${record.org} of a campaign is gone`);
  return ({ name, email, phone, locale, groups }: Person): Invitation | undefined => {
    const person = email?.trim().toLowerCase() ?? phone;
    if (person === undefined) return undefined;
    return {
      kind: "invitation",
      org: record.org,
      campaign: record.id,
      id: invitationIdFor(org.linkKey, record.id, person),
      version: 0,
      name,
      ...(email === undefined ? {} : { email, nextAt: momentsOf(policy, current.plan).opens }),
      locale,
      groups: { ...groups },
      mails: [],
      attempts: 0,
    };
  };
};

const listed = async (deps: AudienceDeps, found: LoadedCampaign, cursor?: string): Promise<AudiencePage> => {
  const page = await deps.customers.page(found.record.org, A_PAGE, cursor);
  const asked = page.items.filter((one) => isAsked(one, found.current.plan));
  const invite = await inviting(deps, found);
  return {
    invitations: asked.map(invite).filter((one) => one !== undefined),
    cursor: page.cursor,
  };
};

/** Where a page of closed cases is: a day of UTC, a shard of it, and a page of that. */
type Place = { readonly day: string; readonly shard: number; readonly cursor?: string | undefined };

const after = ({ day, shard }: Place, last: string): Place | undefined => {
  if (shard + 1 < SHARDS) return { day, shard: shard + 1 };
  const next = addDays(day as CivilDate, 1); // a day of the cursor, which only this file writes
  return next > last ? undefined : { day: next, shard: 0 };
};

/**
 * Whose case was closed since a day: a case that was has not been quiet since, so that the days on which something last
 * happened hold it. Each page costs the cases it looks at.
 */
const closedSince = async (
  deps: AudienceDeps,
  found: LoadedCampaign,
  since: CivilDate,
  cursor?: string,
): Promise<AudiencePage> => {
  const { record, policy } = found;
  const from = startOfDay(since, policy.calendar.timeZone);
  const place: Place = cursor === undefined ? { day: from.slice(0, 10), shard: 0 } : JSON.parse(cursor);
  const page = await deps.records.changed(place.day, place.shard, place.cursor);
  const own = page.items.filter(({ org }) => org === record.org);
  const cases = await Promise.all(own.map((ref) => loadCase(deps, ref)));
  const people = cases.flatMap((one): Person[] => {
    if (one === undefined || one.record.policy.id !== policy.id) return [];
    const { closedAt, contact, locale, facts, erasure } = one.current;
    const category = categoryOf(policy, facts);
    if (closedAt === undefined || closedAt < from || erasure !== undefined) return [];
    return [{ ...contact, locale, groups: category === undefined ? {} : { category } }];
  });
  const next = page.cursor === undefined ? after(place, deps.now().slice(0, 10)) : { ...place, cursor: page.cursor };
  const invite = await inviting(deps, found);
  return {
    invitations: people.map(invite).filter((one) => one !== undefined),
    cursor: next === undefined ? undefined : JSON.stringify(next),
  };
};

/** The next page of whom a campaign asks; the same page again makes the same invitations. */
export const audiencePage = (deps: AudienceDeps, found: LoadedCampaign, cursor?: string): Promise<AudiencePage> => {
  const { audience } = found.current.plan;
  switch (audience.is) {
    case "customers":
      return listed(deps, found, cursor);
    case "closedSince":
      return closedSince(deps, found, audience.since, cursor);
    case "after":
      return Promise.resolve({ invitations: [], cursor: undefined }); // events of cases bring them
  }
};
