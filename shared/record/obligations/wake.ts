import type { ObligationEvent } from "../../obligation/event.ts";
import { workOn } from "../../obligation/owed.ts";
import type { Posted } from "../wake.ts";
import { grownObligation, type LoadedObligation, loadObligation, type ObligationDeps } from "./change.ts";
import type { ObligationRef } from "./obligations.ts";

export type ObligationWaker = ObligationDeps & {
  /** Reminds whoever makes the visit; the same mail has the same name. */
  readonly remind: (visit: LoadedObligation) => Promise<Posted>;
};

const happened = async (waker: ObligationWaker, found: LoadedObligation): Promise<ObligationEvent | undefined> => {
  const now = waker.now();
  const said = { at: now, by: { kind: "system" } } as const;
  const { work } = workOn(found, found.obligation, now);
  if (work === undefined) return undefined;
  if (work === "miss") return { ...said, type: "missed" };
  const posted = await waker.remind(found);
  if (posted.is === "later") throw new Error(posted.why);
  if (posted.is === "impossible") return { ...said, type: "notReminded", why: posted.why };
  return { ...said, type: "reminded", mail: posted.messageId };
};

/**
 * Reminds of a visit, or says that it was missed (AS-71): what is due by now, once. Whoever was faster is believed.
 * @throws when a reminder cannot be sent now: the next minute tries again.
 */
export const wakeObligation = async (waker: ObligationWaker, ref: ObligationRef): Promise<void> => {
  const found = await loadObligation(waker, ref);
  if (found === undefined) return;
  const event = await happened(waker, found);
  await waker.obligations.saveObligation(
    grownObligation(found, found.record, event === undefined ? [] : [event], waker.now()),
  );
};
