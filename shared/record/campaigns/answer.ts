import type { FieldFault } from "../../case/fault.ts";
import { accept, type Result, refuse } from "../../kernel/result.ts";
import { type RawAnswer, readAnswer } from "../../survey/answer.ts";
import { answered, ended, type Invitation } from "../../survey/invitation.ts";
import { momentsFor } from "../../survey/standing.ts";
import type { CampaignRef } from "./campaigns.ts";
import { type CampaignDeps, type LoadedCampaign, loadCampaign } from "./change.ts";

/** A customer's part in a campaign, with what it is about. */
export type Asked = { readonly found: LoadedCampaign; readonly invitation: Invitation };

export const loadInvitation = async (deps: CampaignDeps, ref: CampaignRef, id: string): Promise<Asked | undefined> => {
  const [found, invitation] = await Promise.all([loadCampaign(deps, ref), deps.campaigns.invitation(ref, id)]);
  if (found === undefined || invitation === undefined || invitation.erasedAt !== undefined) return undefined;
  return { found, invitation };
};

/** Whether an answer still counts: until the end of its last day, also while the campaign's mails are held up. */
export const isOpen = ({ found: { policy, current }, invitation }: Asked, now: string): boolean =>
  current.state === "APPROVED" && now < momentsFor(policy, current.plan, invitation).closes;

type NotTaken =
  | { readonly code: "survey-ended" }
  | { readonly code: "bad-fields"; readonly fields: readonly FieldFault[] };

/** Changes an invitation over the version that was read, and looks again when somebody was faster. */
const change = async (
  { campaigns }: CampaignDeps,
  ref: CampaignRef,
  id: string,
  how: (one: Invitation) => Invitation,
): Promise<Invitation> => {
  for (;;) {
    const now = await campaigns.invitation(ref, id);
    if (now === undefined) throw new Error(`invitation ${id} is gone`);
    const next = how(now);
    if ((await campaigns.saveInvitation(next)) === "saved") return next;
  }
};

/** Saves what a customer answered, whole or in part, in the place of what they answered before (AS-111, D-10). */
export const answerSurvey = async (
  deps: CampaignDeps,
  asked: Asked,
  raw: RawAnswer,
): Promise<Result<Invitation, NotTaken>> => {
  const now = deps.now();
  if (!isOpen(asked, now)) return refuse({ code: "survey-ended" });
  const { found, invitation } = asked;
  const read = readAnswer(found.survey, raw, now);
  if (!read.ok) return refuse({ code: "bad-fields", fields: read.error });
  return accept(await change(deps, found.record, invitation.id, (one) => answered(one, read.value)));
};

/** Ends the mails of one campaign to somebody who wants no more. */
export const declineSurvey = async (deps: CampaignDeps, { found, invitation }: Asked): Promise<Invitation> =>
  change(deps, found.record, invitation.id, (one) =>
    ended(one, { is: "unsubscribed", at: deps.now(), why: "by the link of their own mail" }),
  );
