import * as z from "zod";
import { Slug } from "../../policy/terms.ts";
import { CaseView } from "../case-view.ts";
import { ofCase } from "../params.ts";
import { AssignBody, DuplicateBody, GiveBackBody, NeedBody, nth, OpinionBody, TakeOverBody } from "../routing.ts";
import type { Routes } from "./routes.ts";

const common = { method: "POST", by: "cases", auth: "staff", may: "section", reply: CaseView } as const;

/** Who has a case: giving it on, taking it over, what a route needs, and departments that are heard. */
export const routingRoutes = {
  assign: {
    ...common,
    path: "/v1/{org}/cases/{caseId}/assignments",
    params: ofCase,
    body: AssignBody,
    summary:
      "Give the case to a role by a route of the regulation; whoever had it answers for it until they take it over",
  },
  takeOver: {
    ...common,
    path: "/v1/{org}/cases/{caseId}/assignments/{assignment}/acknowledgement",
    params: ofCase.extend({ assignment: nth }),
    body: TakeOverBody,
    summary: "Acknowledge and take over what was given",
  },
  giveBack: {
    ...common,
    path: "/v1/{org}/cases/{caseId}/assignments/{assignment}/return",
    params: ofCase.extend({ assignment: nth }),
    body: GiveBackBody,
    summary: "Give back what was given, with a reason",
  },
  recordNeed: {
    ...common,
    path: "/v1/{org}/cases/{caseId}/routes/{route}/needs/{need}",
    params: ofCase.extend({ route: Slug, need: nth }),
    body: NeedBody,
    summary: "Record that something is there which a route needs: the customer's authorisation, a written note",
  },
  decideDuplicate: {
    ...common,
    may: "note",
    path: "/v1/{org}/cases/{caseId}/duplicates/{other}",
    params: ofCase.extend({ other: z.string().max(64) }),
    body: DuplicateBody,
    summary: "Say whether a linked case is the same matter; the other is told by the next wake-up",
  },
  giveOpinion: {
    ...common,
    path: "/v1/{org}/cases/{caseId}/opinions",
    params: ofCase,
    body: OpinionBody,
    summary: "Record what a department holds; once two disagree, the case goes to whoever rules between them",
  },
} as const satisfies Routes;
