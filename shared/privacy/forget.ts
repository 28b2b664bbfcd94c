import type { Contact } from "../case/actor.ts";
import type { Instant } from "../kernel/instant.ts";
import { never } from "../kernel/result.ts";
import type { ObligationEvent } from "../obligation/event.ts";
import type { DutyObject } from "../obligation/object.ts";
import type { Policy } from "../policy/policy.ts";
import type { Invitation } from "../survey/invitation.ts";
import { keptAnswers } from "./erase.ts";
import type { Reached } from "./order.ts";

/** A name that was erased where one must stand. */
const NOBODY = "—";

/**
 * An invitation whose customer is forgotten: what was answered by number and what became of its mails stay for the
 * statistics, and so does by what answers are told apart; name, address and comment go, no mail leaves, and its link
 * opens nothing.
 */
export const forgetInvited = ({ email: _, ...invitation }: Invitation, at: Instant): Invitation => {
  const { answer, mails, ended } = invitation;
  const waits = mails.length === 0 && answer === undefined;
  return {
    ...invitation,
    name: "",
    nextAt: undefined,
    ...(answer === undefined ? {} : { answer: { at: answer.at, scores: answer.scores } }),
    ended: ended ?? (waits ? { is: "notSent", at, why: "erased" } : undefined),
    erasedAt: at,
  };
};

/** What names somebody by itself. */
const namesOf = ({ name, phone = "", email = "", address = "" }: Contact): readonly string[] =>
  [name, phone, email, address].filter((said) => said !== "" && said !== NOBODY);

/**
 * An object of which nobody is told who is met there: its days, its kind and its numbers stay, so that its visits go on;
 * it has a title still where that does not repeat what is gone.
 */
export const forgetVisited = (policy: Policy, object: DutyObject, at: Instant): DutyObject => ({
  ...object,
  title: namesOf(object.contact).some((said) => object.title.includes(said)) ? object.id : object.title,
  contact: { name: NOBODY },
  facts: keptAnswers(policy, object.facts),
  standing: object.standing.map((one) => (one.type === "retired" ? { ...one, note: undefined } : { ...one, note: "" })),
  changedAt: at,
  erasedAt: at,
});

/** A visit of it: who was met, what they said, and who signed go; when and how, by whom of the staff, and figures stay. */
export const forgetMet = (policy: Policy, event: ObligationEvent): ObligationEvent => {
  switch (event.type) {
    case "done":
      return { ...event, note: undefined, whom: "", answers: keptAnswers(policy, event.answers) };
    case "unreachable":
      return { ...event, note: undefined };
    case "rebooked":
      return { ...event, apology: "" };
    case "signed":
      return { ...event, name: "" };
    case "planned":
    case "replanned":
    case "dropped":
    case "reminded":
    case "notReminded":
    case "missed":
    case "waived":
      return event;
    case "fulfilled":
      return { ...event, note: undefined };
    default:
      return never(event);
  }
};

/** By what lists spell somebody: an address, or a number as it was typed and as a file of customers writes it. */
export const keysOf = ({ email, phone }: Reached): readonly string[] => [
  ...(email === undefined ? [] : [email.trim().toLowerCase()]),
  ...(phone === undefined ? [] : new Set([phone, phone.replace(/[ ()-]/g, "")])),
];
