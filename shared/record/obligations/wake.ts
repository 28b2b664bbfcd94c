import type { Instant } from "../../kernel/instant.ts";
import type { ObligationEvent } from "../../obligation/event.ts";
import { workOn } from "../../obligation/owed.ts";
import type { Posted } from "../wake.ts";
import { grownObligation, type LoadedObligation, loadObligation, type ObligationDeps } from "./change.ts";
import type { ObligationRef } from "./obligations.ts";

/** What one list is reminded of at one moment: it is told in one mail. */
export type Reminder = { readonly since: Instant; readonly of: readonly [LoadedObligation, ...LoadedObligation[]] };

export type ObligationWaker = ObligationDeps & {
  /** Reminds whoever does it; the same mail has the same name. */
  readonly remind: (reminder: Reminder) => Promise<Posted>;
};

const bySystem = (at: Instant) => ({ at, by: { kind: "system" } }) as const;

const happened = async (waker: ObligationWaker, found: LoadedObligation, event?: ObligationEvent): Promise<void> => {
  await waker.obligations.saveObligation(
    grownObligation(found, found.record, event === undefined ? [] : [event], waker.now()),
  );
};

/**
 * Says that what is past its due was missed (AS-71), once; whoever was faster is believed. Answers what is to be reminded
 * of instead, and leaves it as it is.
 */
export const wakeObligation = async (
  waker: ObligationWaker,
  ref: ObligationRef,
): Promise<LoadedObligation | undefined> => {
  const found = await loadObligation(waker, ref);
  if (found === undefined) return undefined;
  const now = waker.now();
  const { work } = workOn(found, found.obligation, now);
  if (work === "remind") return found;
  await happened(waker, found, work === "miss" ? { ...bySystem(now), type: "missed" } : undefined);
  return undefined;
};

/** What is to be reminded of, by whose list it stands in and since when it waits: one mail each. */
export const together = (all: readonly LoadedObligation[]): readonly Reminder[] => {
  const found = new Map<string, Reminder>();
  for (const one of all) {
    const { org, list, wakeAt, policy } = one.record;
    const since = wakeAt ?? one.obligation.slot.due;
    const key = `${org} ${policy.id} ${list} ${since}`;
    const before = found.get(key);
    found.set(key, before === undefined ? { since, of: [one] } : { since, of: [...before.of, one] });
  }
  return [...found.values()];
};

/**
 * Reminds one list of all that it waits to be reminded of since a moment, in one mail. @throws when it cannot be sent now:
 * the next minute tries again.
 */
export const remindTogether = async (waker: ObligationWaker, reminder: Reminder): Promise<void> => {
  const posted = await waker.remind(reminder);
  if (posted.is === "later") throw new Error(posted.why);
  const said = bySystem(waker.now());
  const event: ObligationEvent =
    posted.is === "impossible"
      ? { ...said, type: "notReminded", why: posted.why }
      : { ...said, type: "reminded", mail: posted.messageId };
  for (const one of reminder.of) await happened(waker, one, event);
};
