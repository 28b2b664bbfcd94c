import type { Condition, Test } from "../policy/condition.ts";
import type { Fact } from "../policy/terms.ts";

type Answers = Readonly<Record<string, Fact>>;

const passes = (test: Test, fact: Fact): boolean => {
  if (Array.isArray(test)) return test.includes(fact);
  if (typeof test !== "object") return test === fact;
  return (
    typeof fact === "number" &&
    (test.from === undefined || fact >= test.from) &&
    (test.over === undefined || fact > test.over) &&
    (test.upTo === undefined || fact <= test.upTo) &&
    (test.below === undefined || fact < test.below)
  );
};

/**
 * Whether a field is asked, by the answers given so far; an answer not given yet asks for nothing. The same reading of
 * boundaries as `policy/holds` (K-8), without its schemas, because the customer's browser loads this file.
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
