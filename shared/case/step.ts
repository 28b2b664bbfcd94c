import { accept, refuse } from "../kernel/result.ts";
import { say } from "../kernel/text.ts";
import { holds } from "../policy/holds.ts";
import type { Policy } from "../policy/policy.ts";
import { sayCondition } from "../policy/wording.ts";
import type { Step } from "../policy/workflow.ts";
import type { Act } from "./act.ts";
import type { Actor } from "./actor.ts";
import type { Case } from "./case.ts";
import type { Rulebook } from "./clocks.ts";
import type { Refusal } from "./fault.ts";
import { answerGuards, guards } from "./guards.ts";
import { notOfRoles } from "./roles.ts";
import { notInState } from "./states.ts";
import { readStepAnswers } from "./step-answers.ts";

export type StepCommand = {
  readonly do: "step";
  readonly step: string;
  readonly answers: Readonly<Record<string, unknown>>;
};

/** The first of several questions that says no. */
export const firstNo = <T>(ask: readonly T[], answer: (one: T) => Refusal | undefined): Refusal | undefined => {
  for (const one of ask) {
    const no = answer(one);
    if (no !== undefined) return no;
  }
  return undefined;
};

/** Why a step cannot be taken now, whoever asks: not in such a case, not from this state, or something is missing. */
export const notNow = (rulebook: Rulebook, current: Case, step: Step): Refusal | undefined => {
  const { policy } = rulebook;
  const { rules } = step;
  if (step.when !== undefined && holds(policy, step.when, current.facts).is !== true) {
    return { code: "not-for-this-case", only: sayCondition(policy, step.when), rules };
  }
  const early = notInState(policy, current, step.from, rules);
  return early ?? firstNo(guards, (guard) => guard(rulebook, current, step));
};

/** A step that goes with giving a case on, or with taking it over, is never taken alone: nobody would be named. */
const withRoute = (policy: Policy, { id, rules }: Step): Refusal | undefined => {
  const route = policy.routing.find(({ step: own, taken, returned }) => [own, taken, returned].includes(id));
  if (route === undefined) return undefined;
  const { title } = route;
  return { code: "by-route", says: say(`请通过“${title["zh-CN"]}”办理`, `this goes with: ${title.en}`), rules };
};

/** Why a step is not open to somebody now; undefined when it is. Role first: who may not know the state learns nothing of it. */
export const closedTo = (rulebook: Rulebook, current: Case, step: Step, by: Actor): Refusal | undefined =>
  notOfRoles(rulebook.policy, by, step.by, step.rules) ??
  withRoute(rulebook.policy, step) ??
  notNow(rulebook, current, step);

/** Takes a step of the regulation's workflow, once everything that must come before it is there. */
export const step: Act<StepCommand> = {
  decide: (rulebook, current, command, asked) => {
    const { policy } = rulebook;
    const steps = policy.workflow?.steps ?? [];
    const taken = steps.find(({ id }) => id === command.step);
    if (taken === undefined) return refuse({ code: "unknown-step", known: steps.map(({ id }) => id), rules: [] });
    const closed = closedTo(rulebook, current, taken, asked.by);
    if (closed !== undefined) return refuse(closed);
    const { answers, faults } = readStepAnswers(policy, taken.fields, command.answers, { facts: current.facts });
    if (faults.length > 0) return refuse({ code: "bad-fields", fields: faults, rules: taken.rules });
    const no = firstNo(answerGuards, (guard) => guard(rulebook, current, taken, answers, asked));
    if (no !== undefined) return refuse(no);
    const { event, to } = taken;
    return accept([{ type: "step", ...asked, key: command.key, step: taken.id, event, to, answers }]);
  },
  led: (_policy, event, command) => event.type === "step" && event.step === command.step,
};
