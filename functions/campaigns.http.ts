import { campaignRoutes } from "../shared/api/routes/campaigns.ts";
import { customersFileRoutes } from "../shared/api/routes/customers.ts";
import { exportFigures, list, obey, offers, plan, show } from "../shared/runtime/campaigns.ts";
import { customersTemplate } from "../shared/runtime/customers.ts";
import { http } from "../shared/runtime/http.ts";
import { surveyDeps } from "../shared/runtime/rhythm-wiring.ts";

const deps = surveyDeps();
const routes = { ...campaignRoutes, ...customersFileRoutes };

/** What staff plan, watch and decide of surveys. */
export const handler = http(routes, {
  surveys: (input) => offers(deps, input),
  planCampaign: (input) => plan(deps, input),
  campaigns: (input) => list(deps, input),
  campaign: (input) => show(deps, input),
  exportCampaign: (input) => exportFigures(deps, input),
  customersTemplate: (input) => customersTemplate(deps, input),
  replanCampaign: (input) => obey(deps, routes.replanCampaign, input, { do: "replan", plan: input.body }),
  approveCampaign: (input) => obey(deps, routes.approveCampaign, input, { do: "approve" }),
  returnCampaign: (input) => obey(deps, routes.returnCampaign, input, { do: "return", ...input.body }),
  pauseCampaign: (input) => obey(deps, routes.pauseCampaign, input, { do: "pause", ...input.body }),
  resumeCampaign: (input) => obey(deps, routes.resumeCampaign, input, { do: "resume" }),
  cancelCampaign: (input) => obey(deps, routes.cancelCampaign, input, { do: "cancel", ...input.body }),
  reportCampaign: (input) => obey(deps, routes.reportCampaign, input, { do: "report", ...input.body }),
});
