import { reasonLabel } from "../../case/excuse.ts";
import type { Instant } from "../../kernel/instant.ts";
import { say } from "../../kernel/text.ts";
import { clockTitle, type Line, momentIn, type Telling } from "./line.ts";

const until = (telling: Telling, at: Instant): string =>
  `${telling.locale === "zh-CN" ? "期限" : "due"} ${momentIn(telling, at)}`;

const optional = (text: string | undefined): readonly string[] => (text ? [text] : []);

export const extensionRequested: Line<"extensionRequested"> = (event, telling) =>
  telling.reader === "customer"
    ? undefined
    : {
        what: say("申请延期", "Extension requested"),
        detail: [clockTitle(telling, event.clock), until(telling, event.newDue), event.reason],
      };

export const extensionDecided: Line<"extensionDecided"> = (event, telling) => {
  const clock = clockTitle(telling, event.clock);
  const staff = telling.reader === "staff";
  const remark = staff ? optional(event.remark) : [];
  if (event.approved) return { what: say("延期已批准", "Extension approved"), detail: [clock, ...remark] };
  return staff ? { what: say("延期未批准", "Extension refused"), detail: [clock, ...remark] } : undefined;
};

const promisedIn = (telling: Telling, exception: string): readonly string[] => {
  const one = telling.current.exceptions.find(({ id }) => id === exception);
  const word = telling.locale === "zh-CN" ? "承诺" : "promised";
  return one === undefined ? [] : [`${word} ${momentIn(telling, one.promised)}`];
};

/** Staff read reason and remarks; the customer reads that a new time was promised, and which. */
export const exceptionRecorded: Line<"exceptionRecorded"> = (event, telling) => {
  if (telling.reader === "customer") return undefined;
  const reason = reasonLabel(telling.policy, event.clock, event.reason)[telling.locale];
  return {
    what: say("记录例外", "Exception recorded"),
    detail: [
      clockTitle(telling, event.clock),
      ...promisedIn(telling, event.exception),
      reason,
      ...optional(event.remark),
    ],
  };
};

export const exceptionDecided: Line<"exceptionDecided"> = (event, telling) => {
  const clock = clockTitle(telling, event.clock);
  const promised = promisedIn(telling, event.exception);
  if (telling.reader === "customer") {
    return event.approved
      ? { what: say("已重新承诺时间", "A new time was promised"), detail: [clock, ...promised] }
      : undefined;
  }
  return event.approved
    ? { what: say("例外已批准", "Exception approved"), detail: [clock, ...promised, ...optional(event.remark)] }
    : { what: say("例外未批准", "Exception refused"), detail: [clock, ...optional(event.remark)] };
};

export const reminded: Line<"reminded"> = (event, telling) =>
  telling.reader === "customer"
    ? undefined
    : { what: say("到期提醒", "Reminder"), detail: [clockTitle(telling, event.clock), until(telling, event.due)] };

export const breached: Line<"breached"> = (event, telling) => ({
  what: say("逾期", "Overdue"),
  detail: [clockTitle(telling, event.clock), until(telling, event.due)],
});
