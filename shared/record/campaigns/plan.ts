import type { Asked } from "../../case/act.ts";
import type { Refusal } from "../../case/fault.ts";
import type { CampaignId } from "../../kernel/ids.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { planCampaign } from "../../survey/decide.ts";
import type { CampaignPlan } from "../../survey/plan.ts";
import { type IntakeRefusal, policyOf } from "../intake.ts";
import { newCampaign } from "./campaigns.ts";
import { type CampaignDeps, grown, type LoadedCampaign, loadCampaign } from "./change.ts";

export type PlanRequest = {
  readonly org: string;
  readonly policy: string | undefined;
  readonly campaignId: CampaignId;
  readonly plan: CampaignPlan;
  /** Digest of the body: another plan under the same key is no repeat. */
  readonly requestHash: string;
  readonly by: Asked["by"];
};

/** Makes a campaign of one of a regulation's surveys; the same request again finds what it made. Nothing leaves yet. */
export const planNew = async (
  deps: CampaignDeps,
  { org: id, policy: asked, campaignId, plan, requestHash, by }: PlanRequest,
): Promise<Result<LoadedCampaign, Refusal | IntakeRefusal>> => {
  const found = await policyOf(deps, id, asked);
  if (!found.ok) return found;
  const { org, ref, policy, now } = found.value;
  const survey = policy.surveys.find((one) => one.id === plan.survey);
  if (survey === undefined)
    return refuse({
      code: "unknown-survey",
      says: say(
        `制度没有此调查；有：${policy.surveys.map((one) => one.id).join("、")}`,
        `the regulation has no such survey; it has: ${policy.surveys.map((one) => one.id).join(", ")}`,
      ),
      rules: [],
    });
  const planned = planCampaign({ policy, survey }, plan, { at: now, by });
  if (!planned.ok) return planned;
  const record = newCampaign({ org: org.id, id: campaignId, policy: ref, requestHash });
  const begun = grown({ record, policy }, planned.value, now);
  await deps.campaigns.create(begun); // there already: the same request, or the same key for another
  const stored = await loadCampaign(deps, begun);
  if (stored === undefined) throw new Error(`campaign ${campaignId} was just written`);
  return stored.record.requestHash === requestHash ? accept(stored) : refuse({ code: "key-reused", rules: [] });
};
