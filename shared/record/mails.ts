import { toldOfAction } from "../case/actions/told.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Policy } from "../policy/policy.ts";
import type { OutboxEntry } from "./outbox.ts";

/** What a policy calls an event of the engine where it is not its own type. */
const NAMES: Readonly<Partial<Record<CaseEvent["type"], string>>> = {
  reminded: "clockReminder",
  breached: "clockBreached",
  evidenceAsked: "evidenceIncomplete",
};

/** The name under which notifications of a policy listen to an event, and the clock it concerns. */
const heard = (event: CaseEvent): { on: string; clock?: string } => {
  if (event.type === "step" || event.type === "happened") return { on: event.event };
  return { on: NAMES[event.type] ?? event.type, ...("clock" in event ? { clock: event.clock } : {}) };
};

/**
 * The mails that an event causes, from the policy's notifications and to those whom an action names. The place of the event in the timeline is part of
 * the mail's id, so the same event cannot cause it twice.
 */
export const mailsOf = (policy: Policy, event: CaseEvent, place: number): readonly OutboxEntry[] => {
  const said = heard(event);
  const listened = policy.notifications.filter(
    ({ on, clocks }) =>
      on === said.on && (clocks === undefined || said.clock === undefined || clocks.includes(said.clock)),
  );
  return [...listened, ...toldOfAction(policy, event)].flatMap(({ to, template }) =>
    to.map((recipient) => ({
      id: `${place}-${template}-${recipient}`,
      template,
      to: recipient,
      about: place,
      owedAt: event.at,
      state: { is: "waiting", attempts: 0 } as const,
    })),
  );
};
