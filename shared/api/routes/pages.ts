import * as z from "zod";
import { inOrg, ofCase, ofCopy, ofPolicy } from "../params.ts";
import { PUBLIC, type Routes } from "./routes.ts";

/** The customer's pages, made on the server. */
export const pageRoutes = {
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
} as const satisfies Routes;

/** Pages on which somebody gives their word: they are answered where words are taken, with all that decides on them. */
export const wordRoutes = {
  confirmPost: {
    method: "POST",
    path: "/{org}/case/{caseId}/{token}",
    by: "customer",
    auth: "none",
    throttle: PUBLIC,
    params: ofCase.extend({ token: z.string().max(64) }),
    status: 303,
    summary: "Confirm, or object to, what waits for the customer, from their page",
  },
  copyPage: {
    method: "GET",
    path: "/{org}/copy/{caseId}/{form}/{copy}/{token}",
    by: "customer",
    auth: "none",
    throttle: PUBLIC,
    params: ofCopy.extend({ token: z.string().max(64) }),
    summary: "A copy that was sent outside, as a page",
  },
  copyPost: {
    method: "POST",
    path: "/{org}/copy/{caseId}/{form}/{copy}/{token}",
    by: "customer",
    auth: "none",
    throttle: PUBLIC,
    params: ofCopy.extend({ token: z.string().max(64) }),
    status: 303,
    summary: "Acknowledge a copy that was sent outside, from its page",
  },
} as const satisfies Routes;
