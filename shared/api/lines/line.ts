import type { Case } from "../../case/case.ts";
import type { CaseEvent, EventOf } from "../../case/event.ts";
import type { Instant } from "../../kernel/instant.ts";
import { type Locale, say, type Text } from "../../kernel/text.ts";
import { sayMoment } from "../../policy/explain.ts";
import type { StepField } from "../../policy/field.ts";
import { fieldOf, type Policy } from "../../policy/policy.ts";
import { labelOf } from "../../policy/wording.ts";

export type Reader = "customer" | "staff";

/** For whom a line is written, and of which case. */
export type Telling = {
  readonly policy: Policy;
  readonly current: Case;
  readonly reader: Reader;
  /** Of a reader among the staff: some lines are for some roles alone. */
  readonly roles?: readonly string[];
  readonly locale: Locale;
};

/** What a reader is told of one event; undefined when it is not for them. */
export type Line<T extends CaseEvent["type"]> = (
  event: EventOf<T>,
  telling: Telling,
) => { readonly what: Text; readonly detail: readonly string[] } | undefined;

/** A clock as people call it. */
export const clockTitle = ({ policy, locale }: Telling, clock: string): string =>
  policy.clocks.find(({ id }) => id === clock)?.title[locale] ?? clock;

/** A moment on the office's wall, in the reader's language. */
export const momentIn = ({ policy, locale }: Telling, at: Instant): string =>
  sayMoment(at, policy.calendar.timeZone, locale);

const CONTACT = say("联系人", "Contact");

/** What is asked beside the form and its facts: of a damage, in a step, with an event, on a form of the house. */
const askedElsewhere = ({ intake, workflow, events, forms }: Policy): readonly StepField[] => [
  ...(intake?.damages?.fields ?? []),
  ...(workflow?.steps ?? []).flatMap(({ fields }) => fields),
  ...events.flatMap(({ fields }) => fields),
  ...forms.flatMap(({ fields }) => fields),
];

/** A field as its reader knows it, wherever it is asked; `contact` is the block that every form has. */
export const labelIn = ({ policy, locale }: Telling, name: string): string => {
  if (name === "contact") return CONTACT[locale];
  const asked = fieldOf(policy, name) ?? askedElsewhere(policy).find(({ id }) => id === name);
  return (asked?.label ?? labelOf(policy, name))[locale];
};
