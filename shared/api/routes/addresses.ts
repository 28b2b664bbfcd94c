import * as z from "zod";
import { SuppressionId } from "../../record/suppression.ts";
import { CaseAddress, ClosedAddresses, LiftBody } from "../addresses.ts";
import { inOrg, ofCase } from "../params.ts";
import type { Routes } from "./routes.ts";

/** Addresses that nothing is sent to, and how mail goes to them again. */
export const addressRoutes = {
  closedAddresses: {
    method: "GET",
    path: "/v1/{org}/addresses",
    by: "privacy",
    auth: "staff",
    may: "section",
    params: inOrg,
    query: z.object({
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    reply: ClosedAddresses,
    summary: "The addresses of customers that nothing is, or was, sent to, masked, the last closed first",
  },
  liftAddress: {
    method: "POST",
    path: "/v1/{org}/addresses/{suppression}/lift",
    by: "privacy",
    auth: "staff",
    may: "section",
    params: inOrg.extend({ suppression: SuppressionId }),
    body: LiftBody,
    reply: CaseAddress,
    summary: "Let mail go to an address again; who did it and why is kept",
  },
  caseAddress: {
    method: "GET",
    path: "/v1/{org}/cases/{caseId}/address",
    by: "privacy",
    auth: "staff",
    may: "read",
    params: ofCase,
    reply: CaseAddress,
    summary: "Whether mail goes to the customer of a case, and why not",
  },
  liftCaseAddress: {
    method: "POST",
    path: "/v1/{org}/cases/{caseId}/address/lift",
    by: "privacy",
    auth: "staff",
    may: "note",
    params: ofCase,
    body: LiftBody,
    reply: CaseAddress,
    summary: "Let mail go to the customer of a case again; after a complaint only whoever looks after data may",
  },
} as const satisfies Routes;
