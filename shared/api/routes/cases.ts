import * as z from "zod";
import { Slug } from "../../policy/terms.ts";
import {
  DecideException,
  DecideExtension,
  NoteBody,
  RecordException,
  RequestExtension,
  StepBody,
} from "../commands.ts";
import { inOrg, ofCase, ofPolicy } from "../params.ts";
import { CaseList, CaseView } from "../views.ts";
import type { Routes } from "./routes.ts";

/** What staff see and do with a case. */
export const caseRoutes = {
  cases: {
    method: "GET",
    path: "/v1/{org}/cases",
    by: "cases",
    auth: "staff",
    may: "read",
    params: inOrg,
    reply: CaseList,
    query: ofPolicy.extend({
      number: z.string().max(64).optional(),
      cursor: z.string().max(1024).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    summary: "Open cases of a regulation's desk, most urgent first; or the one with a number",
  },
  case: {
    method: "GET",
    path: "/v1/{org}/cases/{caseId}",
    by: "cases",
    auth: "staff",
    may: "read",
    params: ofCase,
    reply: CaseView,
    summary: "One case with its clocks, evidence, timeline and what may be done next",
  },
  step: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/steps/{step}",
    by: "cases",
    auth: "staff",
    may: "section",
    params: ofCase.extend({ step: Slug }),
    body: StepBody,
    reply: CaseView,
    summary:
      "Take a step of the regulation's workflow: accept, classify, set liability, reply plan, mark executed, close",
  },
  note: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/notes",
    by: "cases",
    auth: "staff",
    may: "note",
    params: ofCase,
    body: NoteBody,
    reply: CaseView,
    summary: "Leave a note that the customer never sees",
  },
  requestExtension: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/extensions",
    by: "cases",
    auth: "staff",
    may: "section",
    params: ofCase,
    body: RequestExtension,
    reply: CaseView,
    summary: "Ask for a later due date, with a reason",
  },
  decideExtension: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/extensions/{extension}/decision",
    by: "cases",
    auth: "staff",
    may: "section",
    params: ofCase.extend({ extension: z.string().max(32) }),
    body: DecideExtension,
    reply: CaseView,
    summary: "Approve or refuse an extension",
  },
  recordException: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/exceptions",
    by: "cases",
    auth: "staff",
    may: "note",
    params: ofCase,
    body: RecordException,
    reply: CaseView,
    summary: "Record what excuses a clock before it is due, with a new promise",
  },
  decideException: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/exceptions/{exception}/decision",
    by: "cases",
    auth: "staff",
    may: "section",
    params: ofCase.extend({ exception: z.string().max(80) }),
    body: DecideException,
    reply: CaseView,
    summary: "Approve or refuse an exception",
  },
} as const satisfies Routes;
