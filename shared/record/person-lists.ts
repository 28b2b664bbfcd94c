import { notAnOfficer } from "../case/keeping/officer.ts";
import { emailMark } from "../find/marks.ts";
import { CampaignId, CaseId } from "../kernel/ids.ts";
import { HOUR, plusMs } from "../kernel/instant.ts";
import { forgetInvited, keysOf } from "../privacy/forget.ts";
import type { PersonOrder, Reached } from "../privacy/order.ts";
import { campaignOf } from "../survey/campaign.ts";
import type { Invitation } from "../survey/invitation.ts";
import { hasInvitedAll } from "../survey/standing.ts";
import type { CampaignRecord } from "./campaigns/campaigns.ts";
import { orderOpinion } from "./person-cases.ts";
import { FOREIGN, type ForgetDeps, HELD, isMeant, type StageWork } from "./person-orders.ts";
import type { Page } from "./store.ts";

/** So many rows are one query, and so many queries at most are looked through for one page of an order. */
const A_QUERY = 500;
const QUERIES = 20;

/** The next of a list that is the person's: a list is read once, whole, since no index leads from a number to a row. */
export const searched = async <T extends { readonly id: string }>(
  deps: ForgetDeps,
  order: PersonOrder,
  read: (limit: number, cursor: string | undefined) => Promise<Page<T>>,
  reachedBy: (one: T) => Reached,
) => {
  let next = order.below;
  for (let n = 0; n < QUERIES; n += 1) {
    const page = await read(A_QUERY, next);
    const theirs = await Promise.all(
      page.items.map(async (one) => ((await isMeant(deps, order, reachedBy(one))) ? [one] : [])),
    );
    const found = theirs.flat();
    next = page.cursor;
    if (found.length > 0 || next === undefined)
      return { places: found.map(({ id }) => id), people: found.map(reachedBy), next };
  }
  return { places: [], next };
};

/** The company's list of customers: whoever is meant is taken off it. */
export const customersOf: StageWork<ForgetDeps> = {
  find: (deps, order) =>
    searched(
      deps,
      order,
      (limit, cursor) => deps.customers.page(order.org, limit, cursor),
      ({ email, phone }) => ({ email, phone }),
    ),
  judge: async (deps, order, id) => {
    if (order.held) return { of: "customer", kept: HELD };
    await deps.customers.remove(order.org, id);
    return { of: "customer" };
  },
};

/** Longer than any function lives that read a list before somebody was taken off it. */
const READ_BEFORE = HOUR / 4;

/** Whether a campaign is still writing invitations. */
const isInviting = ({ timeline }: CampaignRecord): boolean => {
  const current = campaignOf(timeline);
  return current.state === "APPROVED" && !hasInvitedAll(current);
};

/** Forgets whom an invitation was for, unless somebody has before this order. */
const forgetOne = async (deps: ForgetDeps, order: PersonOrder, campaign: CampaignRecord, id: string) => {
  for (;;) {
    const one = await deps.campaigns.invitation(campaign, id);
    if (one === undefined || (one.erasedAt ?? order.at) < order.at) return false;
    if (order.held || one.erasedAt !== undefined) return true;
    if ((await deps.campaigns.saveInvitation(forgetInvited(one, deps.now()))) === "saved") return true;
  }
};

/** Their invitations to a campaign, each found by the name that their address or number gives it. */
const theirsIn = async (deps: ForgetDeps, order: PersonOrder, campaign: CampaignRecord): Promise<Invitation[]> => {
  const org = await deps.orgs.org(order.org);
  if (org === undefined) return [];
  const keys = [...new Set(order.people.flatMap(keysOf))];
  const ids = keys.map((key) => deps.invitationIdFor(org.linkKey, campaign.id, key));
  const found = await Promise.all(ids.map((id) => deps.campaigns.invitation(campaign, id)));
  return found.filter((one) => one !== undefined);
};

/** Their invitations, and the cases that deal with what they said there. */
export const invitationsOf: StageWork<ForgetDeps> = {
  find: async (deps, order) => {
    const { items, cursor } = await deps.campaigns.list(order.org, 25, order.below);
    if (items.some(isInviting) && deps.now() < plusMs(order.stageAt ?? order.at, READ_BEFORE)) return "waits";
    const theirs = await Promise.all(items.map((one) => theirsIn(deps, order, one)));
    const opinions = theirs.flat().flatMap(({ opinion }) => (opinion === undefined ? [] : [opinion.caseId]));
    return { places: [...items.map(({ id }) => id), ...opinions], next: cursor };
  },
  judge: async (deps, order, place) => {
    const opinion = CaseId.safeParse(place).data;
    if (opinion !== undefined) return orderOpinion(deps, order, opinion);
    const campaign = await deps.campaigns.load({ org: order.org, id: CampaignId.parse(place) });
    if (campaign === undefined) return undefined;
    const invitations = await theirsIn(deps, order, campaign);
    const policy = await deps.orgs.policy(order.org, campaign.policy);
    if (notAnOfficer(policy, order.by, []) !== undefined) {
      return invitations.some(({ erasedAt }) => erasedAt === undefined)
        ? { of: "invitation", policy: policy.id, kept: FOREIGN }
        : undefined;
    }
    const found = await Promise.all(invitations.map(({ id }) => forgetOne(deps, order, campaign, id)));
    if (!found.includes(true)) return undefined;
    const told = { of: "invitation", campaignId: campaign.id, policy: policy.id } as const;
    return order.held ? { ...told, kept: HELD } : told;
  },
};

/** Mails of theirs that belong to no case, for those that do go with it; and how lists show an address that is closed. */
export const mailsOf: StageWork<ForgetDeps> = {
  find: async ({ orders, suppressions }, order) => {
    for (const { email } of order.held ? [] : order.people) if (email) await suppressions.forget(order.org, email);
    const marks = order.people.flatMap(({ email = "" }) => emailMark(email) ?? []);
    const senders = await Promise.all([...new Set(marks)].map((mark) => orders.digest(order.org, mark)));
    return { places: senders };
  },
  judge: async (deps, order, sender) => {
    if (order.held) return { of: "mail", kept: HELD };
    return (await deps.removeMails(order.org, sender)) ? { of: "mail" } : undefined;
  },
};
