import type * as z from "zod";
import type { Capability } from "../../policy/capability.ts";

/**
 * One row of the HTTP interface: who may call what, with which body, and which function answers. The stack makes its
 * routes, authorizers and throttles from it, the functions their handlers, and /openapi.json its document.
 */
export type Route = Described & (Open | ForStaff);

/** `none`: anybody; `token`: the case's tracking token. */
type Open = { readonly auth: "none" | "token" };

/** An OIDC token with a role of the organisation. */
type ForStaff = {
  readonly auth: "staff";
  /**
   * What the caller's role must be able to do. `section`: the part of the regulation that the command speaks of names its
   * roles (steps, approvals, signatures …); `member`: any role in the company.
   */
  readonly may: Capability | "section" | "member";
};

type Described = {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** The Lambda that answers. */
  readonly by:
    | "public"
    | "registers"
    | "docs"
    | "pages"
    | "customer"
    | "cases"
    | "find"
    | "imports"
    | "privacy"
    | "survey"
    | "campaigns"
    | "opinions"
    | "customers"
    | "visits"
    | "look"
    | "inspections"
    | "digests"
    | "kpis"
    | "reports";
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly reply?: z.ZodType;
  /** Its body is an xlsx or CSV file, larger than any JSON may be. */
  readonly takesFile?: true;
  /** It answers with a sheet to keep, or with a file of this type, not with JSON. */
  readonly file?: true | "text/calendar";
  readonly status?: 200 | 201 | 303;
  /** Requests a second, and in a burst, for the whole stage. */
  readonly throttle?: { readonly rate: number; readonly burst: number };
};

/** The routes of one function. */
export type Routes = Readonly<Record<string, Route>>;

/** For what anybody may call. */
export const PUBLIC = { rate: 100, burst: 200 } as const;

/** A complaint and every other JSON body: larger ones are answered 413. */
export const MAX_BODY_BYTES = 64 * 1024;
