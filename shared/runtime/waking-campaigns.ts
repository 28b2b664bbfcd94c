import type { CampaignRef } from "../record/campaigns/campaigns.ts";
import type { CampaignDeps } from "../record/campaigns/change.ts";
import { type Worker, workOnCampaign } from "../record/campaigns/work.ts";
import { attempt, idle, type Woken, woke } from "./woken.ts";

/** Works on every campaign that is due, a batch of each in turn, so that a large one keeps no small one waiting. */
export const wakeCampaigns = async ({ campaigns, now }: CampaignDeps, worker: Worker): Promise<Woken> => {
  const { refs, next } = await campaigns.due(now());
  if (refs.length === 0) return idle(next);
  let failed = 0;
  for (let left = refs; left.length > 0; ) {
    const busy: CampaignRef[] = [];
    for (const ref of left) {
      const step = await attempt(ref.id, ref.org, () => workOnCampaign(worker, ref));
      if (step.value === true) busy.push(ref);
      failed += step.failed;
    }
    left = busy;
  }
  return woke("campaigns", { woken: refs.length, failed });
};
