import { blockedSteps, missingOf } from "../evidence/count.ts";
import type { Step } from "../policy/workflow.ts";
import type { Asked } from "./act.ts";
import { correctiveAction } from "./actions/guard.ts";
import type { StepAnswers } from "./actor.ts";
import { approval } from "./approvals/guard.ts";
import type { Case } from "./case.ts";
import { claimAnswers } from "./claim/answered.ts";
import { claimGuard } from "./claim/guard.ts";
import type { Rulebook } from "./clocks.ts";
import { forms } from "./copies/guard.ts";
import { evidenceOf } from "./evidence.ts";
import type { Refusal } from "./fault.ts";
import { triage } from "./liability/guard.ts";
import { authority } from "./money/authority.ts";
import { charge } from "./money/guard.ts";
import { returnAnswers, returnGuard } from "./returned/guard.ts";
import { routed } from "./routing/needs.ts";
import { signatures } from "./sign/guard.ts";
import { visits } from "./visit/guard.ts";

/** What must be there before a step, whatever is answered in it: why it is closed, or undefined. */
export type Guard = (rulebook: Rulebook, current: Case, step: Step) => Refusal | undefined;

/** What the answers of a step themselves may run against. */
export type AnswerGuard = (
  rulebook: Rulebook,
  current: Case,
  step: Step,
  answers: StepAnswers,
  asked: Asked,
) => Refusal | undefined;

/** Photos that the regulation demands first (DFA-32, DFA-33). */
const evidence: Guard = ({ policy }, current, step) => {
  const reading = evidenceOf(policy, current);
  if (!blockedSteps(reading).includes(step.id)) return undefined;
  const needs = missingOf(reading);
  return { code: "evidence-incomplete", needs, rules: needs.flatMap(({ rule }) => rule.rules) };
};

/** Every section of a policy that can close a step (`blocks`) has its guard here; the first that says no is told. */
export const guards: readonly Guard[] = [
  evidence,
  routed,
  approval,
  charge,
  triage,
  correctiveAction,
  signatures,
  visits,
  forms,
  claimGuard,
  returnGuard,
];

/** Likewise for what depends on the answers. */
export const answerGuards: readonly AnswerGuard[] = [authority, claimAnswers, returnAnswers];
