import * as z from "zod";
import { CivilDate } from "../../calendar/civil-date.ts";
import { ActionId, InspectionId } from "../../kernel/ids.ts";
import { ObjectId } from "../../obligation/object.ts";
import { Slug } from "../../policy/terms.ts";
import {
  CommonAction,
  CommonDoneBody,
  CommonProblems,
  CommonVerifiedBody,
  PlanCommonBody,
} from "../common-problems.ts";
import {
  InspectionBody,
  InspectionPhotosBody,
  RectificationBody,
  RectifierBody,
  SafetyApprovalBody,
  SignFindingBody,
  VerificationBody,
} from "../inspection-bodies.ts";
import {
  FindingList,
  InspectedList,
  InspectionForms,
  InspectionList,
  InspectionTickets,
  InspectionView,
} from "../inspections.ts";
import { aPage, inMonth, inOrg, ofPolicy } from "../params.ts";
import type { Routes } from "./routes.ts";

const BASE = "/v1/{org}/inspections";
const ofInspection = inOrg.extend({ inspectionId: InspectionId });
const ofLine = ofInspection.extend({ n: z.coerce.number().int().min(1).max(99) });
const staff = { by: "inspections", auth: "staff" } as const;

const line = <P extends string>(path: P) =>
  ({
    ...staff,
    method: "POST",
    path: `${BASE}/{inspectionId}/lines/{n}/${path}`,
    may: "section",
    params: ofLine,
    reply: InspectionView,
  }) as const;

const days = {
  from: CivilDate.meta({ description: "the first day on which it was made" }),
  to: CivilDate.meta({ description: "the last day; at most a year later" }),
};
const finding = {
  department: z.string().max(100).optional().meta({ description: "whose findings alone" }),
  inspector: z.string().max(100).optional().meta({ description: "of whose inspections alone, by a name of theirs" }),
};

const ofAction = inOrg.extend({ actionId: ActionId });
const onDay = ofPolicy.extend({ on: CivilDate.meta({ description: "a day of the period" }) });
const action = <P extends string>(path: P) =>
  ({
    ...staff,
    method: "POST",
    path: `/v1/{org}/common-problems/{actionId}/${path}`,
    may: "section",
    params: ofAction,
    query: onDay,
    reply: CommonAction,
  }) as const;

/** Inspections: handed in, what they found, and what became of it. */
export const inspectionRoutes = {
  inspectionForms: {
    ...staff,
    method: "GET",
    path: "/v1/{org}/inspection-forms",
    may: "member",
    params: inOrg,
    reply: InspectionForms,
    summary: "The inspections that one makes, with their checklists and limits",
  },
  fileInspection: {
    ...staff,
    method: "POST",
    path: BASE,
    may: "section",
    params: inOrg,
    query: ofPolicy,
    body: InspectionBody,
    reply: InspectionView,
    status: 201,
    summary: "Hand in an inspection; sent again under its Idempotency-Key it is the same one, however late it comes",
  },
  inspections: {
    ...staff,
    method: "GET",
    path: BASE,
    may: "read",
    params: inOrg,
    query: ofPolicy.extend({
      month: inMonth("of UTC; this month when absent"),
      ...aPage,
    }),
    reply: InspectionList,
    summary: "The inspections of a month, the last first, as far as one's role may see them",
  },
  inspection: {
    ...staff,
    method: "GET",
    path: `${BASE}/{inspectionId}`,
    may: "read",
    params: ofInspection,
    reply: InspectionView,
    summary: "One inspection: what was seen, its photos, its findings and what the reader may do about them",
  },
  inspectionPhotos: {
    ...staff,
    method: "POST",
    path: `${BASE}/{inspectionId}/photos`,
    may: "section",
    params: ofInspection,
    body: InspectionPhotosBody,
    reply: InspectionTickets,
    summary: "Tickets to upload photos of its lines; a photo stands in the inspection once it was looked at",
  },
  signFinding: { ...line("signature"), body: SignFindingBody, summary: "Sign for a finding, as the responsible head" },
  assignFinding: { ...line("rectifier"), body: RectifierBody, summary: "Name who puts a finding right, and by when" },
  rectifyFinding: {
    ...line("rectification"),
    body: RectificationBody,
    summary: "Say that a finding is put right, and how",
  },
  verifyFinding: {
    ...line("verification"),
    body: VerificationBody,
    summary: "Verify it, as the inspecting side; what failed goes back",
  },
  approveBeyond: {
    ...line("approval"),
    body: SafetyApprovalBody,
    summary: "Approve, or not, what lies outside of its limit",
  },
  findings: {
    ...staff,
    method: "GET",
    path: "/v1/{org}/findings",
    may: "read",
    params: inOrg,
    query: ofPolicy.extend({ ...finding, cursor: z.string().max(300).optional() }),
    reply: FindingList,
    summary: "Open findings, the most urgent first",
  },
  findingsSheet: {
    ...staff,
    method: "GET",
    path: "/v1/{org}/findings/sheet",
    may: "export",
    params: inOrg,
    query: ofPolicy.extend({ ...days, ...finding, format: z.enum(["csv", "xlsx"]).default("xlsx") }),
    file: true,
    summary: "The findings of inspections made in a stretch of days, open or closed, as a sheet",
  },
  inspectedObject: {
    ...staff,
    method: "GET",
    path: "/v1/{org}/inspected/{objectId}",
    may: "read",
    params: inOrg.extend({ objectId: ObjectId }),
    query: z.object({ schedule: Slug.optional() }),
    reply: InspectedList,
    summary: "The inspections of one object of the ledger, the last first",
  },
  commonProblems: {
    ...staff,
    method: "GET",
    path: "/v1/{org}/common-problems",
    may: "read",
    params: inOrg,
    query: onDay,
    reply: CommonProblems,
    summary: "The problems that a quarter's inspections have in common, and what is done about them",
  },
  planCommonAction: {
    ...action("plan"),
    body: PlanCommonBody,
    summary: "Plan the action on a common problem, with its cause, measures and owner",
  },
  commonActionDone: { ...action("done"), body: CommonDoneBody, summary: "Say that it is carried out" },
  commonActionVerified: {
    ...action("verification"),
    body: CommonVerifiedBody,
    summary: "Verify that it worked, or send it back",
  },
} as const satisfies Routes;
