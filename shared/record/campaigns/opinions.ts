import type { Invitation } from "../../survey/invitation.ts";
import { hasOpinion, OpinionState, stateOfOpinion, unsatisfiedIn } from "../../survey/opinion.ts";
import type { CampaignDeps, LoadedCampaign } from "./change.ts";
import { isCountedNow } from "./count.ts";

/** Which of the opinions of a campaign somebody wants to see. */
export type OpinionFilter = {
  readonly state?: OpinionState | undefined;
  /** Not satisfied with this; `comment`: those who wrote something. */
  readonly about?: string | undefined;
};

/** So many invitations are looked at for one page, so that it costs the same however many customers were satisfied. */
const AT_MOST = 1000;
const A_LOOK = 100;

/** What stands for a question where the words of customers are asked for. */
const COMMENT = "comment";

const isWanted = ({ survey }: LoadedCampaign, one: Invitation, { state, about }: OpinionFilter): boolean => {
  const { answer } = one;
  if (!hasOpinion(survey, one) || (state !== undefined && stateOfOpinion(one) !== state)) return false;
  if (about === undefined) return true;
  if (answer === undefined) return false;
  return about === COMMENT
    ? answer.comment !== undefined
    : unsatisfiedIn(survey, answer).some(({ question }) => question.id === about);
};

/**
 * A page of the opinions of a campaign, in no order, and after which invitation the next one begins. A page may be short,
 * or empty, and not the last. Costs what is looked at of this campaign, whatever other campaigns there are.
 */
export const opinionsPage = async (
  { campaigns }: Pick<CampaignDeps, "campaigns">,
  found: LoadedCampaign,
  { limit, after: from, ...filter }: OpinionFilter & { readonly limit: number; readonly after?: string | undefined },
): Promise<{ readonly items: readonly Invitation[]; readonly after: string | undefined }> => {
  const items: Invitation[] = [];
  let after = from;
  for (let looked = 0; looked < AT_MOST; looked += A_LOOK) {
    const page = await campaigns.invitationsAfter(found.record, after, A_LOOK);
    for (const one of page.items) {
      after = one.id;
      if (isWanted(found, one, filter)) items.push(one);
      if (items.length === limit) return { items, after };
    }
    if (!page.more) return { items, after: undefined };
  }
  return { items, after };
};

/**
 * How many opinions of a campaign are how far, every invitation read once, page by page; undefined where the campaign is too
 * large for somebody to wait for that.
 */
export const countOpinions = async (
  { campaigns }: Pick<CampaignDeps, "campaigns">,
  found: LoadedCampaign,
): Promise<Readonly<Record<OpinionState, number>> | undefined> => {
  if (!isCountedNow(found)) return undefined;
  const { record, survey } = found;
  const counts = Object.fromEntries(OpinionState.options.map((state) => [state, 0])) as Record<OpinionState, number>; // each of them
  let cursor: string | undefined;
  do {
    const page = await campaigns.invitations(record, cursor);
    for (const one of page.items) if (hasOpinion(survey, one)) counts[stateOfOpinion(one)] += 1;
    cursor = page.cursor;
  } while (cursor !== undefined);
  return counts;
};
