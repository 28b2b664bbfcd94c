import { caseWords, marksOf, saysText } from "../find/find.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import type { Loaded } from "./change.ts";
import type { CaseRecord } from "./record.ts";
import type { RecordStore } from "./store.ts";

/** What a word is filed under: a mark has its kind before it, and so has a word. */
export const wordKey = (word: string): string => `word ${word}`;

/** When something was said in a case that it is not filed under yet; undefined when there is nothing. */
export const wordsOwed = (
  policy: Policy,
  { timeline, indexed }: Pick<CaseRecord, "timeline" | "indexed">,
): Instant | undefined => timeline.slice(indexed).find((event) => saysText(policy, event))?.at;

/** Everything that a case may be filed under. */
export const filedUnder = (policy: Policy, { timeline }: Pick<CaseRecord, "timeline">): readonly string[] => [
  ...marksOf(policy, timeline),
  ...caseWords(policy, timeline).map(wordKey),
];

/**
 * Files a case under what was said in it, and says how far it did. This is done off the way of whoever writes: the wake-up
 * that follows does it, and again when it was killed before the record says so, which changes nothing.
 */
export const fileWords = async (
  { records }: { readonly records: Pick<RecordStore, "point"> },
  { record, rulebook: { policy } }: Pick<Loaded, "record" | "rulebook">,
): Promise<number> => {
  if (wordsOwed(policy, record) === undefined) return record.indexed;
  await records.point(record, filedUnder(policy, record));
  return record.timeline.length;
};
