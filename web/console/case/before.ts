import type { CaseView } from "../../../shared/api/case-view.ts";

/**
 * What was promised before each extension, by its id: what the regulation gives, or what the last approved extension of
 * the same clock had made of it. Undefined for a clock whose due cannot be counted.
 */
export const dueBefore = ({
  deadlines,
  extensions,
}: Pick<CaseView, "deadlines" | "extensions">): ReadonlyMap<string, string | undefined> => {
  const promised = new Map(deadlines.map(({ clock, effectiveDue }) => [clock, effectiveDue]));
  const before = new Map<string, string | undefined>();
  for (const { id, clock, newDue, decision } of extensions) {
    before.set(id, promised.get(clock));
    if (decision?.approved) promised.set(clock, newDue);
  }
  return before;
};
