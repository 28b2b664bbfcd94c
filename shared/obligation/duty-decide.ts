import { startOfDay } from "../calendar/zone.ts";
import type { Asked } from "../case/act.ts";
import { clean } from "../case/clean.ts";
import type { FieldFault, Refusal } from "../case/fault.ts";
import { notOfRoles } from "../case/roles.ts";
import { Instant } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { say, type Text } from "../kernel/text.ts";
import { planApprover } from "../policy/occurrences.ts";
import type { Policy } from "../policy/policy.ts";
import { registersOf } from "../policy/register-form.ts";
import type { Schedule } from "../policy/schedule.ts";
import type { ObligationEvent } from "./event.ts";
import type { DutyObject } from "./object.ts";
import { isOpen, type Obligation } from "./obligation.ts";

/** What somebody writes down of what is owed and is no visit, or decides about it. */
export type DutyCommand = { readonly key?: string | undefined } & (
  | { readonly do: "fulfilled"; readonly doneAt?: string | undefined; readonly note?: string | undefined }
  | { readonly do: "waived"; readonly reason: string }
);

type Ground = { readonly policy: Policy; readonly schedule: Schedule; readonly object: Pick<DutyObject, "kind"> };

/**
 * Who may say that it is not owed this time: whoever approves the plan, verifies the inspection or gets the report, and
 * does not do it themselves.
 */
export const waivers = (schedule: Schedule): readonly string[] => {
  const { duty, by } = schedule;
  const approver = planApprover(schedule);
  const over =
    duty.is === "inspection" && duty.verifiedBy !== undefined ? [duty.verifiedBy] : duty.is === "report" ? duty.to : [];
  return [...(approver === undefined ? [] : [approver]), ...over].filter((role) => !by.includes(role));
};

/** A survey can be made on paper as well, of which nobody but who made it knows. */
const OWN: Partial<Record<Schedule["duty"]["is"], Text>> = {
  inspection: say("提交检查后自动记为完成", "it is done when its inspection is handed in"),
  report: say("提交报告后自动记为完成", "it is done when its report is handed in"),
  visit: say("登记回访后记为完成", "it is done when its visit is recorded"),
};

/**
 * What alone shows that it was done, where it leaves a record of its own; undefined where whoever did it says so. A register
 * that shows it is that record, whatever kind of work it is; one whose entries name no object shows what the company itself owes.
 */
export const shownBy = ({ policy, schedule, object }: Ground): Text | undefined => {
  const shows = (one: { readonly schedule: string; readonly object?: string | undefined }): boolean =>
    one.schedule === schedule.id && (one.object !== undefined || object.kind === "house");
  const form = registersOf(policy).find(({ entries }) => entries.fulfils.some(shows));
  if (form === undefined) return OWN[schedule.duty.is];
  const { title } = form;
  return say(`登记“${title["zh-CN"]}”后自动记为完成`, `it is done when it is entered in "${title.en}"`);
};

/** Whether something is owed still, or can be made up for. */
export const isOwed = (obligation: Obligation): boolean => isOpen(obligation) || obligation.state === "MISSED";

const opened = ({ policy }: Ground, { slot }: Obligation): Instant =>
  startOfDay(slot.window[0], policy.calendar.timeZone);

/** Whether something can be written down of it at a moment, whoever asks. */
export const canDo = (ground: Ground, obligation: Obligation, does: DutyCommand["do"], at: Instant): boolean => {
  const due = isOwed(obligation);
  return does === "waived" ? due : due && shownBy(ground) === undefined && opened(ground, obligation) <= at;
};

const CLOSED = say("此项工作已完成、已免除或尚未开始", "this has been done, is not owed, or its window has not opened");

const fault = (path: string, zh: string, en: string, code = "invalid"): FieldFault => ({
  path,
  code,
  says: say(zh, en),
});

/** What follows from a command to what is owed. One that was missed can be made up for, and stays missed in the record. */
export const decideDuty = (
  ground: Ground,
  obligation: Obligation,
  timeline: readonly ObligationEvent[],
  command: DutyCommand,
  { at, by }: Asked,
): Result<readonly ObligationEvent[], Refusal> => {
  const { policy, schedule } = ground;
  const { rules } = schedule;
  const before = timeline.find((event) => command.key !== undefined && "key" in event && event.key === command.key);
  const roles = command.do === "waived" ? waivers(schedule) : schedule.by;
  const foreign = notOfRoles(policy, by, roles, rules);
  if (foreign !== undefined) return refuse(foreign);
  if (before !== undefined) return before.type === command.do ? accept([]) : refuse({ code: "key-reused", rules: [] });
  const own = command.do === "fulfilled" ? shownBy(ground) : undefined;
  if (own !== undefined) return refuse({ code: "shown-by-record", says: own, rules });
  if (!canDo(ground, obligation, command.do, at)) return refuse({ code: "nothing-to-do", says: CLOSED, rules });
  const { key } = command;
  if (command.do === "waived") {
    const reason = clean(command.reason, true);
    if (reason !== "") return accept([{ type: "waived", at, by, key, reason }]);
    return refuse({
      code: "bad-fields",
      fields: [fault("/reason", "须写明原因", "a reason is needed", "required")],
      rules,
    });
  }
  const doneAt = command.doneAt === undefined ? at : Instant.safeParse(command.doneAt).data;
  if (doneAt === undefined || doneAt > at || doneAt < opened(ground, obligation)) {
    const wrong = fault(
      "/doneAt",
      "时间须在期限窗口开始之后，且不晚于现在",
      "a time since the window opened, and not in the future",
    );
    return refuse({ code: "bad-fields", fields: [wrong], rules });
  }
  return accept([{ type: "fulfilled", at, by, key, doneAt, note: clean(command.note ?? "", true) || undefined }]);
};
