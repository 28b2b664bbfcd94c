import { stepsFor } from "./entry-steps.ts";
import { differs, type ExampleRun, run } from "./example-run.ts";
import { holds } from "./holds.ts";
import type { Policy } from "./policy.ts";
import { asking, type Register } from "./register-form.ts";

type Answers = Register["entries"]["examples"][number]["answers"];

/** What the answers alone decide: days of the calendar and other entries are no part of an example. */
const outcome = (policy: Policy, form: Register, answers: Answers) => {
  const { refuses, needs } = form.entries;
  const applies = ({ when }: Register["entries"]["needs"][number]) => holds(policy, when, answers).is === true;
  return {
    refused: refuses.find(
      ({ when, holidays, within }) =>
        holidays.length === 0 && within === undefined && holds(policy, when, answers).is === true,
    )?.id,
    needs: needs.filter(applies).map(({ id }) => id),
    waits: stepsFor(policy, form, answers).map(({ id }) => id),
  };
};

/** Runs the examples of registers: what is refused, what must be on file first, and what an entry then waits for. */
export const registerExampleRuns = (regulation: Policy): readonly ExampleRun[] =>
  regulation.forms.flatMap((form, at) => {
    const { entries } = form;
    if (entries === undefined) return [];
    const policy = asking(regulation, form);
    return entries.examples.map(({ why, answers, refused, needs, waits }, nth) => {
      const is = outcome(policy, { ...form, entries }, answers);
      const differences =
        refused === undefined
          ? [
              ...differs("what is refused", "nothing", is.refused ?? "nothing"),
              ...differs("what must be on file", needs.join(", "), is.needs.join(", ")),
              ...differs("what it waits for", waits.join(", "), is.waits.join(", ")),
            ]
          : differs("what is refused", refused, is.refused ?? "nothing");
      return run(`forms[${at}].entries.examples[${nth}]`, `register ${form.id}`, why, differences);
    });
  });
