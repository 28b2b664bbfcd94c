import { caseOf } from "../case/case.ts";
import { isRunning, type Rulebook, readClocks } from "../case/clocks.ts";
import { evidenceOf } from "../case/evidence.ts";
import { isFinal } from "../case/final.ts";
import type { Instant } from "../kernel/instant.ts";
import type { CaseRecord } from "./record.ts";

/** What a list shows of an open case, kept beside the record so that a list costs what it shows. */
export type QueueRow = {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly receivedAt: Instant;
  /** The earliest running clock; undefined when none runs. */
  readonly clock?: string | undefined;
  readonly due?: Instant | undefined;
  readonly category?: string | undefined;
  readonly evidenceComplete: boolean;
};

/** A case as one row of a list. A due does not depend on the hour, so the row is right until the record changes. */
export const listRow = (rulebook: Rulebook, record: CaseRecord): QueueRow => {
  const { policy } = rulebook;
  const current = caseOf(policy, record.timeline);
  const { facts, receivedAt, number, state } = current;
  const last = record.timeline.at(-1)?.at ?? receivedAt;
  const first = readClocks(rulebook, current, last)
    .filter((reading) => isRunning(reading) && reading.due !== undefined)
    .toSorted((a, b) => ((a.due ?? "") < (b.due ?? "") ? -1 : 1))[0];
  return {
    id: record.id,
    number,
    state,
    receivedAt,
    clock: first?.clock.id,
    due: first?.due,
    category: typeof facts.category === "string" ? facts.category : undefined,
    evidenceComplete: evidenceOf(policy, current).complete,
  };
};

/** Sorts behind every due: a case that waits for nothing dated. */
const UNDATED = "9999";

/**
 * The row of an open case on the desk of the role that receives it, and how urgent it is: by its earliest due, then by
 * its receipt. A closed case has none.
 */
export const queueRowOf = (
  rulebook: Rulebook,
  record: CaseRecord,
): { readonly desk: string; readonly urgency: string; readonly row: QueueRow } | undefined => {
  const row = listRow(rulebook, record);
  const desk = rulebook.policy.intake?.receivedBy;
  if (desk === undefined || isFinal(rulebook.policy, row.state)) return undefined;
  return { desk, urgency: `${row.due ?? UNDATED}~${row.receivedAt}`, row };
};
