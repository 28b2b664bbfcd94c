import type { Instant } from "../kernel/instant.ts";
import type { Facts } from "../policy/terms.ts";

/** What was known of a case from a moment on. */
export type Learnt = { readonly at: Instant; readonly facts: Facts };

type Known = { readonly facts: Facts; readonly learnt: readonly Learnt[] };

/** What is known once more facts are. */
export const learning = ({ facts, learnt }: Known, at: Instant, more: Facts): Known => {
  if (Object.entries(more).every(([name, fact]) => facts[name] === fact)) return { facts, learnt };
  const known = { ...facts, ...more };
  return { facts: known, learnt: [...learnt, { at, facts: known }] };
};
