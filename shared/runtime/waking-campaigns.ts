import type { Instant } from "../kernel/instant.ts";
import type { CampaignRef } from "../record/campaigns/campaigns.ts";
import type { CampaignDeps } from "../record/campaigns/change.ts";
import { type Worker, workOnCampaign } from "../record/campaigns/work.ts";
import { log } from "./log.ts";

export type Woken = {
  readonly woken: number;
  readonly failed: number;
  /** No campaign has anything to do before this moment unless somebody does something; absent while one may have. */
  readonly idleUntil?: Instant | undefined;
};

const FAR = "9999-12-31T00:00:00.000Z" as Instant; // no campaign is under way

/** One step of a campaign; one that fails is left for the next minute and keeps none of the others back. */
const step = async (worker: Worker, ref: CampaignRef): Promise<"more" | "done" | "failed"> => {
  try {
    return (await workOnCampaign(worker, ref)) ? "more" : "done";
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    log("WAKE_FAILED", { record: ref.id, org: ref.org, error: why });
    return "failed";
  }
};

/** Works on every campaign that is due, a batch of each in turn, so that a large one keeps no small one waiting. */
export const wakeCampaigns = async ({ campaigns, now }: CampaignDeps, worker: Worker): Promise<Woken> => {
  const { refs, next } = await campaigns.due(now());
  if (refs.length === 0) return { woken: 0, failed: 0, idleUntil: next ?? FAR };
  let failed = 0;
  for (let left = refs; left.length > 0; ) {
    const busy: CampaignRef[] = [];
    for (const ref of left) {
      const was = await step(worker, ref);
      if (was === "more") busy.push(ref);
      if (was === "failed") failed += 1;
    }
    left = busy;
  }
  log("WOKE", { shard: "campaigns", woken: refs.length, failed });
  return { woken: refs.length, failed };
};
