import { reportRoutes } from "../shared/api/routes/reports.ts";
import { http } from "../shared/runtime/http.ts";
import { reportDeskDeps } from "../shared/runtime/report-desk.ts";
import { begin, compileAnew, drafts, file, list, obey, offers, show } from "../shared/runtime/reports.ts";

const deps = reportDeskDeps();
const routes = reportRoutes;

/** Reports as their authors complete them and as those read them who get them. */
export const handler = http(routes, {
  reportSchedules: (input) => offers(deps, input),
  reportDrafts: (input) => drafts(deps, input),
  reports: (input) => list(deps, input),
  beginReport: (input) => begin(deps, input),
  report: (input) => show(deps, input),
  writeReport: (input) => obey(deps, routes.writeReport, input, { do: "write", texts: input.body.texts }),
  compileReport: (input) => compileAnew(deps, input),
  submitReport: (input) => obey(deps, routes.submitReport, input, { do: "submit", n: input.body.content }),
  correctReport: (input) => obey(deps, routes.correctReport, input, { do: "correct", reason: input.body.reason }),
  reportFile: (input) => file(deps, input),
});
