import type { Policy } from "../../../shared/policy/policy.ts";
import type { TestStack } from "../../stack/stack.ts";
import { filedUnder, walk } from "./walk.ts";

/** So many different cases of a regulation, each with other answers, are tried for one of its ends. */
const VARIANTS = 8;

/** Leads cases of a regulation to each of its final states; answers the ends that none came to, and why. */
export const walkToEnds = async (demo: TestStack, policy: Policy): Promise<readonly string[]> => {
  const ends = (policy.workflow?.states ?? []).filter(({ final }) => final).map((state) => state.id);
  const missed: string[] = [];
  for (const end of ends) {
    let why: readonly string[] = [];
    let reached = false;
    for (let nth = 0; nth < VARIANTS && !reached; nth += 1) {
      const walked = await walk(demo, policy, await filedUnder(demo, policy, { nth }), end, { nth });
      reached = walked.state === end;
      if (nth === 0) why = [`stuck in ${walked.state} after ${walked.taken.join(", ")}`, ...walked.stuck];
    }
    if (!reached) missed.push(`${end}: ${why.join("; ")}`);
  }
  return missed;
};
