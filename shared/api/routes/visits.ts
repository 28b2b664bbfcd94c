import * as z from "zod";
import { CivilDate } from "../../calendar/civil-date.ts";
import { BearerId, ObjectId } from "../../obligation/object.ts";
import { Slug } from "../../policy/terms.ts";
import { ObligationId } from "../../record/obligations/obligations.ts";
import { DutyList } from "../duties.ts";
import { dryRun, inOrg, ofPolicy } from "../params.ts";
import { PlanReasonBody, YearPlanBody, YearPlanView } from "../visit-plans.ts";
import { VisitSchedules } from "../visit-schedules.ts";
import { WeekView } from "../visit-week.ts";
import {
  DoneBody,
  FulfilledBody,
  ObjectList,
  ObjectsImported,
  ObjectView,
  RebookedBody,
  RelistedBody,
  RetiredBody,
  SignedBody,
  UnreachableBody,
  VisitedBody,
  VisitList,
  VisitView,
  WaivedBody,
} from "../visiting.ts";
import { PUBLIC, type Routes } from "./routes.ts";

const ofObject = inOrg.extend({ objectId: ObjectId });
const ofBearer = inOrg.extend({ objectId: BearerId });
const ofVisit = ofBearer.extend({ visitId: ObligationId });
const OBJECT = "/v1/{org}/visited/{objectId}";
const VISIT = `${OBJECT}/visits/{visitId}`;

const one = <P extends string>(path: P) =>
  ({
    method: "POST",
    path: `${VISIT}/${path}`,
    by: "visits",
    auth: "staff",
    may: "section",
    params: ofVisit,
    reply: VisitView,
  }) as const;

const object = <P extends string>(path: P) =>
  ({ method: "POST", path, by: "visits", auth: "staff", may: "section", params: ofObject, reply: ObjectView }) as const;

const ofPlan = inOrg.extend({ schedule: Slug, year: z.coerce.number().int().min(2020).max(2100) });
const PLAN = "/v1/{org}/visit-plans/{schedule}/{year}";

const plan = <P extends string>(path: P) =>
  ({
    method: "POST",
    path,
    by: "visits",
    auth: "staff",
    may: "section",
    params: ofPlan,
    query: ofPolicy,
    reply: YearPlanView,
  }) as const;

const seen = { method: "GET", by: "visits", auth: "staff" } as const;

