import { CaseView } from "../case-view.ts";
import { CostBody, LiabilityBody, PromiseBody, VerdictBody } from "../decision-bodies.ts";
import { ofCase } from "../params.ts";
import type { Routes } from "./routes.ts";

const command = { method: "POST", by: "cases", auth: "staff", params: ofCase, reply: CaseView } as const;

/** What the house decides about a case beside its steps. */
export const decisionRoutes = {
  giveVerdict: {
    ...command,
    path: "/v1/{org}/cases/{caseId}/approvals",
    may: "section",
    body: VerdictBody,
    summary: "Review, approve or refuse what needs somebody's yes",
  },
  makePromise: {
    ...command,
    path: "/v1/{org}/cases/{caseId}/promises",
    may: "note",
    body: PromiseBody,
    summary: "Record an amount that was promised to the customer, within one's authority",
  },
  bookCost: {
    ...command,
    path: "/v1/{org}/cases/{caseId}/costs",
    may: "note",
    body: CostBody,
    summary: "Book a cost of the case; the regulation says who bears it",
  },
  judgeLiability: {
    ...command,
    path: "/v1/{org}/cases/{caseId}/liability",
    may: "section",
    body: LiabilityBody,
    summary: "Answer the triage, choose the class and divide the liability; the same said again is a signature",
  },
} as const satisfies Routes;
