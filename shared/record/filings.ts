import { earliest, type Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { partsOwed } from "./figures/keep.ts";
import type { CaseRecord } from "./record.ts";
import { wordsOwed } from "./words.ts";

/**
 * What is filed elsewhere of everything that happens in a case, by the counter of the record that says how many of its
 * events are; `do-filings.ts` has how each is done. The answer is when the first event happened that is not.
 */
const filings = { indexed: wordsOwed, figured: partsOwed } as const satisfies Partial<
  Readonly<Record<keyof CaseRecord, (policy: Policy, record: CaseRecord) => Instant | undefined>>
>;

/** How far a case is filed. */
export type FiledAsFar = Pick<CaseRecord, keyof typeof filings>;

/** Since when something of a case is filed nowhere yet. */
export const filingSince = (policy: Policy, record: CaseRecord): Instant | undefined =>
  earliest(...Object.values(filings).map((since) => since(policy, record)));
