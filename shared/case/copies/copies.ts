import type { Instant } from "../../kernel/instant.ts";
import { say, type Text } from "../../kernel/text.ts";
import type { Policy } from "../../policy/policy.ts";
import type { ControlledForm } from "../../policy/records.ts";
import { lastTime } from "../bring.ts";
import type { Case } from "../case.ts";
import type { EventOf } from "../event.ts";

/** One copy (联) of a form, whom it is for, and whether they have acknowledged it. */
export type Copy = {
  readonly form: ControlledForm;
  /** 1 is the first of the form's list; those sent to named people outside come after the list. */
  readonly n: number;
  readonly to: Text;
  /** The role whose copy it is; nobody's of the house where it went outside. */
  readonly role?: string | undefined;
  readonly email?: string | undefined;
  /** When the form was filled in, or sent. */
  readonly of: Instant;
  readonly acknowledged?: EventOf<"copyAcknowledged"> | undefined;
};

const acknowledgement = ({ timeline }: Case, form: string, n: number, of: Instant) =>
  timeline.find(
    (event): event is EventOf<"copyAcknowledged"> =>
      event.type === "copyAcknowledged" && event.form === form && event.copy === n && event.of === of,
  );

/** Copies for roles of the house: they get theirs when the form is filled in, anew when it is filled in again. */
const ownCopies = (current: Case, form: ControlledForm): readonly Copy[] => {
  const of = form.filledOn === undefined ? undefined : lastTime(current, form.filledOn);
  if (of === undefined) return [];
  return form.copies.flatMap(({ to, role }, at) =>
    role === undefined
      ? []
      : [{ form, n: at + 1, to, role, of, acknowledged: acknowledgement(current, form.id, at + 1, of) }],
  );
};

/** Copies that were sent to people outside, by name: each stays open until it is acknowledged (DPA-05). */
const sentCopies = (current: Case, form: ControlledForm): readonly Copy[] =>
  current.timeline
    .filter((event) => event.type === "circulated" && event.form === form.id)
    .flatMap((event) => (event.type === "circulated" ? event.recipients.map((one) => ({ ...one, at: event.at })) : []))
    .map(({ copy: n, name, email, at: of }) => ({
      form,
      n,
      to: say(name, name),
      email,
      of,
      acknowledged: acknowledgement(current, form.id, n, of),
    }));

/** Every copy of a form of this case that somebody has or is to have. */
export const copiesOf = (current: Case, form: ControlledForm): readonly Copy[] => [
  ...ownCopies(current, form),
  ...sentCopies(current, form),
];

/** Every copy of every form. */
export const allCopies = (policy: Policy, current: Case): readonly Copy[] =>
  policy.forms.flatMap((form) => copiesOf(current, form));
