import * as z from "zod";
import { CaseKind } from "../../policy/case-kind.ts";
import { Name } from "../../policy/terms.ts";
import { DeskReply } from "../desk.ts";
import { CaseList } from "../list-view.ts";
import { aPage, inMonth, inOrg, ofPolicy } from "../params.ts";
import type { Routes } from "./routes.ts";

const When = z.union([z.iso.date(), z.iso.datetime({ offset: true })]).meta({
  description: "a moment with its offset; a date means its first moment at the office",
  examples: ["2026-11-01", "2026-11-01T12:00:00+08:00"],
});

const Page = z.object(aPage);

/** Which cases; what is left out is not asked. */
const Filters = ofPolicy.extend({
  state: z.string().max(60).optional(),
  desk: Name.optional().meta({ description: "the role that has it" }),
  person: z.string().max(200).optional().meta({ description: "who has it in hand, by its `sub`; `me` is the caller" }),
  category: z
    .string()
    .max(60)
    .optional()
    .meta({ description: "a code of the regulation's tree; its finer ones are among it" }),
  kind: CaseKind.optional().meta({ description: "a complaint, a claim …, whatever the form calls it" }),
  dueFrom: When.optional(),
  dueBefore: When.optional(),
});

const Received = z.object({
  month: inMonth("received in that month at the office; instead of `from` and `before`"),
  from: When.optional().meta({ description: "received at or after; a year ago when absent" }),
  before: When.optional().meta({ description: "received before; now when absent" }),
});

const Open = z.object({
  open: z
    .enum(["true", "false"])
    .transform((said) => said === "true")
    .optional(),
});

const Format = z.object({ format: z.enum(["csv", "xlsx"]).default("xlsx") });

/** What staff look up, list and take away as files, an empty one to fill among them. */
export const findRoutes = {
  desk: {
    method: "GET",
    path: "/v1/{org}/desk",
    by: "find",
    auth: "staff",
    may: "member",
    params: inOrg,
    reply: DeskReply,
    summary: "The regulations that take cases, how their lists can be cut, and what the caller may do with them",
  },
  cases: {
    method: "GET",
    path: "/v1/{org}/cases",
    by: "find",
    auth: "staff",
    may: "read",
    params: inOrg,
    query: Filters.extend({
      ...Received.shape,
      ...Page.shape,
      number: z.string().max(64).optional(),
      open: Open.shape.open.meta({
        description: "closed ones when false, the last received first; open ones otherwise",
      }),
    }),
    reply: CaseList,
    summary: "Open cases, most urgent first; closed ones; or the one with a number",
  },
  search: {
    method: "GET",
    path: "/v1/{org}/cases/search",
    by: "find",
    auth: "staff",
    may: "read",
    params: inOrg,
    query: ofPolicy.extend({
      q: z.string().trim().min(1).max(200).meta({
        description: "a number, a telephone, an e-mail address, an order, waybill or serial number, or words",
      }),
      cursor: Page.shape.cursor,
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    reply: CaseList,
    summary: "Find cases by number, contact, what the regulation says identifies them, or words of the customer's text",
  },
  register: {
    method: "GET",
    path: "/v1/{org}/register",
    by: "find",
    auth: "staff",
    may: "read",
    params: inOrg,
    query: Filters.extend({ ...Received.shape, ...Open.shape, ...Page.shape }),
    reply: CaseList,
    summary: "The tracking register: all cases by their receipt, open and closed",
  },
  exportCases: {
    method: "GET",
    path: "/v1/{org}/cases/export",
    by: "find",
    auth: "staff",
    may: "export",
    params: inOrg,
    query: Filters.extend({ ...Format.shape, cursor: Page.shape.cursor }),
    file: true,
    summary: "The list of open cases as a file; of a longer one in parts, the next at the address in `link`",
  },
  exportRegister: {
    method: "GET",
    path: "/v1/{org}/register/export",
    by: "find",
    auth: "staff",
    may: "export",
    params: inOrg,
    query: Filters.extend({ ...Received.shape, ...Open.shape, ...Format.shape, cursor: Page.shape.cursor }),
    file: true,
    summary: "The tracking register as a file; of a longer one in parts, the next at the address in `link`",
  },
  importTemplate: {
    method: "GET",
    path: "/v1/{org}/imports/template",
    by: "find",
    auth: "staff",
    may: "register",
    params: inOrg,
    query: ofPolicy.extend({ format: Format.shape.format }),
    file: true,
    summary: "An empty file of cases with the columns of a regulation's form",
  },
} as const satisfies Routes;
