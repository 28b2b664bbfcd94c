import * as z from "zod";
import { CampaignList, CampaignView, PlanBody, ReasonBody, ReportBody } from "../campaigns.ts";
import { inOrg, ofCampaign, ofPolicy } from "../params.ts";
import { SurveyOffers } from "../survey-offers.ts";
import type { Routes } from "./routes.ts";

const one = <P extends string>(path: P) =>
  ({
    method: "POST",
    path: `/v1/{org}/campaigns/{campaignId}/${path}`,
    by: "campaigns",
    auth: "staff",
    may: "section",
    params: ofCampaign,
    reply: CampaignView,
  }) as const;

/** Campaigns of a company: planned, approved, watched, held up, reported. */
export const campaignRoutes = {
  surveys: {
    method: "GET",
    path: "/v1/{org}/surveys",
    by: "campaigns",
    auth: "staff",
    may: "member",
    params: inOrg,
    reply: SurveyOffers,
    summary: "The surveys of the regulations in force, as their forms ask them, and which of them the caller may plan",
  },
  planCampaign: {
    method: "POST",
    path: "/v1/{org}/campaigns",
    by: "campaigns",
    auth: "staff",
    may: "section",
    params: inOrg,
    query: ofPolicy,
    body: PlanBody,
    reply: CampaignView,
    status: 201,
    summary: "Plan a campaign of one of the regulation's surveys; nothing leaves before it is approved",
  },
  campaigns: {
    method: "GET",
    path: "/v1/{org}/campaigns",
    by: "campaigns",
    auth: "staff",
    may: "member",
    params: inOrg,
    query: z.object({
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    reply: CampaignList,
    summary: "The company's campaigns, the last planned first",
  },
  campaign: {
    method: "GET",
    path: "/v1/{org}/campaigns/{campaignId}",
    by: "campaigns",
    auth: "staff",
    may: "member",
    params: ofCampaign,
    query: z.object({
      figures: z.literal("now").optional().meta({ description: "count the answers as they stand" }),
      opinions: z.literal("now").optional().meta({ description: "count the opinions, and how far each is" }),
    }),
    reply: CampaignView,
    summary: "One campaign: how far it is, and its figures once it was closed, or as they stand",
  },
  exportCampaign: {
    method: "GET",
    path: "/v1/{org}/campaigns/{campaignId}/figures",
    by: "campaigns",
    auth: "staff",
    may: "member",
    params: ofCampaign,
    query: z.object({ format: z.enum(["csv", "xlsx"]).default("xlsx") }),
    file: true,
    summary: "The figures of a campaign as a sheet: of all, and of each group",
  },
  replanCampaign: { ...one("plan"), body: PlanBody, summary: "Change the plan of a campaign that is not approved yet" },
  approveCampaign: { ...one("approve"), summary: "Approve a plan: it begins on its day" },
  returnCampaign: { ...one("return"), body: ReasonBody, summary: "Send a plan back, with the reason" },
  pauseCampaign: { ...one("pause"), body: ReasonBody, summary: "Hold up its mails; answers still count" },
  resumeCampaign: { ...one("resume"), summary: "Go on where it was held up" },
  cancelCampaign: { ...one("cancel"), body: ReasonBody, summary: "Give it up: nothing more is sent or answered" },
  reportCampaign: { ...one("report"), body: ReportBody, summary: "Note to whom its analysis was submitted" },
} as const satisfies Routes;
