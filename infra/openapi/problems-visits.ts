import type { visitRoutes } from "../../shared/api/routes/visits.ts";
import type { ProblemCode } from "./problems.ts";

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

/** Which refusals the routes of visits can answer with. */
export const visitProblems: Readonly<Record<keyof typeof visitRoutes, readonly ProblemCode[]>> = {
  putObject: [
    ...(["not-a-member", "not-your-role", "no-such-org", "no-such-policy", "unknown-schedule", "not-found"] as const),
    ...json,
  ],
  objects: ["not-a-member", "bad-fields"],
  objectVisits: ["not-a-member", "not-your-role", "no-such-object", "not-found"],
  plannedVisit: ["not-a-member", "not-your-role", "no-such-visit", "not-found"],
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
