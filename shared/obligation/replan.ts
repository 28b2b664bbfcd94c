import type { Instant } from "../kernel/instant.ts";
import type { ObligationEvent, Slot } from "./event.ts";
import { isOpen, type Obligation, obligationOf } from "./obligation.ts";
import type { Owed } from "./slots.ts";

/** What is stored, by its place in its object. */
type Stored = { readonly id: string; readonly schedule: string; readonly timeline: readonly ObligationEvent[] };

/** The place that it would have today: visits were first kept without their schedule. */
const placeOf = ({ id, schedule }: Stored): string => (id.includes(".") ? id : `${id}.${schedule}`);

/** What planning changes: obligations that begin, and those that are moved or dropped. */
export type Replanning = {
  readonly begun: readonly { readonly id: string; readonly event: ObligationEvent }[];
  readonly changed: readonly { readonly id: string; readonly event: ObligationEvent }[];
};

const isSame = (a: Slot, b: Slot): boolean =>
  a.window[0] === b.window[0] && a.due === b.due && a.reminder === b.reminder && a.waived === b.waived;

/** Whether nobody can be held to it any more: planning leaves what is over, or was touched by people, as it is. */
const isFixed = ({ touched, missedAt, slot }: Obligation, now: Instant): boolean =>
  touched || missedAt !== undefined || slot.due <= now;

/** The visits still to be made of what is not visited any more, those that were rebooked among them: all are dropped. */
export const dropAll = (stored: readonly Stored[], now: Instant): Replanning => ({
  begun: [],
  changed: stored
    .filter(({ timeline }) => isOpen(obligationOf(timeline)))
    .map(({ id }) => ({ id, event: { at: now, by: { kind: "system" }, type: "dropped" } })),
});

const droppedOf = (stored: Stored): boolean =>
  stored.timeline.findLast(({ type }) => type !== "reminded" && type !== "notReminded")?.type === "dropped";

/**
 * Compares what is owed with what is stored. The same again changes nothing, so that planning may be repeated, late or die
 * in the middle; no obligation is ever planned twice, since its id follows from its window.
 */
export const replan = (owed: readonly Owed[], stored: readonly Stored[], now: Instant): Replanning => {
  const by = { at: now, by: { kind: "system" } } as const;
  const known = new Map(stored.map((one) => [placeOf(one), one]));
  const wanted = new Set(owed.map(({ id }) => id));
  const begun = owed
    .filter(({ id }) => !known.has(id))
    .map(({ id, slot }) => ({ id, event: { ...by, type: "planned", slot } as const }));
  const moved = owed.flatMap(({ id, slot }) => {
    const one = known.get(id);
    if (one === undefined) return [];
    const obligation = obligationOf(one.timeline);
    if (isFixed(obligation, now) || (isSame(obligation.slot, slot) && !droppedOf(one))) return [];
    const isThere = obligation.slot.window[0] === slot.window[0] && obligation.slot.day !== undefined;
    const event = { ...by, type: "replanned", slot: isThere ? { ...slot, day: obligation.slot.day } : slot } as const;
    return [{ id: one.id, event }];
  });
  const dropped = stored
    .filter((one) => !wanted.has(placeOf(one)) && !droppedOf(one) && !isFixed(obligationOf(one.timeline), now))
    .map(({ id }) => ({ id, event: { ...by, type: "dropped" } as const }));
  return { begun, changed: [...moved, ...dropped] };
};
