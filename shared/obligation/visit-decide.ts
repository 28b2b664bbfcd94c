import { startOfDay } from "../calendar/zone.ts";
import type { Asked } from "../case/act.ts";
import { readAnswers } from "../case/answers.ts";
import { clean } from "../case/clean.ts";
import type { FieldFault, Refusal } from "../case/fault.ts";
import { notOfRoles } from "../case/roles.ts";
import { Instant } from "../kernel/instant.ts";
import { accept, type Result, refuse } from "../kernel/result.ts";
import { say, type Text } from "../kernel/text.ts";
import { type Field, plainFields } from "../policy/field.ts";
import type { Channel } from "../policy/follow-up.ts";
import type { Policy } from "../policy/policy.ts";
import type { Schedule } from "../policy/schedule.ts";
import type { ObligationEvent } from "./event.ts";
import { isOpen, type Obligation } from "./obligation.ts";

type Told = {
  readonly channel: (typeof Channel)["_output"];
  readonly doneAt?: string | undefined;
  readonly note?: string | undefined;
};

/** What whoever makes a visit writes down of it. */
export type VisitCommand = { readonly key?: string | undefined } & (
  | ({ readonly do: "done"; readonly whom: string; readonly answers: Readonly<Record<string, unknown>> } & Told)
  | ({ readonly do: "unreachable" } & Told)
  | { readonly do: "rebooked"; readonly apology: string; readonly next: string }
  | { readonly do: "signed"; readonly name: string; readonly method: "drawn" | "typed" | "paper" }
);

type Decided = Result<readonly ObligationEvent[], Refusal>;
type Ground = { readonly policy: Policy; readonly schedule: Schedule };

const fault = (path: string, zh: string, en: string, code = "invalid"): FieldFault => ({
  path,
  code,
  says: say(zh, en),
});

/** Whether it is over only once the customer has signed: some visits alone. */
export const needsSignature = ({ duty }: Pick<Schedule, "duty">): boolean => duty.is === "visit" && duty.signature;

/** By what a visit may be made; nothing else is made by any. */
export const channelsOf = ({ duty }: Pick<Schedule, "duty">) => (duty.is === "visit" ? duty.channels : []);

/** What the regulation's record of such a visit asks (ITS-14). */
export const fieldsOf = ({ policy, schedule }: Ground): readonly Field[] =>
  plainFields(policy.forms.find(({ id }) => id === schedule.form)?.fields ?? []);

/** What is wrong with how and when somebody was visited: by a channel of the regulation, in the window, not in future. */
const toldFaults = ({ policy, schedule }: Ground, visit: Obligation, { channel, doneAt }: Told, at: Instant) => {
  const channels = channelsOf(schedule);
  const when = doneAt === undefined ? at : Instant.safeParse(doneAt).data;
  const opens = startOfDay(visit.slot.window[0], policy.calendar.timeZone);
  const known = channels.some((one) => one === channel);
  return {
    when: when ?? at,
    faults: [
      ...(known ? [] : [fault("/channel", `应为：${channels.join("、")}`, `one of: ${channels.join(", ")}`)]),
      ...(when === undefined || when > at || when < opens
        ? [fault("/doneAt", "时间须在回访期内，且不晚于现在", "a time since the window opened, and not in the future")]
        : []),
    ],
  };
};

const done = (
  ground: Ground,
  visit: Obligation,
  command: VisitCommand & { do: "done" },
  { at, by }: Asked,
): Decided => {
  const { when, faults } = toldFaults(ground, visit, command, at);
  const whom = clean(command.whom, false);
  const read = readAnswers(ground.policy, fieldsOf(ground), command.answers, { at: "/answers" });
  const wrong = [
    ...faults,
    ...(whom === "" ? [fault("/whom", "请填写受访人", "say whom you met", "required")] : []),
    ...read.faults,
  ];
  if (wrong.length > 0) return refuse({ code: "bad-fields", fields: wrong, rules: ground.schedule.rules });
  const { key, channel } = command;
  const note = clean(command.note ?? "", true) || undefined;
  return accept([{ type: "done", at, by, key, channel, doneAt: when, note, whom, answers: read.answers }]);
};

