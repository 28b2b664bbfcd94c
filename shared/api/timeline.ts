import { withOffset } from "../calendar/zone.ts";
import type { Case } from "../case/case.ts";
import type { Rulebook } from "../case/clocks.ts";
import type { Actor, CaseEvent } from "../case/event.ts";
import { reasonLabel } from "../case/excuse.ts";
import { titles } from "../case/roles.ts";
import { sayRefusal } from "../evidence/sayings.ts";
import type { Locale } from "../kernel/text.ts";
import { sayMoment } from "../policy/explain.ts";
import type { Policy } from "../policy/policy.ts";
import { showAnswers } from "./answers.ts";
import type { TimelineLine } from "./views.ts";

export type Reader = "customer" | "staff";

const WORDS = {
  "zh-CN": {
    received: "已收到",
    noted: "备注",
    photoKept: "照片已收",
    photoRefused: "照片未收",
    extensionRequested: "申请延期",
    approved: "延期已批准",
    refused: "延期未批准",
    exceptionRecorded: "记录例外",
    excused: "例外已批准",
    newPromise: "已重新承诺时间",
    notExcused: "例外未批准",
    promised: "承诺",
    reminded: "到期提醒",
    breached: "逾期",
    evidenceAsked: "请求补充照片",
    you: "提交人",
    system: "系统",
    we: "经办人",
    damage: (n: number) => (n === 0 ? "本案" : `第${n}处`),
    due: "期限",
    missing: (where: string, count: number) => `${where}还差${count}张照片`,
  },
  en: {
    received: "Received",
    noted: "Note",
    photoKept: "Photo kept",
    photoRefused: "Photo refused",
    extensionRequested: "Extension requested",
    approved: "Extension approved",
    refused: "Extension refused",
    exceptionRecorded: "Exception recorded",
    excused: "Exception approved",
    newPromise: "A new time was promised",
    notExcused: "Exception refused",
    promised: "promised",
    reminded: "Reminder",
    breached: "Overdue",
    evidenceAsked: "More photos asked for",
    you: "Reporter",
    system: "Aftercare",
    we: "Our staff",
    damage: (n: number) => (n === 0 ? "the case" : `item ${n}`),
    due: "due",
    missing: (where: string, count: number) => `${where}: ${count} more ${count === 1 ? "photo" : "photos"}`,
  },
} as const;

const whoIs = (policy: Policy, by: Actor, reader: Reader, locale: Locale): string => {
  if (by.kind === "reporter") return WORDS[locale].you;
  if (by.kind === "system") return WORDS[locale].system;
  const role = titles(policy, by.roles.slice(0, 1))[0]?.[locale] ?? WORDS[locale].we;
  return reader === "customer" ? role : `${by.name} (${role})`;
};

/** A step as its reader may see it: the customer only the fields that the policy opens, and nothing of an internal step. */
const stepLine = (policy: Policy, event: Extract<CaseEvent, { type: "step" }>, reader: Reader, locale: Locale) => {
  const step = policy.workflow?.steps.find(({ id }) => id === event.step);
  const title = (step?.done ?? step?.title)?.[locale] ?? event.step;
  const fields = step?.fields ?? [];
  if (reader === "customer" && step?.customerSees === undefined) return undefined;
  const open = reader === "staff" ? fields : fields.filter(({ id }) => step?.customerSees?.includes(id) ?? false);
  return {
    what: title,
    detail: showAnswers(policy, open, event.answers, locale).map(
      ({ label, value }) => `${label}${locale === "zh-CN" ? "：" : ": "}${value}`,
    ),
  };
};

type Told = Extract<CaseEvent, { type: "exceptionRecorded" | "exceptionDecided" }>;

/** Staff read reason and remarks; the customer reads that a new time was promised, and which. */
const exceptionLine = (policy: Policy, current: Case, event: Told, reader: Reader, locale: Locale) => {
  const words = WORDS[locale];
  const one = current.exceptions.find(({ id }) => id === event.exception);
  const clock = policy.clocks.find(({ id }) => id === event.clock)?.title[locale] ?? event.clock;
  const promised =
    one === undefined ? [] : [`${words.promised} ${sayMoment(one.promised, policy.calendar.timeZone, locale)}`];
  const remark = event.remark === undefined ? [] : [event.remark];
  if (event.type === "exceptionRecorded") {
    const reason = reasonLabel(policy, event.clock, event.reason)[locale];
    return reader === "staff"
      ? { what: words.exceptionRecorded, detail: [clock, ...promised, reason, ...remark] }
      : undefined;
  }
  if (reader === "customer")
    return event.approved ? { what: words.newPromise, detail: [clock, ...promised] } : undefined;
  return event.approved
    ? { what: words.excused, detail: [clock, ...promised, ...remark] }
    : { what: words.notExcused, detail: [clock, ...remark] };
};

const lineOf = (
  policy: Policy,
  current: Case,
  event: CaseEvent,
  reader: Reader,
  locale: Locale,
): { what: string; detail: string[] } | undefined => {
  const words = WORDS[locale];
  const staff = reader === "staff";
  const clock =
    "clock" in event ? (policy.clocks.find(({ id }) => id === event.clock)?.title[locale] ?? event.clock) : "";
  const until = (at: Parameters<typeof sayMoment>[0]) =>
    `${words.due} ${sayMoment(at, policy.calendar.timeZone, locale)}`;
  switch (event.type) {
    case "received":
      return { what: words.received, detail: [event.number] };
    case "step":
      return stepLine(policy, event, reader, locale);
    case "noted":
      return staff ? { what: words.noted, detail: [event.text] } : undefined;
    case "photoKept":
      return { what: words.photoKept, detail: [words.damage(event.photo.damage)] };
    case "photoRefused":
      return { what: words.photoRefused, detail: [words.damage(event.damage), sayRefusal(event.refusal)[locale]] };
    case "extensionRequested":
      return staff ? { what: words.extensionRequested, detail: [clock, until(event.newDue), event.reason] } : undefined;
    case "extensionDecided": {
      if (!event.approved)
        return staff ? { what: words.refused, detail: [clock, event.remark ?? ""].filter(Boolean) } : undefined;
      return { what: words.approved, detail: [clock, ...(staff && event.remark ? [event.remark] : [])] };
    }
    case "exceptionRecorded":
    case "exceptionDecided":
      return exceptionLine(policy, current, event, reader, locale);
    case "reminded":
      return staff ? { what: words.reminded, detail: [clock, until(event.due)] } : undefined;
    case "breached":
      return { what: words.breached, detail: [clock, until(event.due)] };
    case "evidenceAsked":
      return {
        what: words.evidenceAsked,
        detail: event.missing.map(({ damage, count }) => words.missing(words.damage(damage), count)),
      };
  }
};

/** What happened, oldest first, as far as its reader may know: customers never see notes, internal steps or requests. */
export const timelineOf = ({ policy }: Rulebook, current: Case, reader: Reader, locale: Locale): TimelineLine[] =>
  current.timeline.flatMap((event) => {
    const line = lineOf(policy, current, event, reader, locale);
    const at = withOffset(event.at, policy.calendar.timeZone);
    return line === undefined ? [] : [{ at, who: whoIs(policy, event.by, reader, locale), ...line }];
  });
