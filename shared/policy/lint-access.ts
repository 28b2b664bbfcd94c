import type { Policy } from "./policy.ts";
import { type Problem, problem } from "./problem.ts";

type Acting = readonly (readonly [path: string, roles: readonly string[]])[];

/** Who does something to a case, and where the policy says so. */
const acting = (policy: Policy): Acting => [
  ["intake.receivedBy", policy.intake === undefined ? [] : [policy.intake.receivedBy]],
  ...(policy.workflow?.steps ?? []).map(({ by }, at) => [`workflow.steps[${at}].by`, by] as const),
  ...policy.extensions.map(
    ({ requestedBy, approver }, at) => [`extensions[${at}]`, [...requestedBy, approver]] as const,
  ),
  ...policy.exceptions.map(({ approver }, at) => [`exceptions[${at}].approver`, [approver]] as const),
  ...policy.routing.map(({ by }, at) => [`routing[${at}].by`, by] as const),
  ["liability.decidedBy", policy.liability?.decidedBy ?? []],
];

/** Whoever does something to a case sees it first (§3.8). */
export const lintAccess = (policy: Policy): readonly Problem[] => {
  const blind = new Set(policy.roles.filter(({ may }) => !may.includes("read")).map(({ id }) => id));
  return acting(policy).flatMap(([path, roles]) =>
    roles
      .filter((role) => blind.has(role))
      .map((role) =>
        problem(path, "role-cannot-read", `"${role}" has something to do here and may not read the case.`),
      ),
  );
};
