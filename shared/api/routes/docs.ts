import * as z from "zod";
import { PUBLIC, type Routes } from "./routes.ts";

/** What describes the interface itself. */
export const docsRoutes = {
  openapi: {
    method: "GET",
    path: "/openapi.json",
    by: "docs",
    auth: "none",
    params: z.object({}),
    throttle: PUBLIC,
    summary: "This interface as OpenAPI 3.1",
  },
} as const satisfies Routes;
