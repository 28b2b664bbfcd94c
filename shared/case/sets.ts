import type { Answers } from "./actor.ts";
import type { Case } from "./case.ts";

/** What among the answers becomes known of the case: those that the step or event sets. */
export const setBy = (answers: Answers, sets: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => sets.includes(name)));

/** The case as it would be with these facts: what the answers of a step run against. */
export const knowing = (current: Case, facts: Answers): Case => ({ ...current, facts: { ...current.facts, ...facts } });
