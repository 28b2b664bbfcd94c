import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type * as z from "zod";
import { type CampaignView, campaignView, type PlanBody } from "../api/campaigns.ts";
import { figuresSheet } from "../api/figures-sheet.ts";
import { campaignRoutes } from "../api/routes/campaigns.ts";
import type { Route } from "../api/routes/routes.ts";
import { surveyOffer } from "../api/survey-offers.ts";
import type { CampaignId, OrgId } from "../kernel/ids.ts";
import { accept, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { changeCampaign, type LoadedCampaign, loadCampaign } from "../record/campaigns/change.ts";
import { tallyNow } from "../record/campaigns/count.ts";
import { countOpinions } from "../record/campaigns/opinions.ts";
import { planNew } from "../record/campaigns/plan.ts";
import { policiesOf } from "../record/intake.ts";
import type { CampaignCommand } from "../survey/decide.ts";
import { answerSheet } from "./answer-sheet.ts";
import { reply } from "./reply.ts";
import { byOf, type HttpEvent, idempotencyKey } from "./request.ts";
import type { surveyDeps } from "./rhythm-wiring.ts";
import { bodyHash, campaignIdFor } from "./secrets.ts";

type Deps = ReturnType<typeof surveyDeps>;
type Answer = Promise<APIGatewayProxyStructuredResultV2>;
type InOrg = { readonly params: { readonly org: OrgId }; readonly event: HttpEvent; readonly locale: Locale };
type OfCampaign = InOrg & { readonly params: { readonly campaignId: CampaignId } };

const refOf = ({ params: { org, campaignId } }: OfCampaign) => ({ org, id: campaignId });

const shown = (
  { now }: Deps,
  route: Route,
  found: LoadedCampaign,
  telling: Omit<Parameters<typeof campaignView>[1], "now">,
) => reply(route, accept(campaignView(found, { ...telling, now: now() })), telling.locale);

/** The surveys of the regulations in force: what can be asked, and who may plan to. */
export const offers = async (deps: Deps, { params, event, locale }: InOrg): Answer => {
  const by = byOf(event, params.org);
  const org = await deps.orgs.org(params.org);
  if (org === undefined) return reply(campaignRoutes.surveys, refuse({ code: "no-such-org" }), locale);
  const policies = await policiesOf(deps.orgs, org, deps.now());
  const items = policies.flatMap((one) => one.surveys.map((survey) => surveyOffer(one, survey, by, locale)));
  return reply(campaignRoutes.surveys, accept({ items }), locale);
};

/** Plans a campaign; the same Idempotency-Key and plan again is the same campaign. */
export const plan = async (
  deps: Deps,
  input: InOrg & { readonly query: { readonly policy?: string | undefined }; readonly body: z.infer<typeof PlanBody> },
): Answer => {
  const { params, event, locale, query, body } = input;
  const by = byOf(event, params.org);
  const key = idempotencyKey(event);
  const requestHash = bodyHash({ policy: query.policy, body });
  const campaignId = campaignIdFor(params.org, key);
  const planned = await planNew(deps, {
    org: params.org,
    policy: query.policy,
    campaignId,
    plan: body,
    requestHash,
    by,
  });
  const route = campaignRoutes.planCampaign;
  return planned.ok ? shown(deps, route, planned.value, { locale, by }) : reply(route, planned, locale);
};

/** The company's campaigns, a page of them. */
export const list = async (
  deps: Deps,
  { params, query, event, locale }: InOrg & { readonly query: { cursor?: string | undefined; limit: number } },
): Answer => {
  const by = byOf(event, params.org);
  const page = await deps.campaigns.list(params.org, query.limit, query.cursor);
  const found = await Promise.all(page.items.map((one) => loadCampaign(deps, one)));
  const items = found
    .filter((one) => one !== undefined)
    .map((one): CampaignView => campaignView(one, { by, locale, now: deps.now() }));
  return reply(campaignRoutes.campaigns, accept({ items, cursor: page.cursor }), locale);
};

/** One campaign, with its figures once they were made, or as they stand when that is asked for. */
export const show = async (
  deps: Deps,
  input: OfCampaign & {
    readonly query: { readonly figures?: "now" | undefined; readonly opinions?: "now" | undefined };
  },
): Answer => {
  const by = byOf(input.event, input.params.org);
  const route = campaignRoutes.campaign;
  const found = await loadCampaign(deps, refOf(input));
  if (found === undefined) return reply(route, refuse({ code: "no-such-campaign" }), input.locale);
  const live = input.query.figures === "now" && found.record.tally === undefined;
  const [tally, opinions] = await Promise.all([
    live ? tallyNow(deps, found) : undefined,
    input.query.opinions === "now" ? countOpinions(deps, found) : undefined,
  ]);
  return shown(deps, route, found, { locale: input.locale, by, tally, opinions });
};

/** The figures of a campaign, as they stand, as a sheet. */
export const exportFigures = async (
  deps: Deps,
  input: OfCampaign & { readonly query: { readonly format: "csv" | "xlsx" } },
): Answer => {
  const { params, event, locale, query } = input;
  const by = byOf(event, params.org);
  const found = await loadCampaign(deps, refOf(input));
  if (found === undefined) return reply(campaignRoutes.exportCampaign, refuse({ code: "no-such-campaign" }), locale);
  const tally = found.record.tally ?? (await tallyNow(deps, found));
  if (tally === undefined) return reply(campaignRoutes.exportCampaign, refuse({ code: "figures-later" }), locale);
  const view = campaignView(found, { by, locale, now: deps.now(), tally });
  return answerSheet(`${params.org}-${found.survey.id}`, query.format, figuresSheet(view, locale));
};

/** Obeys a command of staff to a campaign, once for each Idempotency-Key. */
export const obey = async (deps: Deps, route: Route, input: OfCampaign, asked: CampaignCommand): Answer => {
  const by = byOf(input.event, input.params.org);
  const key = idempotencyKey(input.event);
  const changed = await changeCampaign(deps, refOf(input), { ...asked, key }, by);
  return changed.ok
    ? shown(deps, route, changed.value, { locale: input.locale, by })
    : reply(route, changed, input.locale);
};
