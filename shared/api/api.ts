import * as z from "zod";
import { Slug } from "../policy/terms.ts";
import {
  DecideException,
  DecideExtension,
  FileReply,
  FormReply,
  NoteBody,
  PhotosBody,
  PhotosReply,
  RecordException,
  RequestExtension,
  StepBody,
} from "./bodies.ts";
import { inOrg, ofCase, ofPolicy } from "./params.ts";
import { CaseList, CaseView, TrackingView } from "./views.ts";

/**
 * The whole HTTP interface in one table: who may call what, with which body, and which function answers. The stack makes
 * its routes, authorizers and throttles from it, the functions their handlers, and /openapi.json its document.
 */
export type Route = {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** The Lambda that answers. */
  readonly by: "public" | "pages" | "cases";
  /** `none`: anybody; `token`: the case's tracking token; `staff`: an OIDC token with a role of the org. */
  readonly auth: "none" | "token" | "staff";
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly reply?: z.ZodType;
  readonly status?: 200 | 201 | 303;
  /** Requests a second, and in a burst, for the whole stage. */
  readonly throttle?: { readonly rate: number; readonly burst: number };
};

const PUBLIC = { rate: 100, burst: 200 } as const;

export const routes = {
  form: {
    method: "GET",
    path: "/v1/{org}/form",
    by: "public",
    auth: "none",
    params: inOrg,
    query: ofPolicy,
    reply: FormReply,
    throttle: PUBLIC,
    summary: "The complaint form, drawn from the regulation: fields, categories, evidence rule",
  },
  file: {
    method: "POST",
    path: "/v1/{org}/cases",
    by: "public",
    auth: "none",
    params: inOrg,
    query: ofPolicy,
    reply: FileReply,
    status: 201,
    throttle: PUBLIC,
    summary: "File a complaint; a repeat with the same Idempotency-Key and body returns the same case",
  },
  photos: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/photos",
    by: "public",
    auth: "token",
    params: ofCase,
    body: PhotosBody,
    reply: PhotosReply,
    status: 201,
    throttle: PUBLIC,
    summary: "Upload tickets for photos of the damage",
  },
  tracking: {
    method: "GET",
    path: "/v1/{org}/cases/{caseId}/tracking",
    by: "public",
    auth: "token",
    params: ofCase,
    reply: TrackingView,
    throttle: PUBLIC,
    summary: "The customer's own view of the case",
  },
  openapi: {
    method: "GET",
    path: "/openapi.json",
    by: "public",
    auth: "none",
    params: z.object({}),
    throttle: PUBLIC,
    summary: "This interface as OpenAPI 3.1",
  },
  formPage: {
    method: "GET",
    path: "/{org}/complaint",
    by: "pages",
    auth: "none",
    params: inOrg,
    query: ofPolicy,
    throttle: PUBLIC,
    summary: "The complaint form as a page",
  },
  formPost: {
    method: "POST",
    path: "/{org}/complaint",
    by: "pages",
    auth: "none",
    params: inOrg,
    query: ofPolicy,
    status: 303,
    throttle: PUBLIC,
    summary: "The complaint form sent by a browser without scripts",
  },
  trackingPage: {
    method: "GET",
    path: "/{org}/case/{caseId}/{token}",
    by: "pages",
    auth: "none",
    throttle: PUBLIC,
    params: ofCase.extend({ token: z.string().max(64) }),
    summary: "The customer's own view as a page",
  },
  cases: {
    method: "GET",
    path: "/v1/{org}/cases",
    by: "cases",
    auth: "staff",
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
    params: ofCase,
    reply: CaseView,
    summary: "One case with its clocks, evidence, timeline and what may be done next",
  },
  step: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/steps/{step}",
    by: "cases",
    auth: "staff",
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
    params: ofCase.extend({ exception: z.string().max(80) }),
    body: DecideException,
    reply: CaseView,
    summary: "Approve or refuse an exception",
  },
} as const satisfies Record<string, Route>;

export type RouteId = keyof typeof routes;

/** A complaint and every other JSON body: larger ones are answered 413. */
export const MAX_BODY_BYTES = 64 * 1024;
