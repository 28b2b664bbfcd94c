import { leaves } from "../../../shared/policy/lint-facts.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import type { TestStack } from "../../stack/stack.ts";
import { filedUnder } from "./walk.ts";

/** As many cases as the widest choice of a form has answers: each answer is given once, and each category filed under. */
const casesOf = ({ categories, intake }: Policy): number =>
  Math.max(
    2,
    leaves(categories).length,
    ...(intake?.fields ?? []).map((field) => (field.type === "choice" ? field.of.length : 0)),
  );

/** Files cases of a regulation with every field of its form answered, under each of its categories, and leaves them. */
export const fileAll = async (demo: TestStack, policy: Policy): Promise<readonly string[]> => {
  for (let nth = 0; nth < casesOf(policy); nth += 1) await filedUnder(demo, policy, { nth, full: true });
  return [];
};
