import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type * as z from "zod";
import { type CampaignView, campaignView, type PlanBody } from "../api/campaigns.ts";
import { figuresSheet } from "../api/figures-sheet.ts";
import { campaignRoutes } from "../api/routes/campaigns.ts";
import type { Route } from "../api/routes/routes.ts";
import type { CampaignId, OrgId } from "../kernel/ids.ts";
import { accept, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import type { CampaignRecord } from "../record/campaigns/campaigns.ts";
import { changeCampaign, type LoadedCampaign, loadCampaign } from "../record/campaigns/change.ts";
import { planNew } from "../record/campaigns/plan.ts";
import { tallyOf } from "../record/campaigns/work.ts";
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

const shown = (deps: Deps, route: Route, found: LoadedCampaign, locale: Locale, tally?: CampaignRecord["tally"]) =>
  reply(route, accept(campaignView(found, { locale, now: deps.now(), tally })), locale);

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
  return planned.ok ? shown(deps, route, planned.value, locale) : reply(route, planned, locale);
};

/** The company's campaigns, a page of them. */
export const list = async (
  deps: Deps,
  { params, query, event, locale }: InOrg & { readonly query: { cursor?: string | undefined; limit: number } },
): Answer => {
  byOf(event, params.org);
  const page = await deps.campaigns.list(params.org, query.limit, query.cursor);
  const found = await Promise.all(page.items.map((one) => loadCampaign(deps, one)));
  const items = found
    .filter((one) => one !== undefined)
    .map((one): CampaignView => campaignView(one, { locale, now: deps.now() }));
  return reply(campaignRoutes.campaigns, accept({ items, cursor: page.cursor }), locale);
};

/** One campaign, with its figures once they were made, or as they stand when that is asked for. */
export const show = async (
  deps: Deps,
  input: OfCampaign & { readonly query: { readonly figures?: "now" | undefined } },
): Answer => {
  byOf(input.event, input.params.org);
  const route = campaignRoutes.campaign;
  const found = await loadCampaign(deps, refOf(input));
  if (found === undefined) return reply(route, refuse({ code: "no-such-campaign" }), input.locale);
  const live = input.query.figures === "now" && found.record.tally === undefined;
  return shown(deps, route, found, input.locale, live ? await tallyOf(deps, found) : undefined);
};

/** The figures of a campaign, as they stand, as a sheet. */
export const exportFigures = async (
  deps: Deps,
  input: OfCampaign & { readonly query: { readonly format: "csv" | "xlsx" } },
): Answer => {
  const { params, event, locale, query } = input;
  byOf(event, params.org);
  const found = await loadCampaign(deps, refOf(input));
  if (found === undefined) return reply(campaignRoutes.exportCampaign, refuse({ code: "no-such-campaign" }), locale);
  const tally = found.record.tally ?? (await tallyOf(deps, found));
  const view = campaignView(found, { locale, now: deps.now(), tally });
  return answerSheet(`${params.org}-${found.survey.id}`, query.format, figuresSheet(view, locale));
};

/** Obeys a command of staff to a campaign, once for each Idempotency-Key. */
export const obey = async (deps: Deps, route: Route, input: OfCampaign, asked: CampaignCommand): Answer => {
  const by = byOf(input.event, input.params.org);
  const key = idempotencyKey(input.event);
  const changed = await changeCampaign(deps, refOf(input), { ...asked, key }, by);
  return changed.ok ? shown(deps, route, changed.value, input.locale) : reply(route, changed, input.locale);
};
