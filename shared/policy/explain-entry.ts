import type { Text } from "../kernel/text.ts";

/** One construct of a regulation as a person reads it. */
export type Entry = {
  /** `clocks.arrival`: assumptions are keyed by it. */
  readonly key: string;
  readonly title: Text;
  readonly rules: readonly string[];
  /** What the system does for it, one line each. */
  readonly says: readonly Text[];
  /** Worked examples, as they come out. */
  readonly examples: readonly Text[];
};
