import type { Asked } from "../case/act.ts";
import type { StepAnswers } from "../case/actor.ts";
import { clean } from "../case/clean.ts";
import type { FieldFault, Refusal } from "../case/fault.ts";
import { notAnOfficer } from "../case/keeping/officer.ts";
import { actsAs, notOfRoles } from "../case/roles.ts";
import { readStepAnswers } from "../case/step-answers.ts";
import { canonicalJson } from "../kernel/canonical.ts";
import type { Instant } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { say } from "../kernel/text.ts";
import { allSteps } from "../policy/entry-steps.ts";
import { asking } from "../policy/register-form.ts";
import { type Decided, type EntryCommand, fault, type Ground, nothing, type Raw, reasonFault } from "./command.ts";
import { type Entry, type EntryGround, stands } from "./entry.ts";
import type { EntryEvent } from "./event.ts";
import { holdEntry } from "./hold.ts";
import { refusedBy } from "./refusing.ts";
import { momentOf, writersOf } from "./register.ts";
import { decline, take, takeCopy } from "./taking.ts";

/** What a command leaves behind. */
const LEFT = {
  correct: "corrected",
  take: "taken",
  decline: "declined",
  "take-copy": "copyTaken",
  void: "voided",
  hold: "held",
  release: "holdReleased",
} as const satisfies Record<EntryCommand["do"], EntryEvent["type"]>;

/** What fulfils an obligation has happened: nobody enters on Monday that Friday's work is done. */
const tooEarly = ({ policy, form }: EntryGround, answers: StepAnswers, at: Instant): readonly FieldFault[] => {
  const { on, fulfils } = form.entries;
  if (on === undefined || fulfils.length === 0 || momentOf(policy, form, answers, at) <= at) return [];
  return [fault(`/answers/${on}`, "不能早于事情发生之前登记", "what has not happened yet cannot be entered")];
};

/** The answers of an entry as they may be kept, or why they may not. */
export const judged = (
  ground: Ground,
  given: Raw,
  { at, writtenAt }: { readonly at: Instant; readonly writtenAt: Instant },
): Result<StepAnswers, Refusal> => {
  const { policy, form } = ground;
  const read = readStepAnswers(asking(policy, form), form.fields, given, { at: "/answers", facts: {} });
  const fields = [...read.faults, ...(read.faults.length > 0 ? [] : tooEarly(ground, read.answers, at))];
  if (fields.length > 0) return refuse({ code: "bad-fields", fields, rules: form.rules });
  const no = refusedBy(ground, read.answers, writtenAt);
  return no === undefined ? accept(read.answers) : refuse(no);
};

/** Who may not write in a register is told before anything is said of what they wrote. */
export const mayNotWrite = ({ policy, form }: EntryGround, by: Asked["by"]): Refusal | undefined =>
  notOfRoles(policy, by, writersOf(policy, form), form.rules);

const notStanding = ({ form }: EntryGround, entry: Entry): Refusal | undefined =>
  stands(entry) && entry.forgottenAt === undefined
    ? undefined
    : {
        code: "nothing-to-do",
        says: say("此条已作废、未获同意或已删除个人信息", "this entry was struck out, refused, or its data erased"),
        rules: form.rules,
      };

const correct = (ground: Ground, entry: Entry, command: EntryCommand & { do: "correct" }, asked: Asked): Decided => {
  const reason = clean(command.reason, true);
  const said = judged(ground, command.answers, { at: asked.at, writtenAt: entry.writtenAt });
  if (!said.ok && said.error.code !== "bad-fields") return said;
  const fields = [
    ...(said.ok ? [] : said.error.code === "bad-fields" ? said.error.fields : []),
    ...reasonFault(reason),
  ];
  if (!said.ok || fields.length > 0) return refuse({ code: "bad-fields", fields, rules: ground.form.rules });
  const isSame = canonicalJson(said.value) === canonicalJson(entry.answers);
  return isSame
    ? nothing(ground.form.rules, say("内容没有变化", "nothing in it is different"))
    : accept([{ type: "corrected", ...asked, key: command.key, answers: said.value, reason }]);
};

const strikeOut = (ground: Ground, command: EntryCommand & { do: "void" }, asked: Asked): Decided => {
  const reason = clean(command.reason, true);
  const fields = reasonFault(reason);
  return fields.length > 0
    ? refuse({ code: "bad-fields", fields, rules: ground.form.rules })
    : accept([{ type: "voided", ...asked, key: command.key, reason }]);
};

/** Whether somebody has anything to do with a command at all, which is said before anything else. */
const foreignTo = (ground: Ground, command: EntryCommand, by: Asked["by"]): Refusal | undefined => {
  if (command.do === "correct" || command.do === "void") return mayNotWrite(ground, by);
  const { policy, form } = ground;
  if (command.do === "hold" || command.do === "release") return notAnOfficer(policy, by, []);
  const roles =
    command.do === "take-copy"
      ? form.copies.flatMap(({ role }) => role ?? [])
      : allSteps(asking(policy, form), form).flatMap((step) => step.by);
  return actsAs(by, roles) ? undefined : notOfRoles(policy, by, [...new Set(roles)], form.rules);
};

/**
 * What follows from a command to an entry. Nothing is overwritten: a correction stands beside what it corrects, and what
 * was approved before it has to be approved again.
 */
export const decideEntry = (
  ground: Ground,
  entry: Entry,
  timeline: readonly EntryEvent[],
  command: EntryCommand,
  asked: Asked,
): Decided => {
  const foreign = foreignTo(ground, command, asked.by);
  if (foreign !== undefined) return refuse(foreign);
  const before = timeline.find((event) => command.key !== undefined && "key" in event && event.key === command.key);
  if (before !== undefined)
    return before.type === LEFT[command.do] ? accept([]) : refuse({ code: "key-reused", rules: [] });
  if (command.do === "hold" || command.do === "release") return holdEntry(entry, command, asked);
  const gone = notStanding(ground, entry);
  if (gone !== undefined) return refuse(gone);
  switch (command.do) {
    case "correct":
      return correct(ground, entry, command, asked);
    case "take":
      return take(ground, entry, command, asked);
    case "decline":
      return decline(ground, entry, command, asked);
    case "take-copy":
      return takeCopy(ground, entry, command.copy, command.key, asked);
    case "void":
      return strikeOut(ground, command, asked);
  }
};
