import { FormView } from "../forms.ts";
import { ofCase, ofCopy, ofForm } from "../params.ts";
import { CirculateBody, CorrectBody, NothingBody, SignBody, VisitBody } from "../signing-bodies.ts";
import { CaseView } from "../views.ts";
import type { Routes } from "./routes.ts";

/** Signatures, visits, forms with their copies, and what is put right: what staff do to a case beside its steps. */
export const signingRoutes = {
  sign: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/signatures",
    by: "cases",
    auth: "staff",
    may: "section",
    params: ofCase,
    body: SignBody,
    reply: CaseView,
    summary: "Sign in one's own role, or write down what a customer has signed; a signature never changes",
  },
  visit: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/visits",
    by: "cases",
    auth: "staff",
    may: "section",
    params: ofCase,
    body: VisitBody,
    reply: CaseView,
    summary: "Write down a visit or call that the case owes: done, not reached, or rebooked with an apology",
  },
  filledForm: {
    method: "GET",
    path: "/v1/{org}/cases/{caseId}/forms/{form}",
    by: "cases",
    auth: "staff",
    may: "read",
    params: ofForm,
    reply: FormView,
    summary: "A controlled form of the case as it is filled in, with signatures and copies",
  },
  acknowledge: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/copies/{form}/{copy}/acknowledgement",
    by: "cases",
    auth: "staff",
    may: "section",
    params: ofCopy,
    body: NothingBody,
    reply: CaseView,
    summary: "Acknowledge the copy of one's own role",
  },
  circulate: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/copies/{form}",
    by: "cases",
    auth: "staff",
    may: "section",
    params: ofForm,
    body: CirculateBody,
    reply: CaseView,
    summary: "Send copies to people outside, each to be acknowledged: the new version of a document to all who hold it",
  },
  correct: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/corrections",
    by: "cases",
    auth: "staff",
    may: "section",
    params: ofCase,
    body: CorrectBody,
    reply: CaseView,
    summary: "Put an answer right, with a reason; what it was stays visible, and what was signed is never altered",
  },
} as const satisfies Routes;
