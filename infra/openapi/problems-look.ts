import type { lookRoutes } from "../../shared/api/routes/look.ts";
import type { ProblemCode } from "./problems.ts";

const json = ["body-too-large", "not-json", "malformed-json", "bad-fields"] as const;

/** Which refusals the routes of letters' looks can answer with. */
export const lookProblems: Readonly<Record<keyof typeof lookRoutes, readonly ProblemCode[]>> = {
  look: ["not-a-member", "no-such-org"],
  chooseLook: [
    ...(["not-a-member", "not-your-role", "no-such-org"] as const),
    ...json,
    "bad-idempotency-key",
    "bad-if-match",
    "key-reused",
    "overtaken",
  ],
  previewLook: ["not-a-member", "no-such-org", "no-such-policy", ...json],
};
