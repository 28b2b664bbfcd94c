import type { campaignRoutes } from "../../shared/api/routes/campaigns.ts";
import type { customersFileRoutes, customersRoutes } from "../../shared/api/routes/customers.ts";
import type { opinionRoutes } from "../../shared/api/routes/opinions.ts";
import type { surveyRoutes } from "../../shared/api/routes/survey.ts";
import type { ProblemCode } from "./problems.ts";

const json = ["body-too-large", "not-json", "malformed-json", "bad-fields"] as const;

const listed = ["not-a-member", "not-your-role", "no-such-org"] as const;

/** What a command to a campaign can be told. */
const campaign = [
  "not-a-member",
  "not-your-role",
  "no-such-campaign",
  "bad-fields",
  "bad-idempotency-key",
  "key-reused",
  "nothing-to-do",
] as const;

/** Which refusals the routes of surveys can answer with. */
export const surveyProblems: Readonly<
  Record<
    | keyof typeof campaignRoutes
    | keyof typeof customersRoutes
    | keyof typeof customersFileRoutes
    | keyof typeof opinionRoutes
    | keyof typeof surveyRoutes,
    readonly ProblemCode[]
  >
> = {
  surveyPage: [],
  surveyPost: [],
  stopPage: [],
  stopPost: [],
  planCampaign: [
    ...(["not-a-member", "not-your-role", "no-such-org", "no-such-policy", "unknown-survey"] as const),
    ...json,
    "bad-idempotency-key",
    "key-reused",
  ],
  surveys: ["not-a-member", "no-such-org"],
  campaigns: ["not-a-member"],
  campaign: ["not-a-member", "no-such-campaign"],
  exportCampaign: ["not-a-member", "no-such-campaign", "figures-later"],
  importCustomers: [...listed, "not-a-sheet", "file-too-large", "bad-rows"],
  customers: listed,
  customersTemplate: listed,
  replanCampaign: [...campaign, ...json],
  approveCampaign: [...campaign, "same-side"],
  returnCampaign: [...campaign, ...json],
  pauseCampaign: [...campaign, ...json],
  resumeCampaign: campaign,
  cancelCampaign: [...campaign, ...json],
  reportCampaign: [...campaign, ...json],
  opinions: ["not-a-member", "not-your-role", "no-such-campaign", "bad-fields"],
  opinion: ["not-a-member", "not-your-role", "no-such-campaign", "no-such-opinion", "not-found"],
  collate: [
    ...(["not-a-member", "not-your-role", "no-such-campaign", "no-opinions", "policy-has-no-intake"] as const),
    ...(["no-such-policy", "no-policy-in-force", "intake-closed"] as const),
    ...json,
    "bad-idempotency-key",
    "key-reused",
  ],
};
