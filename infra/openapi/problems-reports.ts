import type { reportRoutes } from "../../shared/api/routes/reports.ts";
import type { ProblemCode } from "./problems.ts";

const json = ["body-too-large", "not-json", "malformed-json", "bad-fields"] as const;
const found = ["not-a-member", "not-your-role", "no-such-org", "no-such-policy", "no-such-report"] as const;
const read = [...found, "period-not-ended", "not-found", "bad-fields"] as const;
const command = ["not-a-member", "not-your-role", "no-such-report", "not-found", "report-closed"] as const;
const keyed = [...command, ...json, "bad-idempotency-key", "key-reused"] as const;

/** Which refusals the routes of reports can answer with. */
export const reportProblems: Readonly<Record<keyof typeof reportRoutes, readonly ProblemCode[]>> = {
  reportSchedules: ["not-a-member", "no-such-org"],
  reportDrafts: ["not-a-member"],
  reports: ["not-a-member", "no-such-org", "no-such-policy", "bad-fields"],
  beginReport: [...found, "period-not-ended", ...json],
  report: read,
  writeReport: keyed,
  compileReport: command,
  submitReport: [...keyed, "report-changed", "action-missing"],
  correctReport: keyed,
  reportFile: read,
};
