import type { Condition } from "../policy/condition.ts";
import type { Fact } from "../policy/terms.ts";
import { passes } from "../policy/within.ts";

type Answers = Readonly<Record<string, Fact>>;

/**
 * Whether a field is asked, by the answers given so far; an answer not given yet asks for nothing. `policy/holds`
 * without its schemas, because the customer's browser loads this file.
 */
export const isAsked = (when: Condition | undefined, answers: Answers): boolean => {
  if (when === undefined) return true;
  const known = new Map(Object.entries(answers));
  return (Array.isArray(when) ? when : [when]).some((group) =>
    Object.entries(group).every(([name, test]) => {
      const fact = known.get(name);
      return fact !== undefined && passes(test, fact);
    }),
  );
};
