import { opinionRoutes } from "../shared/api/routes/opinions.ts";
import { http } from "../shared/runtime/http.ts";
import { collate, opinion, opinions } from "../shared/runtime/opinions.ts";
import { surveyDeps } from "../shared/runtime/rhythm-wiring.ts";

const deps = surveyDeps();

/** What staff see of the opinions that a survey found, and the cases that they make of them. */
export const handler = http(opinionRoutes, {
  opinions: (input) => opinions(deps, input),
  opinion: (input) => opinion(deps, input),
  collate: (input) => collate(deps, input),
});
