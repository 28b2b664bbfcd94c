import type { Unreached } from "../../case/undelivered.ts";
import { cameBack, type Invitation } from "../../survey/invitation.ts";
import type { CameBack } from "../undelivered.ts";
import type { CampaignRef } from "./campaigns.ts";
import type { CampaignDeps } from "./change.ts";

/** What a mail that came back makes of its invitation; nothing where another try may reach them: the reminder. */
const ENDS: Readonly<Partial<Record<Unreached, NonNullable<Invitation["ended"]>["is"]>>> = {
  bounced: "bounced",
  complained: "suppressed",
  rejected: "notSent",
};

/**
 * Marks the invitation whose mail came back, whether its sender has written down by then that it left or not. Twice is once.
 * @returns `gone` for an invitation that is not there.
 */
export const invitationCameBack = async (
  { campaigns, now }: Pick<CampaignDeps, "campaigns" | "now">,
  ref: CampaignRef,
  id: string,
  { how, why, messageId }: CameBack,
): Promise<"customer" | "known" | "gone"> => {
  for (;;) {
    const one = await campaigns.invitation(ref, id);
    const is = ENDS[how];
    if (one === undefined) return "gone";
    const isKnown = one.ended !== undefined && one.mails.some((mail) => mail.messageId === messageId);
    if (is === undefined || isKnown) return "known";
    const next = cameBack(one, { is, at: now(), why }, messageId);
    if ((await campaigns.saveInvitation(next)) === "saved") return "customer";
  }
};