/** What is visited by calendar, and the visits of it: planned, made, written down. */
export const visitRoutes = {
  putObject: {
    method: "POST",
    path: OBJECT,
    by: "visits",
    auth: "staff",
    may: "section",
    params: ofObject,
    query: ofPolicy,
    body: VisitedBody,
    reply: ObjectView,
    summary: "Say what is to be visited, or change it; its visits are planned within a minute, a year ahead",
  },
  retireObject: {
    ...object(`${OBJECT}/retirement`),
    body: RetiredBody,
    summary: "Take something off the list of what is visited, with the reason; what was made or missed stays",
  },
  relistObject: { ...object(`${OBJECT}/relisting`), body: RelistedBody, summary: "Put it back, with the reason" },
  visitSchedules: {
    ...seen,
    path: "/v1/{org}/visit-schedules",
    may: "member",
    params: inOrg,
    reply: VisitSchedules,
    summary: "By which regulations something is visited, and what one has to do with it",
  },
  objects: {
    ...seen,
    path: "/v1/{org}/visited",
    may: "read",
    params: inOrg,
    query: z.object({
      q: z.string().trim().max(100).optional().meta({ description: "in the number, the name or the contact" }),
      cursor: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: ObjectList,
    summary: "What the company visits, as far as one's role may see it",
  },
  objectVisits: {
    ...seen,
    path: `${OBJECT}/visits`,
    may: "read",
    params: ofBearer,
    query: z.object({
      from: CivilDate.optional().meta({ description: "of windows that end from this day on; all when absent" }),
      to: CivilDate.optional().meta({ description: "and until this one" }),
    }),
    reply: VisitList,
    summary: "What one object owes, or the company itself (`@` and the regulation), in the order of its windows",
  },
  scheduleDuties: {
    ...seen,
    path: "/v1/{org}/duties/{schedule}",
    may: "read",
    params: inOrg.extend({ schedule: Slug }),
    query: ofPolicy.extend({ from: CivilDate, to: CivilDate }),
    reply: DutyList,
    summary: "What a schedule asked for with windows that end in a period of at most a year, and how it stands",
  },
  dutyFulfilled: {
    ...one("fulfilment"),
    body: FulfilledBody,
    summary: "Write down that something that is no visit was done, with its time",
  },
  dutyWaived: { ...one("waiver"), body: WaivedBody, summary: "Say that it is not owed this time, with the reason" },
  plannedVisit: {
    ...seen,
    path: VISIT,
    may: "read",
    params: ofVisit,
    reply: VisitView,
    summary: "One obligation: when it is due, what its record asks, and what was written down",
  },
  visitWeek: {
    ...seen,
    path: "/v1/{org}/visits",
    may: "member",
    params: inOrg,
    query: z.object({ week: CivilDate.optional().meta({ description: "a day of the week; today when absent" }) }),
    reply: WeekView,
    summary: "What one owes in a week, and what is overdue: one's own and that of one's roles, the most urgent first",
  },
  visitDone: {
    ...one("done"),
    body: DoneBody,
    summary: "Write down a visit that was made, with the fields of its form",
  },
  visitUnreachable: { ...one("unreachable"), body: UnreachableBody, summary: "Write down that nobody was reached" },
  visitRebooked: { ...one("rebooked"), body: RebookedBody, summary: "Promise another time, with an apology" },
  yearPlan: {
    ...seen,
    path: PLAN,
    may: "section",
    params: ofPlan,
    query: ofPolicy,
    reply: YearPlanView,
    summary: "The plan of visits of a year, and whether it is approved",
  },
  draftYearPlan: { ...plan(PLAN), body: YearPlanBody, summary: "Draft the plan of a year; it plans nothing yet" },
  approveYearPlan: { ...plan(`${PLAN}/approve`), summary: "Approve it: its visits are planned within a minute" },
  returnYearPlan: { ...plan(`${PLAN}/return`), body: PlanReasonBody, summary: "Send it back, with the reason" },
  visitFeed: {
    method: "GET",
    path: "/v1/{org}/calendars/{list}/{token}/visits.ics",
    by: "visits",
    auth: "none",
    params: inOrg.extend({ list: z.string().max(120), token: z.string().max(64) }),
    file: "text/calendar",
    throttle: PUBLIC,
    summary: "The open visits of a person or a role as a calendar (RFC 5545), for whoever has its address",
  },
  visitSigned: { ...one("signature"), body: SignedBody, summary: "Write down the customer's signature" },
} as const satisfies Routes;

/** The list of what is visited as a file; reading files is the work of whoever takes cases over. */
export const objectFileRoutes = {
  importObjects: {
    method: "POST",
    path: "/v1/{org}/imports/visited",
    by: "imports",
    auth: "staff",
    may: "section",
    params: inOrg,
    query: ofPolicy.extend({ dryRun: dryRun("puts nothing on the list") }),
    takesFile: true,
    reply: ObjectsImported,
    summary: "Say what is to be visited from an xlsx or CSV file, all or none; the same file again changes nothing",
  },
} as const satisfies Routes;

/** The empty file for it. */
export const objectTemplateRoutes = {
  objectsTemplate: {
    method: "GET",
    path: "/v1/{org}/imports/visited/template",
    by: "find",
    auth: "staff",
    may: "section",
    params: inOrg,
    query: ofPolicy.extend({ format: z.enum(["csv", "xlsx"]).default("xlsx") }),
    file: true,
    summary: "An empty list of what a regulation visits, with its columns",
  },
} as const satisfies Routes;
