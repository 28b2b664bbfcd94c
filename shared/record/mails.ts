import type { CaseEvent } from "../case/event.ts";
import { never } from "../kernel/result.ts";
import type { Policy } from "../policy/policy.ts";
import type { OutboxEntry } from "./outbox.ts";

/** The name under which notifications of a policy listen to an event, and the clock it concerns. */
const heard = (event: CaseEvent): { on: string; clock?: string } | undefined => {
  switch (event.type) {
    case "received":
      return { on: "received" };
    case "step":
      return { on: event.event };
    case "photoRefused":
      return { on: "photoRefused" };
    case "extensionRequested":
      return { on: "extensionRequested", clock: event.clock };
    case "extensionDecided":
      return { on: "extensionDecided", clock: event.clock };
    case "exceptionRecorded":
      return { on: "exceptionRecorded", clock: event.clock };
    case "exceptionDecided":
      return { on: "exceptionDecided", clock: event.clock };
    case "reminded":
      return { on: "clockReminder", clock: event.clock };
    case "breached":
      return { on: "clockBreached", clock: event.clock };
    case "evidenceAsked":
      return { on: "evidenceIncomplete" };
    case "noted":
    case "photoKept":
      return undefined;
    default:
      return never(event);
  }
};

/**
 * The mails that an event causes, from the policy's notifications. The place of the event in the timeline is part of
 * the mail's id, so the same event cannot cause it twice.
 */
export const mailsOf = (policy: Policy, event: CaseEvent, place: number): readonly OutboxEntry[] => {
  const said = heard(event);
  if (said === undefined) return [];
  return policy.notifications
    .filter(
      ({ on, clocks }) =>
        on === said.on && (clocks === undefined || said.clock === undefined || clocks.includes(said.clock)),
    )
    .flatMap(({ to, template }) =>
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
