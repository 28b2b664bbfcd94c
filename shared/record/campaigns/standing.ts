import type { CampaignId } from "../../kernel/ids.ts";
import { earliest } from "../../kernel/instant.ts";
import type { Policy } from "../../policy/policy.ts";
import type { CampaignEvent } from "../../survey/event.ts";
import type { Invitation } from "../../survey/invitation.ts";
import { type CampaignPlan, momentsOf } from "../../survey/plan.ts";
import { type CampaignRecord, type CampaignRef, newCampaign } from "./campaigns.ts";
import { type CampaignDeps, grown, type LoadedCampaign, loadCampaign } from "./change.ts";

const system = { kind: "system" } as const;

export type Standing = Pick<CampaignRecord, "org" | "policy"> & {
  readonly id: CampaignId;
  readonly rules: Policy;
  readonly plan: CampaignPlan;
};

/**
 * Begins a campaign that events of cases fill, unless it has begun: the first event of its period does. It waits for
 * whoever approves the survey; where the regulation names nobody it runs by itself.
 */
const begun = async (deps: CampaignDeps, standing: Standing): Promise<LoadedCampaign | undefined> => {
  const { org, id, policy, rules, plan } = standing;
  const at = deps.now();
  const survey = rules.surveys.find((one) => one.id === plan.survey);
  const events: CampaignEvent[] = [{ type: "planned", at, by: system, plan }];
  if (survey?.approvedBy.length === 0) events.push({ type: "approved", at, by: system });
  const record = newCampaign({ org, id, policy, requestHash: "" });
  await deps.campaigns.create(grown({ record, policy: rules }, events, at)); // there already: somebody was faster
  return loadCampaign(deps, standing);
};

/** Whether it still takes whom an event sends. */
const takesMore = ({ policy, current }: LoadedCampaign, now: string): boolean =>
  (current.state === "DRAFT" || current.state === "APPROVED") && now < momentsOf(policy, current.plan).closes;

/** Has the campaign's worker look at what was added, whatever it finds out meanwhile of what was there before. */
const nudge = async (deps: CampaignDeps, ref: CampaignRef, added: number): Promise<void> => {
  for (;;) {
    const found = await loadCampaign(deps, ref);
    const now = deps.now();
    if (found === undefined || !takesMore(found, now)) return;
    const { inviting, nextMailAt } = found.record;
    const record = {
      ...found.record,
      inviting: { ...inviting, count: inviting.count + added },
      busyAt: now,
      nextMailAt: earliest(nextMailAt, now),
    };
    if ((await deps.campaigns.save(grown({ ...found, record }, [], now))) === "saved") return;
  }
};

/**
 * Invites somebody to a standing campaign; the same invitation again stays as it is. Each write may be the last: what was
 * begun is found by its id and gone on with. Costs two writes beside the campaign's first.
 * @returns whether the campaign takes them; one that was given up or is over does not.
 */
export const joinStanding = async (
  deps: CampaignDeps,
  standing: Standing,
  invitation: Invitation,
): Promise<boolean> => {
  const found = (await loadCampaign(deps, standing)) ?? (await begun(deps, standing));
  if (found === undefined) throw new Error(`campaign ${standing.id} was just written`);
  if (!takesMore(found, deps.now())) return false;
  const added = await deps.campaigns.invite([invitation]);
  await nudge(deps, standing, added);
  return true;
};
