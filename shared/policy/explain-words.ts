import type { Instant } from "../kernel/instant.ts";
import { never } from "../kernel/result.ts";
import { both, say, type Text } from "../kernel/text.ts";
import type { Condition } from "./condition.ts";
import type { Duration } from "./duration.ts";
import { sayMoment } from "./explain.ts";
import { type Policy, roleTitle } from "./policy.ts";
import { listed, sayCondition } from "./wording.ts";

/** `标签：值` and `Label: value`. */
export const line = (zh: string, en: string, value: Text): Text =>
  say(`${zh}：${value["zh-CN"]}`, `${en}: ${value.en}`);

/** A line where there is something to say, and none where there is not. */
export const lineOf = (zh: string, en: string, values: readonly Text[]): readonly Text[] =>
  values.length === 0 ? [] : [line(zh, en, listed(values))];

const UNITS: Readonly<Record<Duration["kind"], readonly [zh: string, en: string]>> = {
  hours: ["小时", "hour"],
  workingDays: ["个工作日", "working day"],
  days: ["天", "day"],
  weeks: ["周", "week"],
  months: ["个月", "month"],
  years: ["年", "year"],
  sameDay: ["当日", "the same day"],
};

/** A length as people say it: 4个工作日, 4 working days. */
export const sayDuration = ({ kind, n }: Duration): Text => {
  const [zh, en] = UNITS[kind];
  return kind === "sameDay" ? say(zh, en) : say(`${n}${zh}`, `${n} ${en}${n === 1 ? "" : "s"}`);
};

/** Who, by their titles; `reporter` is whoever filed. */
export const people = (policy: Policy, names: readonly string[]): readonly Text[] =>
  names.map((name) => {
    if (name === "reporter") return say("提交人", "whoever filed");
    return roleTitle(policy, name) ?? policy.parties.find(({ id }) => id === name)?.title ?? both(name);
  });

const ENGINE: Readonly<Record<string, Text>> = {
  received: say("收到", "received"),
  approved: say("计划获批", "plan approved"),
  evidenceIncomplete: say("证据不全", "evidence incomplete"),
  photoRefused: say("照片未被接受", "photo refused"),
  clockReminder: say("期限提醒", "reminder of a deadline"),
  clockBreached: say("期限已过", "deadline passed"),
  extensionRequested: say("申请延期", "extension requested"),
  extensionDecided: say("延期已决定", "extension decided"),
  exceptionRecorded: say("记录例外", "exception recorded"),
  signed: say("签字确认", "signed"),
  objected: say("提出异议", "objected to"),
  exceptionDecided: say("例外已决定", "exception decided"),
  mailReceived: say("收到来信", "a mail came in"),
};

/**
 * An example as it comes out. Files say why an example is given in English alone, so Chinese readers get its figures, and
 * the scenario that it belongs to (AS-15) where it is one.
 */
export const sayExample = (why: string, out: Text): Text => {
  const scenario = /^AS-\d+/.exec(why)?.[0];
  return say(scenario === undefined ? out["zh-CN"] : `${scenario}：${out["zh-CN"]}`, `${why}: ${out.en}`);
};

/** What happened, by the title that the file gives it. */
export const eventTitle = (policy: Policy, name: string): Text => {
  const step = policy.workflow?.steps.find(({ event }) => event === name);
  return ENGINE[name] ?? policy.events.find(({ id }) => id === name)?.title ?? step?.done ?? step?.title ?? both(name);
};

type Titled = { readonly id: string; readonly title: Text };

/** Titles of constructs that are referred to by id. */
export const titles = (lists: readonly (readonly Titled[])[], ids: readonly string[]): readonly Text[] =>
  ids.map((id) => lists.flat().find((one) => one.id === id)?.title ?? say(id, id));

/** Steps and schedules that wait for something. */
export const blocking = (policy: Policy, ids: readonly string[]): readonly Text[] =>
  lineOf("未完成前不得进行", "Until then closed", titles([policy.workflow?.steps ?? [], policy.schedules], ids));

/** When a construct applies; nothing where it always does. */
export const onlyWhen = (policy: Policy, when: Condition | undefined): readonly Text[] =>
  when === undefined ? [] : [line("适用条件", "Only when", sayCondition(policy, when))];

/** A moment in both languages; a midnight is said as 24:00 of the day that ends. */
export const moment = ({ calendar: { timeZone } }: Policy, at: Instant): Text =>
  say(sayMoment(at, timeZone, "zh-CN"), sayMoment(at, timeZone, "en"));

type Channel = Policy["visits"][number]["channels"][number];

export const sayChannel = (channel: Channel): Text => {
  switch (channel) {
    case "home":
      return say("上门", "at home");
    case "phone":
      return say("电话", "by phone");
    case "site":
      return say("现场", "on site");
    case "letter":
      return say("信函", "by letter");
    case "mail":
      return say("电子邮件", "by e-mail");
    case "web":
      return say("网页", "on the web");
    case "fax":
      return say("传真", "by fax");
    case "counter":
      return say("柜台", "at the counter");
    case "meeting":
      return say("座谈", "in a meeting");
    default:
      return never(channel);
  }
};
