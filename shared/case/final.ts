import type { Policy } from "../policy/policy.ts";

/** Nothing runs and nothing is owed once a case is in a final state. */
export const isFinal = (policy: Policy, state: string): boolean =>
  policy.workflow?.states.find(({ id }) => id === state)?.final ?? false;
