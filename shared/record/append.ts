import { linked } from "../audit/chain.ts";
import { caseOf } from "../case/case.ts";
import type { Rulebook } from "../case/clocks.ts";
import type { CaseEvent } from "../case/event.ts";
import { nextErasure } from "../case/keeping/retention.ts";
import { nextLook } from "../case/owed.ts";
import { earliest, type Instant } from "../kernel/instant.ts";
import { choreSince } from "./chores.ts";
import { filingSince } from "./filings.ts";
import { mailsOf } from "./mails.ts";
import type { OutboxEntry } from "./outbox.ts";
import { type CaseRecord, saltOf } from "./record.ts";

/** When a mail next needs a hand: at once when it waits, after its lease when whoever claimed it was never heard of again. */
const nextMail = ({ state, owedAt }: OutboxEntry): Instant | undefined => {
  if (state.is === "waiting") return state.after ?? owedAt;
  return state.is === "claimed" ? state.until : undefined;
};

/** The one instant at which the record must next be woken, and by whom: what only erases waits for those who may. */
const wakeOf = (rulebook: Rulebook, record: CaseRecord, now: Instant): Pick<CaseRecord, "wakeAt" | "wakeFor"> => {
  const current = caseOf(rulebook.policy, record.timeline);
  const own = earliest(
    nextLook(rulebook, current, now),
    filingSince(rulebook.policy, record),
    choreSince({ rulebook, current }),
    ...record.outbox.map(nextMail),
  );
  const erasure = nextErasure(rulebook, current);
  const first = erasure !== undefined && (own === undefined || erasure < own);
  return { wakeAt: first ? erasure : own, wakeFor: first ? "erasure" : undefined };
};

/** The record with another outbox, and woken when that demands it. */
export const withOutbox = (rulebook: Rulebook, record: CaseRecord, outbox: OutboxEntry[], now: Instant): CaseRecord => {
  const grown = { ...record, outbox };
  return { ...grown, ...wakeOf(rulebook, grown, now) };
};

/**
 * The record after some events: with their links, the mail they cause and the new wake-up, to be saved together or not at
 * all. The one place where events are added.
 */
export const append = (
  rulebook: Rulebook,
  record: CaseRecord,
  events: readonly CaseEvent[],
  now: Instant,
): CaseRecord => {
  const timeline = linked(record, [...record.timeline, ...events], saltOf(record));
  const mails = events.flatMap((event, place) => mailsOf(rulebook.policy, event, record.timeline.length + place));
  return withOutbox(rulebook, { ...record, timeline }, [...record.outbox, ...mails], now);
};
