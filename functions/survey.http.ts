import { surveyRoutes } from "../shared/api/routes/survey.ts";
import { http } from "../shared/runtime/http.ts";
import { surveyDeps } from "../shared/runtime/rhythm-wiring.ts";
import { showStop, showSurvey, takeStop, takeSurvey } from "../shared/runtime/survey-page.ts";

const deps = surveyDeps();

/** What customers who were asked for an opinion see and say. */
export const handler = http(surveyRoutes, {
  surveyPage: (input) => showSurvey(deps, input),
  surveyPost: (input) => takeSurvey(deps, input),
  stopPage: (input) => showStop(deps, input),
  stopPost: (input) => takeStop(deps, input),
});
