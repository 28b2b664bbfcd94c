import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { surveyRoutes } from "../api/routes/survey.ts";
import type { Mailer } from "../aws/mailer.ts";
import { invitationLetter } from "../mail/invitation.ts";
import { audiencePage } from "../record/campaigns/audience.ts";
import type { LoadedCampaign } from "../record/campaigns/change.ts";
import type { Worker } from "../record/campaigns/work.ts";
import type { Posted } from "../record/wake.ts";
import type { Invitation } from "../survey/invitation.ts";
import { momentsOnceSent } from "../survey/standing.ts";
import { campaignLetters } from "./campaign-letter.ts";
import { log } from "./log.ts";
import { campaignPace } from "./pace.ts";
import type { surveyDeps } from "./rhythm-wiring.ts";
import { invitationIdFor, surveyTokenFor } from "./secrets.ts";
import { messageOf } from "./send-letter.ts";

type Places = { readonly publicUrl: string; readonly mailer: Mailer };

/** Where a customer answers, and where they decline; the token is the campaign's and theirs alone. */
export const surveyPath = (
  route: { readonly path: string },
  linkKey: string,
  { org, campaign, id }: Pick<Invitation, "org" | "campaign" | "id">,
): string =>
  route.path
    .replace("{org}", org)
    .replace("{campaignId}", campaign)
    .replace("{invitationId}", id)
    .replace("{token}", surveyTokenFor(linkKey, { campaign, invitation: id }));

const sendInvitation =
  ({ orgs, now }: Pick<Worker, "orgs" | "now">, { publicUrl, mailer }: Places) =>
  async ({ policy, survey, current }: LoadedCampaign, one: Invitation): Promise<Posted> => {
    const org = await orgs.org(one.org);
    if (org === undefined) return { is: "impossible", why: `no organisation ${one.org}` };
    if (one.email === undefined) return { is: "impossible", why: "no e-mail address is known" };
    const nth = one.mails.length;
    const page = (route: { readonly path: string }): string => `${publicUrl}${surveyPath(route, org.linkKey, one)}`;
    const letter = invitationLetter({
      locale: one.locale,
      org,
      policy,
      survey,
      closes: momentsOnceSent(policy, current.plan, one, now()).closes,
      name: one.name,
      nth,
      answerPage: page(surveyRoutes.surveyPage),
      stopPage: page(surveyRoutes.stopPage),
    });
    return mailer.send(
      messageOf({ org, locale: one.locale, to: [one.email] }, letter, {
        name: `${one.id}.${nth}`,
        date: one.nextAt ?? now(),
        unsubscribe: page(surveyRoutes.stopPost),
        tags: { kind: "invitation", org: one.org, record: one.campaign, mail: one.id },
      }),
    );
  };

/** One worker of campaigns: it sends at its part of the account's pace, slower when the mail service says so. */
export const surveyWorker = (
  deps: ReturnType<typeof surveyDeps> & Pick<Worker, "fulfil">,
  { publicUrl, mailer }: Places,
  timeLeft: () => boolean,
): Worker => {
  const pace = campaignPace(mailer, wait);
  const send = sendInvitation(deps, { publicUrl, mailer });
  return {
    ...deps,
    holder: randomUUID(),
    timeLeft,
    audience: (found, cursor) => audiencePage({ ...deps, invitationIdFor }, found, cursor),
    suppressed: async (org, email) => {
      const found = await deps.suppressions.of(org, email);
      if (found === undefined) return undefined;
      return { is: found.is === "unsubscribed" ? "unsubscribed" : "suppressed", at: deps.now(), why: found.is };
    },
    batch: pace.batch,
    room: pace.room,
    lanes: pace.lanes,
    post: campaignLetters(deps, { publicUrl, mailer }),
    send: async (found, one) => {
      await pace.turn();
      const posted = await send(found, one);
      pace.heard(posted);
      if (posted.is !== "sent") log("MAIL_REFUSED", { record: one.campaign, mail: one.id, is: posted.is });
      return posted;
    },
  };
};
