import type { VisitEvent } from "../../visiting/event.ts";
import { workOn } from "../../visiting/owed.ts";
import type { Posted } from "../wake.ts";
import { grownVisit, type LoadedVisit, loadVisit, type VisitDeps } from "./change.ts";
import type { VisitRef } from "./visits.ts";

export type VisitWaker = VisitDeps & {
  /** Reminds whoever makes the visit; the same mail has the same name. */
  readonly remind: (visit: LoadedVisit) => Promise<Posted>;
};

const happened = async (waker: VisitWaker, found: LoadedVisit): Promise<VisitEvent | undefined> => {
  const now = waker.now();
  const said = { at: now, by: { kind: "system" } } as const;
  const { work } = workOn(found, found.visit, now);
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
export const wakeVisit = async (waker: VisitWaker, ref: VisitRef): Promise<void> => {
  const found = await loadVisit(waker, ref);
  if (found === undefined) return;
  const event = await happened(waker, found);
  await waker.visits.saveVisit(grownVisit(found, found.record, event === undefined ? [] : [event], waker.now()));
};
