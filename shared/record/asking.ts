import { type Asking, askings, sendings } from "../case/asked.ts";
import { categoryOf } from "../case/category.ts";
import type { EventOf } from "../case/event.ts";
import type { CampaignId, InvitationId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { forgetInvited } from "../privacy/forget.ts";
import type { Invitation } from "../survey/invitation.ts";
import { momentsFor, standingPlan } from "../survey/standing.ts";
import type { CampaignStore } from "./campaigns/campaigns.ts";
import { joinStanding } from "./campaigns/standing.ts";
import type { Deps, Loaded } from "./change.ts";
import { deskOf } from "./columns.ts";
import type { Chore } from "./do-chores.ts";

/** What asks customers after an event of their case. */
export type AskDeps = {
  readonly campaigns: CampaignStore;
  /** The same campaign for the same key of the same company. */
  readonly campaignIdFor: (org: string, key: string) => CampaignId;
  /** The same invitation for the same event of the same case. */
  readonly invitationIdFor: (linkKey: string, campaign: string, person: string) => InvitationId;
};

type Outcome = EventOf<"surveyAsked">["outcome"];

/** By what answers are told apart: the category of the case, and the department that has it. */
const groupsOf = ({ rulebook, current }: Loaded): Invitation["groups"] => {
  const category = categoryOf(rulebook.policy, current.facts);
  const department = deskOf(rulebook, current);
  return { ...(category === undefined ? {} : { category }), ...(department === undefined ? {} : { department }) };
};

/** How the customer is asked: by mail, or not at all where no address is known, which the figures say. */
const reached = (email: string | undefined, since: Instant, at: Instant) =>
  email === undefined
    ? { ended: { is: "noAddress", at, why: "the case has no e-mail address" } as const }
    : { email, nextAt: since };

/** The campaign and the invitation of an event, whether they are there or not. */
const placeOf = async (deps: Pick<Deps, "orgs"> & AskDeps, { record, rulebook }: Loaded, one: Asking) => {
  const { org, id, policy } = record;
  const company = await deps.orgs.org(org);
  if (company === undefined) throw new Error(`company ${org} of a case is gone`);
  const plan = standingPlan(rulebook.policy, one.survey, one.since);
  const campaign = deps.campaignIdFor(org, `${policy.id} v${policy.version} ${one.survey.id} ${plan.sendOn}`);
  return { plan, campaign, invitation: deps.invitationIdFor(company.linkKey, campaign, `${id} ${one.about}`) };
};

const ask = async (deps: Deps & AskDeps, found: Loaded, one: Asking, at: Instant): Promise<Outcome> => {
  const { record, rulebook, current } = found;
  const { since } = one;
  const { org, policy } = record;
  const { plan, campaign, invitation } = await placeOf(deps, found, one);
  const goesWith = { case: record.id, at: since };
  if (at >= momentsFor(rulebook.policy, plan, { about: goesWith, mails: [] }).closes) return { is: "late" };
  const joined = await joinStanding(
    deps,
    { org, id: campaign, policy, rules: rulebook.policy, plan },
    {
      kind: "invitation",
      org,
      campaign,
      id: invitation,
      version: 0,
      name: current.contact.name,
      locale: current.locale,
      about: goesWith,
      groups: groupsOf(found),
      mails: [],
      attempts: 0,
      ...reached(current.contact.email, since, at),
    },
  );
  return joined ? { is: "invited", campaign, invitation } : { is: "over" };
};

/**
 * Asks the customer of a case for their opinion after each event that the regulation's survey goes with (BUS-19): an
 * invitation in the campaign of its period, off the path of whoever made the event happen. Its id follows from the case
 * and the event, so that twice, late and killed half way it is one.
 */
export const asking: Chore = async (deps, found, at) => {
  const told: { readonly one: Asking; readonly outcome: Outcome }[] = [];
  for (const one of askings(found.rulebook.policy, found.current)) {
    told.push({ one, outcome: await ask(deps, found, one, at) });
  }
  return (current, now) => {
    const open = askings(found.rulebook.policy, current);
    return told
      .filter(({ one }) => open.some(({ survey, about }) => survey.id === one.survey.id && about === one.about))
      .map(({ one: { survey, about }, outcome }) => ({
        type: "surveyAsked",
        at: now,
        by: { kind: "system" },
        survey: survey.id,
        about,
        outcome,
      }));
  };
};

/** Forgets whom a case asked, in every invitation that it may ever have made: also where nobody lived to say so. */
export const forgetAsked = async (deps: Pick<Deps, "orgs" | "now"> & AskDeps, found: Loaded): Promise<void> => {
  for (const one of sendings(found.rulebook.policy, found.current)) {
    const { campaign, invitation } = await placeOf(deps, found, one);
    const ref = { org: found.record.org, id: campaign };
    for (;;) {
      const there = await deps.campaigns.invitation(ref, invitation);
      if (there === undefined || there.erasedAt !== undefined) break;
      if ((await deps.campaigns.saveInvitation(forgetInvited(there, deps.now()))) === "saved") break;
    }
  }
};
