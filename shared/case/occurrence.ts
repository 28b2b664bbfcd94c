import type { Instant } from "../kernel/instant.ts";
import type { Facts } from "../policy/terms.ts";

/** One time that an event of the policy happened. */
export type Occurrence = {
  readonly at: Instant;
  /** When it was recorded: later than `at` for what is told afterwards. */
  readonly toldAt: Instant;
  /** What was known of the case right after it: a promise is the one that was given with it, not a later one. */
  readonly facts: Facts;
};

/** Every time that each event happened, in the order in which it happened. */
export type Occurrences = Readonly<Record<string, readonly Occurrence[]>>;

type Happening = { readonly occurrences: Occurrences; readonly happened: Readonly<Record<string, Instant>> };

/** What has happened to a case once more has; what is told late takes the place of its own moment. */
export const happening = ({ occurrences, happened }: Happening, event: string, one: Occurrence): Happening => {
  const all = [...(occurrences[event] ?? []), one].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const [first = one] = all;
  return { occurrences: { ...occurrences, [event]: all }, happened: { ...happened, [event]: first.at } };
};
