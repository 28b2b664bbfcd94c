import { visitRoutes } from "../shared/api/routes/visits.ts";
import { http } from "../shared/runtime/http.ts";
import { obligationDeps } from "../shared/runtime/rhythm-wiring.ts";
import { feed } from "../shared/runtime/visit-feed.ts";
import { obeyPlan, showPlan } from "../shared/runtime/visit-plans.ts";
import { objects, objectVisits, put, setStanding } from "../shared/runtime/visited.ts";
import { obeyVisit, ofSchedule, show, showSchedules, week } from "../shared/runtime/visits.ts";

const deps = obligationDeps();
const routes = visitRoutes;

/** What is visited by calendar, and what its visitors write down. */
export const handler = http(routes, {
  putObject: (input) => put(deps, input),
  retireObject: (input) => setStanding(deps, routes.retireObject, input, { do: "retire", ...input.body }),
  relistObject: (input) => setStanding(deps, routes.relistObject, input, { do: "relist", ...input.body }),
  visitSchedules: (input) => showSchedules(deps, input),
  objects: (input) => objects(deps, input),
  objectVisits: (input) => objectVisits(deps, input),
  plannedVisit: (input) => show(deps, input),
  scheduleDuties: (input) => ofSchedule(deps, input),
  dutyFulfilled: (input) => obeyVisit(deps, routes.dutyFulfilled, input, { do: "fulfilled", ...input.body }),
  dutyWaived: (input) => obeyVisit(deps, routes.dutyWaived, input, { do: "waived", ...input.body }),
  visitWeek: (input) => week(deps, input),
  visitDone: (input) => obeyVisit(deps, routes.visitDone, input, { do: "done", ...input.body }),
  visitUnreachable: (input) => obeyVisit(deps, routes.visitUnreachable, input, { do: "unreachable", ...input.body }),
  visitRebooked: (input) => obeyVisit(deps, routes.visitRebooked, input, { do: "rebooked", ...input.body }),
  yearPlan: (input) => showPlan(deps, routes.yearPlan, input),
  draftYearPlan: (input) => {
    const { schedule, year } = input.params;
    return obeyPlan(deps, routes.draftYearPlan, input, { do: "draft", plan: { schedule, year, ...input.body } });
  },
  approveYearPlan: (input) => obeyPlan(deps, routes.approveYearPlan, input, { do: "approve" }),
  returnYearPlan: (input) => obeyPlan(deps, routes.returnYearPlan, input, { do: "return", ...input.body }),
  visitFeed: (input) => feed(deps, input),
  visitSigned: (input) => obeyVisit(deps, routes.visitSigned, input, { do: "signed", ...input.body }),
});
