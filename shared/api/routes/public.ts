import { FileReply, FormReply, PhotosBody, PhotosReply } from "../bodies.ts";
import { inOrg, ofCase, ofPolicy } from "../params.ts";
import { TrackingView } from "../views.ts";
import { PUBLIC, type Routes } from "./routes.ts";

/** What anybody may ask, and what a tracking token opens. */
export const publicRoutes = {
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
} as const satisfies Routes;
