import { addMonths } from "../../../calendar/civil-date.ts";
import { startOfDay } from "../../../calendar/zone.ts";
import { type AskedCampaign, campaignsSection, surveysOf } from "../../../report/campaigns.ts";
import type { Section } from "../../../report/document.ts";
import { campaignOf } from "../../../survey/campaign.ts";
import { momentsOf } from "../../../survey/plan.ts";
import type { CampaignRecord } from "../../campaigns/campaigns.ts";
import { loadCampaign } from "../../campaigns/change.ts";
import { tallyNow } from "../../campaigns/count.ts";
import { inTurns } from "../../in-turns.ts";
import type { Counting } from "./counting.ts";

/** A campaign lasts a year at most and is planned a year ahead at most: what was planned earlier asks nobody any more. */
const PLANNED_WITHIN = 24;
const A_PAGE = 50;

/** The campaigns of the company that were planned in the two years before the end of the stretch, the last first. */
const plannedLately = async ({ deps, org, policy, span }: Counting): Promise<readonly CampaignRecord[]> => {
  const since = startOfDay(addMonths(span.window[0], -PLANNED_WITHIN), policy.calendar.timeZone);
  const found: CampaignRecord[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.campaigns.list(org, A_PAGE, cursor);
    found.push(...page.items);
    cursor = (page.items.at(-1)?.timeline[0]?.at ?? since) < since ? undefined : page.cursor;
  } while (cursor !== undefined);
  return found;
};

/**
 * What surveys of the regulation asked in the stretch, and what was answered: as counted when one was closed, else as it
 * stands. Costs the campaigns of two years, and the invitations of those that are still open.
 */
export const campaignFigures = async (counting: Counting): Promise<Section> => {
  const { deps, policy, schedule, from, before, unit } = counting;
  const surveys = new Set(surveysOf(policy, schedule).map(({ id }) => id));
  const asking = (await plannedLately(counting)).filter((record) => {
    const { state, plan, closedAt } = campaignOf(record.timeline);
    const { opens, closes } = momentsOf(policy, plan);
    const begun = state !== "DRAFT" && state !== "CANCELLED";
    return (
      record.policy.id === policy.id &&
      surveys.has(plan.survey) &&
      begun &&
      opens < before &&
      (closedAt ?? closes) > from
    );
  });
  const asked = await inTurns(asking, async (record): Promise<readonly AskedCampaign[]> => {
    const found = await loadCampaign(deps, record);
    if (found === undefined) return [];
    const { survey, current } = found;
    const tally = found.record.tally ?? (await tallyNow(deps, found));
    return [{ id: record.id, title: current.plan.title, survey, state: current.state, tally }];
  });
  return campaignsSection(policy, asked.flat(), unit !== undefined);
};
