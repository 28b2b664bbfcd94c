import { toldOfAction } from "../case/actions/told.ts";
import { eventOf } from "../case/bring.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Policy } from "../policy/policy.ts";
import type { OutboxEntry } from "./outbox.ts";

/** What a policy calls an event of the engine where it is not its own type. */
const NAMES: Readonly<Partial<Record<CaseEvent["type"], string>>> = {
  reminded: "clockReminder",
  breached: "clockBreached",
  evidenceAsked: "evidenceIncomplete",
  opinionCollated: "received",
};

/** An opinion of a survey is received as it is collated: the letter speaks of that, and not twice. */
const isOfSurvey = (event: CaseEvent): boolean => event.type === "received" && event.taken?.channel === "survey";

/** The names under which notifications of a policy listen to an event, what it brought about first, and the clock it concerns. */
const heard = (event: CaseEvent): { on: readonly (string | undefined)[]; clock?: string } => ({
  on: isOfSurvey(event) ? [] : [eventOf(event), NAMES[event.type] ?? event.type],
  ...("clock" in event ? { clock: event.clock } : {}),
});

const waiting = { is: "waiting", attempts: 0 } as const;

/** Everybody who gets a copy of a form is sent it: the roles when it is filled in, people outside when it goes to them. */
const copyMails = (policy: Policy, event: CaseEvent, place: number): readonly OutboxEntry[] => {
  const common = { template: "copy" as const, about: place, owedAt: event.at, state: waiting };
  const name = eventOf(event);
  const own = policy.forms
    .filter(({ filledOn }) => filledOn !== undefined && filledOn === name)
    .flatMap(({ id: form, copies }) =>
      copies.flatMap(({ role: to }, at) =>
        to === undefined ? [] : [{ ...common, id: `${place}-copy-${form}-${at + 1}`, to, copy: { form, n: at + 1 } }],
      ),
    );
  if (event.type !== "circulated") return own;
  const { form, recipients } = event;
  const sent = recipients.map(({ copy: n }) => ({
    ...common,
    id: `${place}-copy-${form}-${n}`,
    to: "holder",
    copy: { form, n },
  }));
  return [...own, ...sent];
};

/** Whoever filed what was taken over from a file of cases was answered there, and its desk has it before itself. */
const isPast = (event: CaseEvent): boolean => event.type === "received" && event.imported !== undefined;

/** An excuse that was refused never was the customer's business: to them nothing has changed (DTS-14). */
const isRefusedExcuse = (event: CaseEvent): boolean => event.type === "exceptionDecided" && !event.approved;

/** The desk of a case is told that its customer did not get a mail: whatever the policy says, somebody must look. */
const toldOfMail = (event: CaseEvent): readonly { to: readonly string[]; template: "undelivered" }[] =>
  event.type === "mailUndelivered" && event.tells !== undefined ? [{ to: [event.tells], template: "undelivered" }] : [];

/**
 * The mails that an event causes: from the policy's notifications, to those whom an action names, to the desk of a mail that
 * came in where no notification hears of it, and copies of the forms that it fills in. The place of the event in the timeline is part of the mail's id, so the same event cannot cause
 * it twice.
 */
export const mailsOf = (policy: Policy, event: CaseEvent, place: number): readonly OutboxEntry[] => {
  const said = heard(event);
  if (isPast(event)) return [];
  const listened = policy.notifications.filter(
    ({ on, clocks }) =>
      said.on.includes(on) && (clocks === undefined || said.clock === undefined || clocks.includes(said.clock)),
  );
  const hears = (recipient: string): boolean => !(recipient === "reporter" && isRefusedExcuse(event));
  const desk = event.type === "mailReceived" && listened.length === 0 ? event.desk : undefined;
  const byDefault = desk === undefined ? [] : [{ to: [desk], template: "customer-mail" as const }];
  const notices = [...listened, ...byDefault, ...toldOfAction(policy, event), ...toldOfMail(event)].flatMap(
    ({ to, template }) =>
      to.filter(hears).map((recipient) => ({
        id: `${place}-${template}-${recipient}`,
        template,
        to: recipient,
        about: place,
        owedAt: event.at,
        state: waiting,
      })),
  );
  return [...notices, ...copyMails(policy, event, place)];
};
