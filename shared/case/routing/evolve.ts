import type { Actor } from "../actor.ts";
import type { Evolve } from "../evolve.ts";
import type { Person } from "../taking.ts";
import type { Assignment } from "./routing.ts";

/** Whoever acts, as a case names them; the role is the one that they act in here. */
const personOf = (by: Actor, role?: string): Person =>
  by.kind === "staff" ? { sub: by.sub, name: by.name, role: role ?? by.roles[0] } : { name: by.kind };

export const assigned: Evolve<"assigned"> = (_policy, current, event) => {
  const { assignment, route, role, person, insteadOf, note, at, by } = event;
  const one: Assignment = { assignment, route, role, person, insteadOf, note, at, by: personOf(by) };
  return { ...current, routing: { ...current.routing, assignments: [...current.routing.assignments, one] } };
};

const changed =
  <E extends { readonly assignment: number }>(change: (one: Assignment, event: E) => Assignment) =>
  (one: Assignment, event: E): Assignment =>
    one.assignment === event.assignment ? change(one, event) : one;

export const assignmentTaken: Evolve<"assignmentTaken"> = (_policy, current, event) => {
  const take = changed((one, { at, by }: typeof event) => ({ ...one, taken: { at, by: personOf(by, one.role) } }));
  const assignments = current.routing.assignments.map((one) => take(one, event));
  return { ...current, routing: { ...current.routing, assignments } };
};

export const assignmentReturned: Evolve<"assignmentReturned"> = (_policy, current, event) => {
  const give = changed((one, { at, by, reason }: typeof event) => ({
    ...one,
    returned: { at, by: personOf(by, one.role), reason },
  }));
  const assignments = current.routing.assignments.map((one) => give(one, event));
  return { ...current, routing: { ...current.routing, assignments } };
};

export const needRecorded: Evolve<"needRecorded"> = (_policy, current, { route, need, text, at, by }) => ({
  ...current,
  routing: {
    ...current.routing,
    needs: [...current.routing.needs, { route, need, text, at, name: personOf(by).name }],
  },
});

export const opinionGiven: Evolve<"opinionGiven"> = (_policy, current, { route, role, text, agrees, at, by }) => ({
  ...current,
  routing: {
    ...current.routing,
    opinions: [...current.routing.opinions, { route, role, name: personOf(by).name, text, agrees, at }],
  },
});
