import { addressRoutes } from "./routes/addresses.ts";
import { campaignRoutes } from "./routes/campaigns.ts";
import { caseRoutes } from "./routes/cases.ts";
import { customerRoutes } from "./routes/customer.ts";
import { customersFileRoutes, customersRoutes } from "./routes/customers.ts";
import { digestRoutes } from "./routes/digests.ts";
import { docsRoutes } from "./routes/docs.ts";
import { findRoutes } from "./routes/find.ts";
import { importRoutes } from "./routes/imports.ts";
import { inspectionRoutes } from "./routes/inspections.ts";
import { kpiRoutes } from "./routes/kpis.ts";
import { lookRoutes } from "./routes/look.ts";
import { opinionRoutes } from "./routes/opinions.ts";
import { pageRoutes, wordRoutes } from "./routes/pages.ts";
import { privacyRoutes } from "./routes/privacy.ts";
import { publicRoutes } from "./routes/public.ts";
import { registerRoutes } from "./routes/registers.ts";
import { reportRoutes } from "./routes/reports.ts";
import type { Routes } from "./routes/routes.ts";
import { routingRoutes } from "./routes/routing.ts";
import { surveyRoutes } from "./routes/survey.ts";
import { objectFileRoutes, objectTemplateRoutes, visitRoutes } from "./routes/visits.ts";

/** The whole HTTP interface in one table; each function carries only its own part of it. */
export const routes = {
  ...publicRoutes,
  ...docsRoutes,
  ...pageRoutes,
  ...wordRoutes,
  ...customerRoutes,
  ...findRoutes,
  ...importRoutes,
  ...caseRoutes,
  ...routingRoutes,
  ...privacyRoutes,
  ...addressRoutes,
  ...surveyRoutes,
  ...campaignRoutes,
  ...opinionRoutes,
  ...visitRoutes,
  ...objectFileRoutes,
  ...objectTemplateRoutes,
  ...customersRoutes,
  ...customersFileRoutes,
  ...registerRoutes,
  ...reportRoutes,
  ...lookRoutes,
  ...inspectionRoutes,
  ...digestRoutes,
  ...kpiRoutes,
} as const satisfies Routes;

export type RouteId = keyof typeof routes;
