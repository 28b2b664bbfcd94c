import * as z from "zod";
import { CustomerList, CustomersImported } from "../customers.ts";
import { dryRun, inOrg } from "../params.ts";
import type { Routes } from "./routes.ts";

/** The company's list of whom its surveys may ask. */
export const customersRoutes = {
  importCustomers: {
    method: "POST",
    path: "/v1/{org}/customers/imports",
    by: "customers",
    auth: "staff",
    may: "section",
    params: inOrg,
    query: z.object({
      dryRun: dryRun("lists nobody"),
    }),
    takesFile: true,
    reply: CustomersImported,
    summary: "List customers from an xlsx or CSV file, all or none; a column that is not theirs is a group",
  },
  customers: {
    method: "GET",
    path: "/v1/{org}/customers",
    by: "customers",
    auth: "staff",
    may: "section",
    params: inOrg,
    query: z.object({
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: CustomerList,
    summary: "The company's customers whom surveys may ask, a page of them",
  },
} as const satisfies Routes;

/** The empty file for it: writing one is the work of whoever hands out files. */
export const customersFileRoutes = {
  customersTemplate: {
    method: "GET",
    path: "/v1/{org}/customers/template",
    by: "campaigns",
    auth: "staff",
    may: "section",
    params: inOrg,
    query: z.object({ format: z.enum(["csv", "xlsx"]).default("xlsx") }),
    file: true,
    summary: "An empty list of customers, with two groups as an example",
  },
} as const satisfies Routes;
