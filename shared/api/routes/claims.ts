import { CaseView } from "../case-view.ts";
import { AssessClaimBody, ClaimPaperBody, DecideReturnBody } from "../claim-commands.ts";
import { ofCase } from "../params.ts";
import type { Routes } from "./routes.ts";

const command = {
  method: "POST",
  by: "cases",
  auth: "staff",
  may: "section",
  params: ofCase,
  reply: CaseView,
} as const;

/** What staff do with a claim and with goods that come back, beside the steps that move them on. */
export const claimRoutes = {
  addClaimPaper: {
    ...command,
    path: "/v1/{org}/cases/{caseId}/claim/documents",
    body: ClaimPaperBody,
    summary: "Take in a document of the claim: which copy, signed by whom, from a hospital of which grade",
  },
  assessClaim: {
    ...command,
    path: "/v1/{org}/cases/{caseId}/claim/assessment",
    body: AssessClaimBody,
    summary: "Work out by its formula what one head of the claim pays",
  },
  decideReturn: {
    ...command,
    path: "/v1/{org}/cases/{caseId}/returns/decision",
    body: DecideReturnBody,
    summary: "Decide how much is booked of what came back beyond the tolerance",
  },
} as const satisfies Routes;
