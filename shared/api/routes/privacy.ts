import * as z from "zod";
import { ofCase } from "../params.ts";
import { AuditReply, DisclosureBody, DisclosureReply, ErasureBody, HoldBody, KeepingReply } from "../privacy.ts";
import type { Routes } from "./routes.ts";

/** What is done to the data of a case: proven, held, disclosed, erased. */
export const privacyRoutes = {
  audit: {
    method: "GET",
    path: "/v1/{org}/cases/{caseId}/audit",
    by: "privacy",
    auth: "staff",
    may: "read",
    params: ofCase,
    reply: AuditReply,
    summary: "The whole timeline with its proof; what the caller may not read stands there as digests",
  },
  keeping: {
    method: "GET",
    path: "/v1/{org}/cases/{caseId}/keeping",
    by: "privacy",
    auth: "staff",
    may: "read",
    params: ofCase,
    reply: KeepingReply,
    summary: "How long the data of a case is kept, what holds it, and whether it is erased",
  },
  hold: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/holds",
    by: "privacy",
    auth: "staff",
    may: "section",
    params: ofCase,
    body: HoldBody,
    reply: KeepingReply,
    summary: "Put a legal hold on a case: nothing of it is erased until it is released",
  },
  releaseHold: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/holds/{hold}/release",
    by: "privacy",
    auth: "staff",
    may: "section",
    params: ofCase.extend({ hold: z.string().max(32) }),
    body: HoldBody,
    reply: KeepingReply,
    summary: "Release a legal hold",
  },
  disclose: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/disclosures",
    by: "privacy",
    auth: "staff",
    may: "section",
    params: ofCase,
    body: DisclosureBody,
    reply: DisclosureReply,
    summary: "Disclose data of a case to an authority on a legal basis; what was given, to whom and why is kept",
  },
  erase: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/erasure",
    by: "privacy",
    auth: "staff",
    may: "section",
    params: ofCase,
    body: ErasureBody,
    reply: KeepingReply,
    summary: "Erase the personal data of a closed case that nothing keeps; statistics and proof stay",
  },
} as const satisfies Routes;
