import * as z from "zod";
import { CivilDate } from "../../calendar/civil-date.ts";
import { Slug } from "../../policy/terms.ts";
import { FigureList, FigureParts, GivenBody } from "../kpis.ts";
import { inOrg, ofPolicy } from "../params.ts";
import type { Routes } from "./routes.ts";

const ofFigure = inOrg.extend({ kpi: Slug, period: z.string().max(20) });
const ONE = "/v1/{org}/kpis/{kpi}/{period}";

const asOf = ofPolicy.extend({
  on: CivilDate.optional().meta({
    description: "each figure is that of its own period which holds this day of the office; today when absent",
  }),
  earlier: z.coerce.number().int().min(0).max(12).default(5).meta({ description: "of how many periods before it too" }),
});

/** The figures by which a regulation is measured. */
export const kpiRoutes = {
  kpis: {
    method: "GET",
    path: "/v1/{org}/kpis",
    by: "kpis",
    auth: "staff",
    may: "read",
    params: inOrg,
    query: asOf,
    reply: FigureList,
    summary: "The figures of a regulation with target, verdict and the periods before",
  },
  exportKpis: {
    method: "GET",
    path: "/v1/{org}/kpis/export",
    by: "kpis",
    auth: "staff",
    may: "export",
    params: inOrg,
    query: asOf.extend({ format: z.enum(["csv", "xlsx"]).default("xlsx") }),
    file: true,
    summary: "The same as a sheet",
  },
  kpiParts: {
    method: "GET",
    path: `${ONE}/parts`,
    by: "kpis",
    auth: "staff",
    may: "read",
    params: ofFigure,
    query: ofPolicy.extend({
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    reply: FigureParts,
    summary: "The cases or surveys that make up a figure, the latest first; together they are the whole of it",
  },
  giveKpi: {
    method: "POST",
    path: ONE,
    by: "kpis",
    auth: "staff",
    may: "section",
    params: ofFigure,
    query: ofPolicy,
    body: GivenBody,
    reply: FigureList,
    summary: "Write down, or correct, what nothing counts of a figure for a period",
  },
} as const satisfies Routes;