const rebooked = (
  ground: Ground,
  visit: Obligation,
  command: VisitCommand & { do: "rebooked" },
  { at, by }: Asked,
): Decided => {
  const apology = clean(command.apology, true);
  const next = Instant.safeParse(command.next).data;
  const inTime = next !== undefined && next > at && next < visit.slot.due;
  const wrong = [
    ...(apology === "" ? [fault("/apology", "请填写致歉内容", "write the apology", "required")] : []),
    ...(inTime ? [] : [fault("/next", "新时间须在将来，且在回访期限内", "a time to come, before the visit is due")]),
  ];
  if (wrong.length > 0 || next === undefined)
    return refuse({ code: "bad-fields", fields: wrong, rules: ground.schedule.rules });
  return accept([{ type: "rebooked", at, by, key: command.key, apology, next }]);
};

const closed: Readonly<Record<VisitCommand["do"], Text>> = {
  done: say(
    "此次回访已完成、不再需要或尚未开始",
    "this visit has been made, is not owed, or its window has not opened",
  ),
  unreachable: say("此次回访已不在办理中", "this visit is not under way"),
  rebooked: say("此次回访已不能改约", "this visit cannot be rebooked any more"),
  signed: say("此次回访无须签字或尚未完成", "this visit needs no signature, or has not been made"),
};

/** Whether something can be written down of a visit at a moment, whoever asks. */
export const canBe = (ground: Ground, visit: Obligation, does: VisitCommand["do"], at: Instant): boolean => {
  if (ground.schedule.duty.is !== "visit") return false;
  const opened = startOfDay(visit.slot.window[0], ground.policy.calendar.timeZone) <= at;
  switch (does) {
    case "done":
    case "unreachable":
      return opened && (isOpen(visit) || visit.state === "MISSED");
    case "rebooked":
      return isOpen(visit);
    case "signed":
      return visit.state === "DONE" && needsSignature(ground.schedule);
  }
};

/**
 * What follows from what somebody wrote down of a visit. One that was missed can be made up for, and stays missed in the
 * record; done is not signed where the customer must sign (AS-92); another time needs an apology (AS-102).
 */
export const decideVisit = (
  ground: Ground,
  visit: Obligation,
  timeline: readonly ObligationEvent[],
  command: VisitCommand,
  asked: Asked,
): Decided => {
  const { policy, schedule } = ground;
  const before = timeline.find((event) => command.key !== undefined && "key" in event && event.key === command.key);
  if (before !== undefined) return before.type === command.do ? accept([]) : refuse({ code: "key-reused", rules: [] });
  const foreign = notOfRoles(policy, asked.by, schedule.by, schedule.rules);
  if (foreign !== undefined) return refuse(foreign);
  if (!canBe(ground, visit, command.do, asked.at))
    return refuse({ code: "nothing-to-do", says: closed[command.do], rules: schedule.rules });
  switch (command.do) {
    case "done":
      return done(ground, visit, command, asked);
    case "unreachable": {
      const { when, faults } = toldFaults(ground, visit, command, asked.at);
      if (faults.length > 0) return refuse({ code: "bad-fields", fields: faults, rules: schedule.rules });
      const note = clean(command.note ?? "", true) || undefined;
      const { key, channel } = command;
      return accept([{ type: "unreachable", ...asked, key, channel, doneAt: when, note }]);
    }
    case "rebooked":
      return rebooked(ground, visit, command, asked);
    case "signed": {
      const name = clean(command.name, false);
      if (name !== "") return accept([{ type: "signed", ...asked, key: command.key, name, method: command.method }]);
      const fields = [fault("/name", "请填写签字人", "say who signed", "required")];
      return refuse({ code: "bad-fields", fields, rules: schedule.rules });
    }
  }
};
