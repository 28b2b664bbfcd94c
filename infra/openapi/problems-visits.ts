import type { objectFileRoutes, objectTemplateRoutes, visitRoutes } from "../../shared/api/routes/visits.ts";
import type { ProblemCode } from "./problems.ts";

type VisitRoute = keyof typeof visitRoutes | keyof typeof objectFileRoutes | keyof typeof objectTemplateRoutes;

const json = ["body-too-large", "not-json", "malformed-json", "bad-fields"] as const;

/** What a command to a visit can be told. */
const visit = [
  ...(["not-a-member", "not-your-role", "no-such-visit", "not-found"] as const),
  ...json,
  "bad-idempotency-key",
  "key-reused",
  "nothing-to-do",
] as const;

/** What whoever asks for the plan of a year can be told. */
const planned = [
  ...(["not-a-member", "not-your-role", "no-such-org", "no-such-policy", "unknown-schedule", "not-found"] as const),
] as const;
const command = [...json, "bad-idempotency-key", "key-reused", "nothing-to-do"] as const;

const desk = ["not-a-member", "not-your-role", "no-such-org", "no-such-policy", "bad-fields"] as const;
const standing = [
  ...(["not-a-member", "not-your-role", "no-such-org", "no-such-policy", "no-such-object", "not-found"] as const),
  ...command,
] as const;

/** Which refusals the routes of visits can answer with. */
export const visitProblems: Readonly<Record<VisitRoute, readonly ProblemCode[]>> = {
  putObject: [
    ...(["not-a-member", "not-your-role", "no-such-org", "no-such-policy", "unknown-schedule", "not-found"] as const),
    ...json,
    "object-taken",
  ],
  retireObject: standing,
  relistObject: standing,
  importObjects: [...desk, "not-a-sheet", "file-too-large", "bad-rows"],
  objectsTemplate: desk,
  visitSchedules: ["not-a-member", "no-such-org"],
  objects: ["not-a-member", "bad-fields"],
  objectVisits: ["not-a-member", "not-your-role", "no-such-object", "not-found", "bad-fields"],
  plannedVisit: ["not-a-member", "not-your-role", "no-such-visit", "not-found"],
  scheduleDuties: [...desk, "unknown-schedule"],
  dutyFulfilled: [...visit, "shown-by-record"],
  dutyWaived: visit,
  visitWeek: ["not-a-member", "no-such-org", "bad-fields"],
  yearPlan: planned,
  draftYearPlan: [...planned, ...command],
  approveYearPlan: [...planned, ...command, "same-side"],
  returnYearPlan: [...planned, ...command],
  visitFeed: ["not-found"],
  visitDone: visit,
  visitUnreachable: visit,
  visitRebooked: visit,
  visitSigned: visit,
};
