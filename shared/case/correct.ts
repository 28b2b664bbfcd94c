import * as z from "zod";
import { canonicalJson } from "../kernel/canonical.ts";
import { accept, refuse } from "../kernel/result.ts";
import { say } from "../kernel/text.ts";
import type { StepField } from "../policy/field.ts";
import type { Policy } from "../policy/policy.ts";
import { Name } from "../policy/terms.ts";
import type { Act } from "./act.ts";
import { type Actor, keyed, StepAnswer } from "./actor.ts";
import type { Case } from "./case.ts";
import { clean } from "./clean.ts";
import { answerGuards } from "./guards.ts";
import { actsAs, notOfRoles } from "./roles.ts";
import { type Answered, isAnswered, isSigned } from "./sign/content.ts";
import { firstNo } from "./step.ts";
import { readStepAnswers } from "./step-answers.ts";

/** An answer put right: where it stands in the timeline, what it was and what it is. Neither is ever lost. */
export const corrected = z.strictObject({
  ...keyed,
  type: z.literal("corrected"),
  place: z.number().int().nonnegative(),
  field: Name,
  before: StepAnswer.optional(),
  value: StepAnswer,
  reason: z.string(),
});

export type CorrectCommand = {
  readonly do: "correct";
  readonly place: number;
  readonly field: string;
  readonly value: unknown;
  readonly reason: string;
};

/** The fields that an event has answered, and who may put them right: whoever may take that step, or receives the form. */
const correctable = (policy: Policy, event: Answered): { fields: readonly StepField[]; by: readonly string[] } => {
  if (event.type === "received") {
    const { intake } = policy;
    return { fields: intake?.fields ?? [], by: intake === undefined ? [] : [intake.receivedBy] };
  }
  const step = policy.workflow?.steps.find(({ id }) => id === event.step);
  return { fields: step?.fields ?? [], by: step?.by ?? [] };
};

/** A mail fills in next to nothing of a form: whoever receives it does the rest, a field at a time (AS-106). */
const leftOpen = (event: Answered): boolean =>
  event.type === "received" && event.taken?.channel === "mail" && event.taken.firstContact === undefined;

const nothingThere = say("时间线此处没有可更正的填写项", "there is nothing at this place of the timeline to correct");
const signedAlready = say(
  "内容已签字确认，不能更改；本次尝试已记录",
  "this has been signed and cannot be altered; the attempt has been recorded",
);

/**
 * Putting an answer right: by the roles that may take that step, with a reason, before and after kept. What was signed
 * is never altered (BUS-14), and what the answers of a step may not say a correction may not say either.
 */
export const correct: Act<CorrectCommand> = {
  decide: (rulebook, current, command, asked) => {
    const { policy } = rulebook;
    const event = current.told[command.place];
    if (event?.type === "signed") {
      return refuse({ code: "signed", says: signedAlready, rules: [], audited: true });
    }
    if (event === undefined || !isAnswered(event)) {
      return refuse({ code: "nothing-to-correct", says: nothingThere, rules: [] });
    }
    const { fields, by } = correctable(policy, event);
    const step = event.type === "step" ? policy.workflow?.steps.find(({ id }) => id === event.step) : undefined;
    const rules = step?.rules ?? [];
    const foreign = notOfRoles(policy, asked.by, by, rules);
    if (foreign !== undefined) return refuse(foreign);
    if (isSigned(policy, current, event)) return refuse({ code: "signed", says: signedAlready, rules, audited: true });
    const { field, key } = command;
    if (!fields.some(({ id }) => id === field)) {
      return refuse({ code: "nothing-to-correct", says: nothingThere, rules });
    }
    const facts = event.type === "step" ? current.facts : {};
    const { answers, faults } = readStepAnswers(
      policy,
      fields,
      { ...event.answers, [field]: command.value },
      { facts },
    );
    const value = answers[field];
    const own = faults.filter(({ path, code }) => code !== "required" || path === `/${field}` || !leftOpen(event));
    if (own.length > 0 || value === undefined) {
      const wrong = own.map((one) => (one.path === `/${field}` ? { ...one, path: "/value" } : one));
      const unasked = { path: "/value", code: "invalid", says: say("此项未要求填写", "this field is not asked here") };
      return refuse({ code: "bad-fields", fields: wrong.length > 0 ? wrong : [unasked], rules });
    }
    const reason = clean(command.reason, true);
    if (reason === "") {
      const says = say("更正须写明原因", "a correction needs a reason");
      return refuse({ code: "bad-fields", fields: [{ path: "/reason", code: "required", says }], rules });
    }
    const no = step && firstNo(answerGuards, (guard) => guard(rulebook, current, step, answers, asked));
    if (no !== undefined) return refuse(no);
    const before = event.answers[field];
    if (canonicalJson(before) === canonicalJson(value)) return accept([]);
    return accept([{ type: "corrected", ...asked, key, place: command.place, field, before, value, reason }]);
  },
  led: (_policy, event, { place, field, reason }) =>
    event.type === "corrected" &&
    event.place === place &&
    event.field === field &&
    event.reason === clean(reason, true),
};

/** The answers at a place of the timeline that somebody may put right now. */
export const mayCorrect = (policy: Policy, current: Case, place: number, by: Actor): readonly StepField[] => {
  const event = current.told[place];
  if (event === undefined || !isAnswered(event) || isSigned(policy, current, event)) return [];
  const open = correctable(policy, event);
  return actsAs(by, open.by) ? open.fields.filter(({ id }) => leftOpen(event) || Object.hasOwn(event.answers, id)) : [];
};
