import type { Asked } from "../case/act.ts";
import { clean } from "../case/clean.ts";
import type { Refusal } from "../case/fault.ts";
import { notOfRoles, rolesAmong } from "../case/roles.ts";
import { readStepAnswers } from "../case/step-answers.ts";
import { accept, refuse } from "../kernel/result.ts";
import { say } from "../kernel/text.ts";
import { allSteps, type TakenStep } from "../policy/entry-steps.ts";
import { asking } from "../policy/register-form.ts";
import { type Decided, type EntryCommand, type Ground, nothing, reasonFault } from "./command.ts";
import type { Entry } from "./entry.ts";

const isSame = (a: Asked["by"], b: Asked["by"]): boolean => a.kind === "staff" && b.kind === "staff" && a.sub === b.sub;

/** Whether a step needs another person than this one: who wrote the entry consents to it by writing, once (CAL-07). */
export const isForSomebodyElse = (step: TakenStep, entry: Entry, by: Asked["by"]): boolean =>
  (step.other && isSame(by, entry.writtenBy)) ||
  (step.review !== undefined && (isSame(by, entry.writtenBy) || entry.taken.some((event) => isSame(event.by, by))));

/** Why a step is not somebody's to take now. */
const notNow = (ground: Ground, entry: Entry, id: string, { by }: Asked): TakenStep | Refusal => {
  const { policy, form } = ground;
  const step = allSteps(asking(policy, form), form).find((one) => one.id === id);
  const [next] = entry.waits;
  if (step === undefined) {
    const says = say("此登记没有这一步", "entries of this register have no such step");
    return { code: "unknown-step-of-entry", says, rules: form.rules };
  }
  const foreign = notOfRoles(policy, by, step.by, step.rules);
  if (foreign !== undefined) return foreign;
  if (next === undefined || next.id !== id) {
    const says =
      next === undefined
        ? say("无须再办理", "nothing more has to be added")
        : say(`须先办理：${next.title["zh-CN"]}`, `first: ${next.title.en}`);
    return { code: "not-ready", says, rules: step.rules };
  }
  if (isForSomebodyElse(step, entry, by))
    return { code: "same-side", says: say("须由另一人办理", "somebody else has to do this"), rules: step.rules };
  return step;
};

/** Takes the next step, or gives the word that an approval asks for. */
export const take = (ground: Ground, entry: Entry, command: EntryCommand & { do: "take" }, asked: Asked): Decided => {
  const step = notNow(ground, entry, command.step, asked);
  if ("code" in step) return refuse(step);
  const { policy } = ground;
  const read = readStepAnswers(asking(policy, step), step.fields, command.answers, { at: "/answers", facts: {} });
  if (read.faults.length > 0) return refuse({ code: "bad-fields", fields: read.faults, rules: step.rules });
  const remark = clean(command.remark ?? "", true) || undefined;
  const roles = [...rolesAmong(asked.by, step.by)];
  const { answers } = read;
  return accept([{ type: "taken", ...asked, key: command.key, step: step.id, roles, answers, remark }]);
};

/** Says no, which ends the entry where the regulation lets somebody say it. */
export const decline = (
  ground: Ground,
  entry: Entry,
  command: EntryCommand & { do: "decline" },
  asked: Asked,
): Decided => {
  const step = notNow(ground, entry, command.step, asked);
  if ("code" in step) return refuse(step);
  if (!step.refusable) return nothing(step.rules, say("此步骤不能拒绝", "this cannot be said no to"));
  const reason = clean(command.reason, true);
  const fields = reasonFault(reason);
  if (fields.length > 0) return refuse({ code: "bad-fields", fields, rules: step.rules });
  const roles = [...rolesAmong(asked.by, step.by)];
  return accept([{ type: "declined", ...asked, key: command.key, step: step.id, roles, reason }]);
};

/** Acknowledges a copy (联) of the entry as it stands. */
export const takeCopy = (
  { policy, form }: Ground,
  entry: Entry,
  n: number,
  key: string | undefined,
  asked: Asked,
): Decided => {
  const copy = form.copies[n - 1];
  if (copy?.role === undefined)
    return refuse({ code: "unknown-copy", says: say("没有此联", "it has no such copy"), rules: form.rules });
  const foreign = notOfRoles(policy, asked.by, [copy.role], form.rules);
  if (foreign !== undefined) return refuse(foreign);
  return entry.copies.some((one) => one.copy === n)
    ? nothing(form.rules, say("此联已签收", "this copy has been acknowledged"))
    : accept([{ type: "copyTaken", ...asked, key, copy: n }]);
};
