import { isFurther, opinionNews } from "../../case/opinion/stage.ts";
import type { CollatedOpinion } from "../../survey/opinion.ts";
import type { Chore } from "../do-chores.ts";
import type { CampaignRef, CampaignStore } from "./campaigns.ts";

type Invitations = Pick<CampaignStore, "invitation" | "saveInvitation">;

/**
 * Marks an invitation with the case of its opinion and how far that is, over the version that was read and again when
 * somebody was faster. What is known already, or further, stays; of an invitation that is gone nothing is left to say.
 */
export const markOpinion = async (
  campaigns: Invitations,
  ref: CampaignRef,
  id: string,
  opinion: CollatedOpinion,
): Promise<void> => {
  for (;;) {
    const one = await campaigns.invitation(ref, id);
    if (one === undefined) return;
    const known = one.opinion;
    if (known !== undefined && known.number === opinion.number && !isFurther(opinion.stage, known.stage)) return;
    const stage = known !== undefined && isFurther(known.stage, opinion.stage) ? known.stage : opinion.stage;
    if ((await campaigns.saveInvitation({ ...one, opinion: { ...opinion, stage } })) === "saved") return;
  }
};

/**
 * Tells the campaign how far the opinion of a case is, so that figures and lists need not read its cases. It also mends
 * what broke off between the case and its mark: a case that was filed always comes to be known.
 */
export const tellingCampaign: Chore = async ({ campaigns }, { record, rulebook, current }) => {
  const news = opinionNews(rulebook.policy, current);
  const { opinion } = current;
  if (news === undefined || opinion === undefined) return () => [];
  await markOpinion(campaigns, { org: record.org, id: opinion.campaign }, opinion.invitation, {
    caseId: record.id,
    number: current.number,
    department: opinion.department,
    collatedAt: opinion.at,
    answeredAt: opinion.answeredAt,
    stage: news.stage,
  });
  return (now, at) =>
    opinionNews(rulebook.policy, now) === undefined
      ? []
      : [{ type: "opinionTold", at, by: { kind: "system" }, stage: news.stage }];
};
