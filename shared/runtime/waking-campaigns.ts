import type { Instant } from "../kernel/instant.ts";
import type { CampaignDeps } from "../record/campaigns/change.ts";
import { type Worker, workCampaign } from "../record/campaigns/work.ts";
import { log } from "./log.ts";

export type Woken = {
  readonly woken: number;
  readonly failed: number;
  /** No campaign has anything to do before this moment unless somebody does something; absent while one may have. */
  readonly idleUntil?: Instant | undefined;
};

const FAR = "9999-12-31T00:00:00.000Z" as Instant; // no campaign is under way

/** Works on every campaign that is due, one after the other; one that fails keeps none of the others back. */
export const wakeCampaigns = async ({ campaigns, now }: CampaignDeps, worker: Worker): Promise<Woken> => {
  const { refs, next } = await campaigns.due(now());
  if (refs.length === 0) return { woken: 0, failed: 0, idleUntil: next ?? FAR };
  let failed = 0;
  for (const ref of refs) {
    try {
      await workCampaign(worker, ref);
    } catch (error) {
      failed += 1;
      const why = error instanceof Error ? error.message : String(error);
      log("WAKE_FAILED", { record: ref.id, org: ref.org, error: why });
    }
  }
  log("WOKE", { shard: "campaigns", woken: refs.length, failed });
  return { woken: refs.length, failed };
};
