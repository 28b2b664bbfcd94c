import { plainAnswers } from "../case/actor.ts";
import { isHeld, type Kept, keptFrom } from "../case/keeping/retention.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Clock } from "../policy/clock.ts";
import { allSteps } from "../policy/entry-steps.ts";
import { asking } from "../policy/register-form.ts";
import { startedBy } from "../policy/since.ts";
import { type Entry, type EntryGround, stands } from "./entry.ts";

/** When what a clock waits for stopped to be owed: the step was taken whose own clock stops by it (COU-07, COU-09). */
const steppedAt = ({ policy, form }: EntryGround, { taken }: Entry, event: string): Instant | undefined => {
  const stops = new Set(policy.clocks.filter(({ stop }) => stop === event).map(({ id }) => id));
  const steps = allSteps(asking(policy, form), form).filter(({ clock }) => clock !== undefined && stops.has(clock));
  return taken.find(({ step }) => steps.some(({ id }) => id === step))?.at;
};

const startOf = (ground: EntryGround, entry: Entry, clock: Clock): Instant | undefined => {
  const since = startedBy(ground.policy, clock, plainAnswers(entry.answers));
  if (clock.start === undefined || since !== undefined) return since;
  if (clock.start === ground.form.filledOn) return entry.writtenAt;
  return steppedAt(ground, entry, clock.start);
};

/**
 * How long the retention of its register keeps an entry (COU-09, A-52); undefined where there is none, or none has begun.
 * What was struck out or refused has nothing to wait for, and is kept from when it was written.
 */
export const retentionOf = (ground: EntryGround, entry: Entry): Kept | undefined => {
  const { policy, form, calendar } = ground;
  const clock = policy.clocks.find(({ id }) => id === form.retention);
  if (clock === undefined) return undefined;
  const from = startOf(ground, entry, clock) ?? (stands(entry) ? undefined : entry.writtenAt);
  return from && keptFrom({ policy, calendar }, plainAnswers(entry.answers), clock, from);
};

/**
 * When nothing that was typed in an entry is kept any more by itself: at the company's own maximum. Undefined while it
 * waits for something or is held, where its register names no maximum, and once it is done.
 */
export const expiryOf = (ground: EntryGround, entry: Entry): Instant | undefined =>
  entry.state === "WAITING" || entry.forgottenAt !== undefined || isHeld(entry)
    ? undefined
    : retentionOf(ground, entry)?.most?.at;
