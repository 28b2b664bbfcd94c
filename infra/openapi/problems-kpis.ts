import type { kpiRoutes } from "../../shared/api/routes/kpis.ts";
import type { ProblemCode } from "./problems.ts";
import { letterProblems } from "./problems-letters.ts";

const measured = ["not-a-member", "not-your-role", "no-such-org", "no-such-policy", "bad-fields"] as const;

const kpiProblems: Readonly<Record<keyof typeof kpiRoutes, readonly ProblemCode[]>> = {
  kpis: measured,
  exportKpis: measured,
  kpiParts: [...measured, "unknown-figure", "not-found"],
  giveKpi: [
    ...measured,
    ...(["body-too-large", "not-json", "malformed-json", "bad-idempotency-key", "key-reused", "not-found"] as const),
    ...(["unknown-figure", "figure-counted", "period-ahead", "too-many-corrections"] as const),
  ],
};

/** Which refusals the routes of figures, and those about letters, can answer with. */
export const officeProblems = { ...letterProblems, ...kpiProblems };
