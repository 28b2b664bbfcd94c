import type { Asked } from "../../case/act.ts";
import type { Refusal } from "../../case/fault.ts";
import { leavesAt } from "../../case/owed-letter.ts";
import { earliest, type Instant, type Now } from "../../kernel/instant.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import type { Survey } from "../../policy/follow-up.ts";
import type { Policy } from "../../policy/policy.ts";
import { type Campaign, campaignOf } from "../../survey/campaign.ts";
import { type CampaignCommand, decideCampaign } from "../../survey/decide.ts";
import type { CampaignEvent } from "../../survey/event.ts";
import { type Progress, wakeAtOf } from "../../survey/owed.ts";
import { momentsOf } from "../../survey/plan.ts";
import { hasInvitedAll } from "../../survey/standing.ts";
import type { Deps } from "../change.ts";
import type { OrgStore } from "../org.ts";
import type { CampaignRecord, CampaignRef, CampaignStore } from "./campaigns.ts";

export type CampaignDeps = {
  readonly campaigns: CampaignStore;
  readonly orgs: OrgStore;
  readonly now: Now;
  readonly pause?: Deps["pause"];
};

/** A campaign with the regulation and the survey that it was planned under, for life. */
export type LoadedCampaign = {
  readonly record: CampaignRecord;
  readonly policy: Policy;
  readonly survey: Survey;
  readonly current: Campaign;
};

/** @throws when the regulation of a stored campaign has lost its survey: versions never change. */
const withPolicy = async (orgs: CampaignDeps["orgs"], record: CampaignRecord): Promise<LoadedCampaign> => {
  const policy = await orgs.policy(record.org, record.policy);
  const current = campaignOf(record.timeline);
  const survey = policy.surveys.find(({ id }) => id === current.plan.survey);
  if (survey === undefined) throw new Error(`${policy.id} v${policy.version} has no survey ${current.plan.survey}`);
  return { record, policy, survey, current };
};

export const loadCampaign = async (
  { campaigns, orgs }: Pick<CampaignDeps, "orgs"> & { readonly campaigns: Pick<CampaignStore, "load"> },
  ref: CampaignRef,
): Promise<LoadedCampaign | undefined> => {
  const record = await campaigns.load(ref);
  return record === undefined ? undefined : withPolicy(orgs, record);
};

/** How far its work is. */
export const progressOf = ({ nextMailAt, letters }: CampaignRecord, current: Campaign): Progress => ({
  invitedAll: hasInvitedAll(current),
  nextMailAt,
  letterAt: earliest(...letters.map(leavesAt)),
});

/** The record with what has happened, and woken when that demands it. The one place where its events are added. */
export const grown = (
  { record, policy }: Pick<LoadedCampaign, "record" | "policy">,
  events: readonly CampaignEvent[],
  now: Instant,
): CampaignRecord => {
  const timeline = [...record.timeline, ...events];
  const current = campaignOf(timeline);
  return {
    ...record,
    timeline,
    wakeAt: wakeAtOf(current, momentsOf(policy, current.plan), progressOf(record, current), now),
  };
};

/** How often a command that was overtaken looks again. */
const TRIES = 60;

/**
 * A command of somebody to a campaign: load, decide, save over the version that was read, and again when its worker, or
 * somebody else, was faster.
 * @throws when it is overtaken every time.
 */
export const changeCampaign = async (
  deps: CampaignDeps,
  ref: CampaignRef,
  command: CampaignCommand,
  by: Asked["by"],
): Promise<Result<LoadedCampaign, Refusal | { readonly code: "no-such-campaign" }>> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await deps.pause?.(tries);
    const found = await loadCampaign(deps, ref);
    if (found === undefined) return refuse({ code: "no-such-campaign" });
    const at = deps.now();
    const decided = decideCampaign(found, found.current, found.record.timeline, command, { at, by });
    if (!decided.ok) return decided;
    if (decided.value.length === 0) return accept(found);
    const record = grown(found, decided.value, at);
    if ((await deps.campaigns.save(record)) === "saved")
      return accept(await withPolicy(deps.orgs, { ...record, version: record.version + 1 }));
  }
  throw new Error(`campaign ${ref.id} was overtaken ${TRIES} times`);
};
