import type { inspectionRoutes } from "../../shared/api/routes/inspections.ts";
import type { ProblemCode } from "./problems.ts";

const member = ["not-a-member", "not-your-role", "not-found"] as const;
const json = ["body-too-large", "not-json", "malformed-json", "bad-fields"] as const;
const company = ["not-a-member", "not-your-role", "no-such-org", "no-such-policy", "bad-fields"] as const;
const keyed = [...json, "bad-idempotency-key", "key-reused", "nothing-to-do"] as const;

/** What a command to a line of an inspection can be told. */
const line = [...member, "no-such-inspection", ...keyed] as const;
/** What a command to the action on a common problem can be told. */
const action = [...member, "no-such-org", "no-such-policy", "unknown-action", ...keyed] as const;

/** Which refusals the routes of inspections can answer with. */
export const inspectionProblems: Readonly<Record<keyof typeof inspectionRoutes, readonly ProblemCode[]>> = {
  inspectionForms: ["not-a-member", "no-such-org"],
  fileInspection: [
    ...(["not-a-member", "not-your-role", "same-side", "no-such-org", "no-such-policy", "unknown-inspection"] as const),
    ...(["not-found", ...json, "bad-idempotency-key", "key-reused"] as const),
  ],
  inspections: company,
  inspection: [...member, "no-such-inspection"],
  inspectionPhotos: [...member, "no-such-inspection", ...json],
  signFinding: line,
  assignFinding: [...line, "finding-not-signed"],
  rectifyFinding: [...line, "finding-not-signed"],
  verifyFinding: [...line, "same-side"],
  approveBeyond: line,
  findings: company,
  findingsSheet: company,
  inspectedObject: [...member, "no-such-object", "no-such-org", "no-such-policy", "bad-fields"],
  commonProblems: company,
  planCommonAction: action,
  commonActionDone: action,
  commonActionVerified: [...action, "same-side"],
};
