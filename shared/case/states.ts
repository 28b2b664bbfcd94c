import { both, type Text } from "../kernel/text.ts";
import type { Policy } from "../policy/policy.ts";
import type { Case } from "./case.ts";
import type { Refusal } from "./fault.ts";

const stateTitles = (policy: Policy, states: readonly string[]): readonly Text[] =>
  states.map((state) => policy.workflow?.states.find(({ id }) => id === state)?.title ?? both(state));

/** Why something is not open in the state of the case; undefined when it is. */
export const notInState = (
  policy: Policy,
  { state: now }: Pick<Case, "state">,
  from: readonly string[],
  rules: readonly string[],
): Refusal | undefined => {
  if (from.includes(now)) return undefined;
  const [state = both(now)] = stateTitles(policy, [now]);
  return { code: "wrong-state", state, needs: stateTitles(policy, from), rules };
};
