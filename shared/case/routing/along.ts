import { accept, refuse } from "../../kernel/result.ts";
import type { Asked, Decision } from "../act.ts";
import type { Case } from "../case.ts";
import type { Rulebook } from "../clocks.ts";
import { notNow } from "../step.ts";
import { readStepAnswers } from "../step-answers.ts";

/**
 * The step of the workflow that goes with what happens to who has a case: handing over moves it, and so does taking over.
 * Nothing where no step goes with it, or where the case is already where the step would bring it.
 */
export const along = (
  rulebook: Rulebook,
  current: Case,
  stepId: string | undefined,
  asked: Asked,
  raw: Readonly<Record<string, unknown>> = {},
): Decision => {
  const { policy } = rulebook;
  const step = policy.workflow?.steps.find(({ id }) => id === stepId);
  if (step === undefined || (step.to !== undefined && step.to === current.state)) return accept([]);
  const closed = notNow(rulebook, current, step);
  if (closed !== undefined) return refuse(closed);
  const { answers, faults } = readStepAnswers(policy, step.fields, raw, { at: "/answers", facts: current.facts });
  if (faults.length > 0) return refuse({ code: "bad-fields", fields: faults, rules: step.rules });
  return accept([{ type: "step", ...asked, step: step.id, event: step.event, to: step.to, answers }]);
};
