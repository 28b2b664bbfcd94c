import { insidersOf, kindOf } from "../../case/sanctions/sanctions.ts";
import { say } from "../../kernel/text.ts";
import type { Line, Telling } from "./line.ts";

/** Only who proposes and who decides may know; never the customer, nor the rest of the house (AS-128). */
const ruleFor = ({ policy, reader, roles = [] }: Telling, id: string) => {
  const rule = policy.sanctions.find((one) => one.id === id);
  if (reader === "customer" || rule === undefined) return undefined;
  return insidersOf(rule).some((role) => roles.includes(role)) ? rule : undefined;
};

export const sanctionProposed: Line<"sanctionProposed"> = (event, telling) => {
  const rule = ruleFor(telling, event.rule);
  if (rule === undefined) return undefined;
  const kind = kindOf(rule, event.kind)?.[telling.locale] ?? event.kind;
  return {
    what: say("提出处理建议", "Sanction proposed"),
    detail: [rule.title[telling.locale], kind, event.subject, event.basis],
  };
};

export const sanctionDecided: Line<"sanctionDecided"> = (event, telling) => {
  const rule = ruleFor(telling, event.rule);
  if (rule === undefined) return undefined;
  return {
    what: event.approved ? say("处理建议已批准", "Sanction approved") : say("处理建议未批准", "Sanction refused"),
    detail: [rule.title[telling.locale], ...(event.remark === undefined ? [] : [event.remark])],
  };
};
