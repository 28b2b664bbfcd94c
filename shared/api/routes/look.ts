import { LookBody, LookView, PreviewBody, PreviewReply } from "../look.ts";
import { inOrg } from "../params.ts";
import type { Routes } from "./routes.ts";

/** What a company's letters look like. */
export const lookRoutes = {
  look: {
    method: "GET",
    path: "/v1/{org}/letters/look",
    by: "look",
    auth: "staff",
    may: "member",
    params: inOrg,
    reply: LookView,
    summary: "What the company's letters look like, who chose it, and which letters there are",
  },
  chooseLook: {
    method: "POST",
    path: "/v1/{org}/letters/look",
    by: "look",
    auth: "staff",
    may: "section",
    params: inOrg,
    body: LookBody,
    reply: LookView,
    summary: "Dress the company's letters: name, colours, signature, small print",
  },
  previewLook: {
    method: "POST",
    path: "/v1/{org}/letters/preview",
    by: "look",
    auth: "staff",
    may: "member",
    params: inOrg,
    body: PreviewBody,
    reply: PreviewReply,
    summary: "A letter of an invented case, in a look that need not be chosen yet; nothing is sent",
  },
} as const satisfies Routes;
