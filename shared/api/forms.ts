import * as z from "zod";
import { withOffset } from "../calendar/zone.ts";
import { plainAnswers, type StepAnswers } from "../case/actor.ts";
import { eventOf } from "../case/bring.ts";
import type { Case } from "../case/case.ts";
import type { Rulebook } from "../case/clocks.ts";
import { type Copy, copiesOf } from "../case/copies/copies.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Refusal } from "../case/fault.ts";
import { isParty } from "../case/sign/signers.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import type { Locale } from "../kernel/text.ts";
import { say } from "../kernel/text.ts";
import { plainFields, type StepField } from "../policy/field.ts";
import type { Policy } from "../policy/policy.ts";
import type { ControlledForm } from "../policy/records.ts";
import { showAnswers } from "./answers.ts";
import type { Reader } from "./lines/line.ts";
import { SignoffView, signoffViews } from "./signoffs.ts";

const Answer = z.object({ id: z.string(), label: z.string(), value: z.string() });

export const CopyView = z
  .object({
    form: z.string(),
    title: z.string(),
    copy: z.number().int(),
    to: z.string(),
    role: z.string().optional(),
    at: z.string().meta({ description: "since when they are to have it" }),
    acknowledgedAt: z.string().optional(),
    acknowledgedBy: z.string().optional(),
  })
  .meta({ id: "Copy" });
export type CopyView = z.infer<typeof CopyView>;

/** A controlled form of one case as it is filled in: what it says, who signed it, who has a copy. */
export const FormView = z
  .object({
    form: z.string(),
    title: z.string(),
    rules: z.array(z.string()),
    case: z.object({ caseId: z.string(), number: z.string() }),
    filledAt: z.string().optional(),
    sections: z.array(z.object({ title: z.string(), answers: z.array(Answer) })),
    signoffs: z.array(SignoffView),
    copies: z.array(CopyView),
  })
  .meta({ id: "FilledForm" });
export type FormView = z.infer<typeof FormView>;

export const copyView = (policy: Policy, { form, n, to, role, of, acknowledged }: Copy, locale: Locale): CopyView => {
  const zone = policy.calendar.timeZone;
  const by = acknowledged?.by;
  return {
    form: form.id,
    title: form.title[locale],
    copy: n,
    to: to[locale],
    role,
    at: withOffset(of, zone),
    acknowledgedAt: acknowledged && withOffset(acknowledged.at, zone),
    acknowledgedBy: by !== undefined && "name" in by ? by.name : undefined,
  };
};

type Part = { readonly title: string; readonly fields: readonly StepField[]; readonly answers: StepAnswers };

/** What the case says, event by event, as far as its reader may know. */
const partsOf = (policy: Policy, events: readonly CaseEvent[], reader: Reader, locale: Locale): readonly Part[] =>
  events.flatMap((event): Part[] => {
    if (event.type === "received") {
      const { fields = [], form = say("收到", "Received") } = policy.intake ?? {};
      return [{ title: form[locale], fields, answers: event.answers }];
    }
    if (event.type === "visitRecorded") {
      const { whom, opinion, satisfied, doneAt: visitedAt } = event;
      const known = Object.entries({ visitedAt, whom, opinion, satisfied }).filter(([, value]) => value !== undefined);
      return [{ title: "", fields: [], answers: plainAnswers(Object.fromEntries(known) as StepAnswers) }]; // what is undefined was left out
    }
    const step = event.type === "step" ? policy.workflow?.steps.find(({ id }) => id === event.step) : undefined;
    if (step === undefined || event.type !== "step") return [];
    const fields = reader === "staff" ? step.fields : step.fields.filter(({ id }) => step.customerSees?.includes(id));
    return [{ title: (step.done ?? step.title)[locale], fields, answers: event.answers }];
  });

/** The fields of the form itself, each with what the case last said of it. */
const ownFields = (policy: Policy, form: ControlledForm, parts: readonly Part[], locale: Locale) => {
  const [said, asked] = [new Map<string, StepAnswers[string]>(), new Map<string, StepField>()];
  for (const { fields, answers } of parts) {
    for (const field of fields) asked.set(field.id, field);
    const open = fields.length === 0 ? Object.keys(answers) : fields.map(({ id }) => id);
    for (const id of open) if (answers[id] !== undefined) said.set(id, answers[id]);
  }
  return form.fields.flatMap((field) => {
    const value = said.get(field.id);
    if (value === undefined) return [];
    const shown = showAnswers(policy, [asked.get(field.id) ?? field], { [field.id]: value }, locale);
    return shown.map((one) => ({ ...one, label: field.label[locale] }));
  });
};

/** Why a customer may not have a form: it is expressly kept from them (CCF-31), or not theirs to sign. */
const keptFrom = (policy: Policy, form: ControlledForm): Refusal | undefined => {
  const theirs = policy.signoffs.some((one) => one.form === form.id && one.by.some((who) => isParty(policy, who)));
  if (theirs && !form.never.includes("reporter")) return undefined;
  const says = say("此表单不对客户提供", "this form is not open to customers");
  return { code: "internal-form", says, rules: form.rules };
};

type Asked = { readonly caseId: string; readonly reader: Reader; readonly locale: Locale };

/** A form of a case, filled in from what the case says; without fields of its own it is all that was said until then. */
export const formOf = (
  rulebook: Rulebook,
  current: Case,
  id: string,
  { caseId, reader, locale }: Asked,
): Result<FormView, Refusal> => {
  const { policy } = rulebook;
  const form = policy.forms.find((one) => one.id === id);
  if (form === undefined) {
    return refuse({ code: "unknown-form", says: say("制度没有此表单", "the regulation has no such form"), rules: [] });
  }
  const kept = reader === "customer" ? keptFrom(policy, form) : undefined;
  if (kept !== undefined) return refuse(kept);
  const at = current.told.findLastIndex((event) => form.filledOn !== undefined && eventOf(event) === form.filledOn);
  const filled = current.told[at];
  const parts = partsOf(policy, at < 0 ? current.told : current.told.slice(0, at + 1), reader, locale);
  const whole = parts.map(({ title, fields, answers }) => ({
    title,
    answers: showAnswers(policy, fields, answers, locale),
  }));
  return accept({
    form: form.id,
    title: form.title[locale],
    rules: form.rules,
    case: { caseId, number: current.number },
    filledAt: filled && withOffset(filled.at, policy.calendar.timeZone),
    sections:
      plainFields(form.fields).length > 0
        ? [{ title: form.title[locale], answers: ownFields(policy, form, parts, locale) }]
        : whole.filter(({ answers }) => answers.length > 0),
    signoffs: signoffViews(rulebook, current, { reader, locale }).filter(
      ({ signoff }) => policy.signoffs.find((one) => one.id === signoff)?.form === form.id,
    ),
    copies: reader === "staff" ? copiesOf(current, form).map((one) => copyView(policy, one, locale)) : [],
  });
};
