import type { StepAnswers } from "../case/actor.ts";
import { markOf } from "../find/marks.ts";
import { plainFields } from "../policy/field.ts";
import type { Policy } from "../policy/policy.ts";
import type { Register } from "../policy/register-form.ts";
import type { Entry } from "./entry.ts";
import { subjectOf } from "./register.ts";

/** What finds an entry: its subject among those of its register, and the telephone numbers of whom it names. */
export type FoundBy = { readonly list: string; readonly subject: string } | { readonly person: string };

/** The telephone numbers that an entry holds, as a person is asked for by them. */
const personsIn = ({ fields }: Register, answers: StepAnswers): readonly string[] =>
  plainFields(fields).flatMap((field) => {
    const said = answers[field.id];
    return field.type === "text" && field.finds === "phone" && typeof said === "string"
      ? (markOf("phone", said) ?? [])
      : [];
  });

/** Everything that an entry is to be found by. */
export const marksIn = (
  { form }: { readonly policy: Policy; readonly form: Register },
  { answers }: Entry,
  list: string,
): readonly FoundBy[] => {
  const subject = subjectOf(form, answers);
  return [
    ...(subject === undefined ? [] : [{ list, subject }]),
    ...personsIn(form, answers).map((person) => ({ person })),
  ];
};
