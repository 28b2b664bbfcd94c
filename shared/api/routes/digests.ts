import * as z from "zod";
import { DigestShown, DigestsPage } from "../digests.ts";
import { inMonth, inOrg } from "../params.ts";
import type { Routes } from "./routes.ts";

/** The mails that tell roles how things stand. */
export const digestRoutes = {
  digestNow: {
    method: "GET",
    path: "/v1/{org}/digest",
    by: "digests",
    auth: "staff",
    may: "member",
    params: inOrg,
    reply: DigestShown,
    summary: "The digest of the caller's roles as it would be now; nothing is sent or kept",
  },
  digests: {
    method: "GET",
    path: "/v1/{org}/digests",
    by: "digests",
    auth: "staff",
    may: "member",
    params: inOrg,
    query: z.strictObject({
      month: inMonth("2026-11, of UTC; this month where nothing is said"),
      cursor: z.string().max(400).optional(),
    }),
    reply: DigestsPage,
    summary: "The digests of the caller's roles in a month, the last first: to whom, and what became of each",
  },
  digest: {
    method: "GET",
    path: "/v1/{org}/digests/{digest}",
    by: "digests",
    auth: "staff",
    may: "member",
    params: inOrg.extend({ digest: z.string().regex(/^\d{4}-\d{2}-\d{2}\.[A-Za-z0-9_-]{22}$/) }),
    reply: DigestShown,
    summary: "A digest of the caller's roles as it was, the parts of those roles alone",
  },
} as const satisfies Routes;
