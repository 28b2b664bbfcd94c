import type { Instant } from "../../kernel/instant.ts";
import type { CampaignEvent } from "../../survey/event.ts";
import { figuresOf } from "../../survey/figures.ts";
import { lettersOf } from "../../survey/letter.ts";
import type { Tally } from "../../survey/tally.ts";
import type { CampaignRecord } from "./campaigns.ts";
import type { LoadedCampaign } from "./change.ts";

/**
 * What follows from the figures of a campaign once they do not change any more: letters to whom the regulation has them go
 * (PRV-22), and the praise that is due (OSS-12). It is stored together with the figures, so that it follows once.
 */
export const followingFrom = (
  tally: Tally,
  { policy, survey }: Pick<LoadedCampaign, "policy" | "survey">,
  at: Instant,
): Pick<CampaignRecord, "letters"> & { readonly events: readonly CampaignEvent[] } => {
  const { commended } = figuresOf(policy, survey, tally);
  const to = survey.commendation?.to;
  return {
    letters: [...lettersOf(policy, survey, commended, at)],
    events:
      to === undefined || commended.length === 0
        ? []
        : [{ type: "commended", at, by: { kind: "system" }, to, aspects: [...commended] }],
  };
};
