import type { digestRoutes } from "../../shared/api/routes/digests.ts";
import type { ProblemCode } from "./problems.ts";
import { lookProblems } from "./problems-look.ts";

/** Which refusals the routes of digests can answer with. */
const digestProblems: Readonly<Record<keyof typeof digestRoutes, readonly ProblemCode[]>> = {
  digestNow: ["not-a-member", "no-such-org", "bad-fields"],
  digests: ["not-a-member", "no-such-org", "bad-fields"],
  digest: ["not-a-member", "no-such-org", "not-found", "bad-fields"],
};

/** The same of everything about letters. */
export const letterProblems = { ...lookProblems, ...digestProblems } as const;
