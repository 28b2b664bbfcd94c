import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type * as z from "zod";
import { type CollationBody, collationReply, opinionView } from "../api/opinions.ts";
import { opinionRoutes } from "../api/routes/opinions.ts";
import { mayNot, notOfRoles } from "../case/roles.ts";
import type { CampaignId, InvitationId, OrgId } from "../kernel/ids.ts";
import { accept, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { loadCampaign } from "../record/campaigns/change.ts";
import { collateOpinions } from "../record/campaigns/collate.ts";
import { type OpinionFilter, opinionsPage } from "../record/campaigns/opinions.ts";
import { hasOpinion } from "../survey/opinion.ts";
import { reply } from "./reply.ts";
import { byOf, type HttpEvent, idempotencyKey } from "./request.ts";
import type { surveyDeps } from "./rhythm-wiring.ts";
import { bodyHash, caseIdFor, newSalt, sha256, tokenFor } from "./secrets.ts";

type Deps = ReturnType<typeof surveyDeps>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type OfCampaign = {
  readonly params: { readonly org: OrgId; readonly campaignId: CampaignId };
  readonly event: HttpEvent;
  readonly locale: Locale;
};

const refOf = ({ params: { org, campaignId } }: OfCampaign) => ({ org, id: campaignId });

/** The opinions of a campaign, a page of them, for those who run the survey. */
export const opinions = async (
  deps: Deps,
  input: OfCampaign & {
    readonly query: OpinionFilter & { readonly cursor?: string | undefined; readonly limit: number };
  },
): Answer => {
  const { params, query, event, locale } = input;
  const by = byOf(event, params.org);
  const route = opinionRoutes.opinions;
  const found = await loadCampaign(deps, refOf(input));
  if (found === undefined) return reply(route, refuse({ code: "no-such-campaign" }), locale);
  const foreign = notOfRoles(found.policy, by, found.survey.by, found.survey.rules);
  if (foreign !== undefined) return reply(route, refuse(foreign), locale);
  const { state, about, cursor, limit } = query;
  const { items, after } = await opinionsPage(deps, found, { state, about, limit, after: cursor });
  const shown = items.map((one) => opinionView(found, one, { by, locale }));
  return reply(route, accept({ items: shown, cursor: after }), locale);
};

/** One opinion as it stands by now, for whoever may read the cases of the regulation. */
export const opinion = async (
  deps: Deps,
  input: OfCampaign & { readonly params: { readonly opinionId: InvitationId } },
): Answer => {
  const { params, event, locale } = input;
  const by = byOf(event, params.org);
  const route = opinionRoutes.opinion;
  const [found, one] = await Promise.all([
    loadCampaign(deps, refOf(input)),
    deps.campaigns.invitation(refOf(input), params.opinionId),
  ]);
  if (found === undefined) return reply(route, refuse({ code: "no-such-campaign" }), locale);
  const foreign = mayNot(found.policy, by, route.may);
  if (foreign !== undefined) return reply(route, refuse(foreign), locale);
  if (one === undefined || !hasOpinion(found.survey, one))
    return reply(route, refuse({ code: "no-such-opinion" }), locale);
  return reply(route, accept(opinionView(found, one, { by, locale })), locale);
};

/** Makes cases of opinions; the same again, and whoever comes second, finds them. */
export const collate = async (
  deps: Deps,
  input: OfCampaign & { readonly body: z.infer<typeof CollationBody> },
): Answer => {
  const { params, event, locale, body } = input;
  const by = byOf(event, params.org);
  const key = idempotencyKey(event);
  const { department } = body;
  const done = await collateOpinions(deps, refOf(input), {
    opinions: [...new Set(body.opinions)],
    department,
    key,
    by,
    requestHash: bodyHash({ key, department, by: by.sub }),
    caseIdFor: (one) => caseIdFor(params.org, `opinion ${params.campaignId} ${one}`),
    tokenHashFor:
      (caseId) =>
      ({ linkKey }) =>
        sha256(tokenFor(linkKey, caseId)),
    newSalt,
  });
  const answer = done.ok ? accept(collationReply(done.value.found, done.value.collated)) : done;
  return reply(opinionRoutes.collate, answer, locale);
};
