import type { Actor } from "../actor.ts";
import type { Case } from "../case.ts";
import type { EventOf } from "../event.ts";
import type { Evolve } from "../evolve.ts";
import type { Action } from "./actions.ts";

const deed = ({ at, by }: { readonly at: EventOf<"actionDone">["at"]; readonly by: Actor }) =>
  by.kind === "staff" ? { at, by: by.sub, name: by.name } : { at, by: by.kind, name: by.kind };

/** The case with one of its actions changed. */
const withAction = (current: Case, id: string, change: (action: Action) => Action): Case => ({
  ...current,
  actions: current.actions.map((one) => (one.id === id ? change(one) : one)),
});

export const actionOpened: Evolve<"actionOpened"> = (_policy, current, event) => {
  const { action: id, corrective, subject, period, times, at } = event;
  const opened = { id, corrective, state: "OPEN", openedAt: at, repeated: { subject, period, times } } as const;
  return { ...current, actions: [...current.actions, opened] };
};

/** A plan for what is not there yet opens it; one that was sent back is planned anew. */
export const actionPlanned: Evolve<"actionPlanned"> = (_policy, current, event) => {
  const { action: id, corrective, cause, measure, prevention, owner, due, at } = event;
  const planned = { state: "PLANNED", plan: { at, cause, measure, prevention, owner, due } } as const;
  return current.actions.some((one) => one.id === id)
    ? withAction(current, id, (one) => ({ ...one, ...planned, done: undefined, verified: undefined }))
    : { ...current, actions: [...current.actions, { id, corrective, openedAt: at, ...planned }] };
};

export const actionDone: Evolve<"actionDone"> = (_policy, current, event) =>
  withAction(current, event.action, (one) => ({
    ...one,
    state: "DONE",
    done: { ...deed(event), result: event.result },
    verified: undefined,
  }));

export const actionVerified: Evolve<"actionVerified"> = (_policy, current, event) =>
  withAction(current, event.action, (one) => ({
    ...one,
    state: event.effective ? "VERIFIED" : "REOPENED",
    verified: { ...deed(event), effective: event.effective, finding: event.finding },
  }));
