import { inspectionRoutes } from "../shared/api/routes/inspections.ts";
import { obeyProblem, showProblems } from "../shared/runtime/common-problems.ts";
import { findingsSheet, openFindings, showInspected } from "../shared/runtime/findings.ts";
import { http } from "../shared/runtime/http.ts";
import { inspectionDesk } from "../shared/runtime/inspection-wiring.ts";
import { file, list, obey, show, showForms, tickets } from "../shared/runtime/inspections.ts";

const desk = inspectionDesk();
const routes = inspectionRoutes;

/** Inspections by checklist, their findings, and what inspections have in common. */
export const handler = http(routes, {
  inspectionForms: (input) => showForms(desk, input),
  fileInspection: (input) => file(desk, input),
  inspections: (input) => list(desk, input),
  inspection: (input) => show(desk, input),
  inspectionPhotos: (input) => tickets(desk, input),
  signFinding: (input) => obey(desk, routes.signFinding, input, { do: "signed", ...input.body }),
  assignFinding: (input) => obey(desk, routes.assignFinding, input, { do: "assigned", ...input.body }),
  rectifyFinding: (input) => obey(desk, routes.rectifyFinding, input, { do: "rectified", ...input.body }),
  verifyFinding: (input) => {
    const { verdict, result } = input.body;
    return obey(desk, routes.verifyFinding, input, { do: "verified", passed: verdict === "passed", result });
  },
  approveBeyond: (input) => {
    const { verdict, plan } = input.body;
    return obey(desk, routes.approveBeyond, input, { do: "approved", passed: verdict === "passed", plan });
  },
  findings: (input) => openFindings(desk, input),
  findingsSheet: (input) => findingsSheet(desk, input),
  inspectedObject: (input) => showInspected(desk, input),
  commonProblems: (input) => showProblems(desk, input),
  planCommonAction: (input) => obeyProblem(desk, routes.planCommonAction, input, { do: "planned", ...input.body }),
  commonActionDone: (input) => obeyProblem(desk, routes.commonActionDone, input, { do: "done", ...input.body }),
  commonActionVerified: (input) => {
    const { verdict, result } = input.body;
    const asked = { do: "verified", passed: verdict === "passed", result } as const;
    return obeyProblem(desk, routes.commonActionVerified, input, asked);
  },
});
