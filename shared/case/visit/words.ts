import { say, type Text } from "../../kernel/text.ts";
import { sayChannel } from "../../policy/explain-words.ts";
import type { VisitRule } from "../../policy/follow-up.ts";
import type { Policy } from "../../policy/policy.ts";
import { listed } from "../../policy/wording.ts";
import type { Step } from "../../policy/workflow.ts";
import type { FieldFault, Refusal } from "../fault.ts";
import type { VisitReading } from "./visits.ts";

export const unknownVisit = (policy: Policy): Refusal => {
  const known = policy.visits.map(({ id }) => id).join(", ");
  return {
    code: "unknown-visit",
    says: say(`没有此回访；有：${known}`, `there is no such visit; there is: ${known}`),
    rules: [],
  };
};

export const notOwed = ({ title }: VisitRule): Text =>
  say(`本案现在没有应做的：${title["zh-CN"]}`, `nothing of this is owed now: ${title.en}`);

export const reportedByStep = ({ title }: Step): Text =>
  say(`完成情况由步骤“${title["zh-CN"]}”记录`, `it is reported as done by the step "${title.en}"`);

export const badChannel = ({ channels, rules }: VisitRule): FieldFault => {
  const how = listed(channels.map(sayChannel));
  return {
    path: "/channel",
    code: "invalid",
    rule: rules[0],
    says: say(`方式须为：${how["zh-CN"]}`, `it is made ${how.en}`),
  };
};

export const badDoneAt: FieldFault = {
  path: "/doneAt",
  code: "invalid",
  says: say(
    "回访时间须为带时区的时间，不早于回访事由，不晚于现在",
    "the time has an offset, is not before what the visit is for, and not in the future",
  ),
};

export const badNext: FieldFault = {
  path: "/next",
  code: "required",
  says: say("须另约晚于现在的时间", "promise another time, later than now"),
};

export const needed = (path: string, zh: string, en: string): FieldFault => ({
  path,
  code: "required",
  says: say(`请填写${zh}`, `say ${en}`),
});

/** What a step still waits for: the visit, or its signature. */
export const waitsFor = ({ rule, state, contacts }: VisitReading): Text => {
  const { title } = rule;
  if (state === "done") {
    return say(`回访尚未签字：${title["zh-CN"]}`, `the visit was made and is not signed: ${title.en}`);
  }
  const count = rule.contacts > 1 ? ` ${contacts}/${rule.contacts}` : "";
  return say(`尚未回访：${title["zh-CN"]}${count}`, `the visit has not been made: ${title.en}${count}`);
};
