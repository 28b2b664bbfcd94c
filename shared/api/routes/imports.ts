import { ImportReply } from "../imports.ts";
import { dryRun, inOrg, ofPolicy } from "../params.ts";
import type { Routes } from "./routes.ts";

/** Taking over cases that were kept elsewhere. */
export const importRoutes = {
  importCases: {
    method: "POST",
    path: "/v1/{org}/imports",
    by: "imports",
    auth: "staff",
    may: "register",
    params: inOrg,
    query: ofPolicy.extend({
      dryRun: dryRun("takes nothing over"),
    }),
    takesFile: true,
    reply: ImportReply,
    summary: "Take cases over from an xlsx or CSV file, all or none; the same file again finds what it made",
  },
} as const satisfies Routes;
