import { say, type Text } from "../kernel/text.ts";
import { analysisReaders } from "./analysis.ts";
import type { Entry } from "./explain-entry.ts";
import {
  blocking,
  eventTitle,
  line,
  lineOf,
  onlyWhen,
  people,
  sayChannel,
  sayDuration,
  titles,
} from "./explain-words.ts";
import type { RoutingRule } from "./follow-up.ts";
import { OPINION_STAGES, type OpinionRule } from "./opinions.ts";
import type { Policy } from "./policy.ts";

const KINDS: Readonly<Record<RoutingRule["kind"], Text>> = {
  "first-contact": say("首问负责", "First contact"),
  assign: say("指派", "Assigned"),
  transfer: say("转交", "Passed on"),
  substitute: say("代理", "Stands in"),
  escalate: say("上报", "Raised"),
  consult: say("会商", "Consulted"),
  arbitrate: say("裁决", "Decides between departments"),
  level: say("服务级别", "A level of service"),
  notify: say("告知", "Told"),
  dispatch: say("派工", "Sent out"),
  lead: say("牵头", "Leads"),
};

const clockLine = (policy: Policy, clock: string | undefined): readonly Text[] =>
  lineOf("期限", "Within", titles([policy.clocks], clock === undefined ? [] : [clock]));

const formLine = (policy: Policy, form: string | undefined): readonly Text[] =>
  lineOf("记录", "Recorded on", titles([policy.forms], form === undefined ? [] : [form]));

/** That opinions become cases, and the events of each, in their order. */
const opinionLines = (policy: Policy, rule: OpinionRule | undefined): readonly Text[] =>
  rule === undefined
    ? []
    : lineOf(
        "不满意的回答和意见逐条立案",
        "Each low answer or comment becomes a case",
        OPINION_STAGES.flatMap((stage) => rule[stage] ?? []).map((event) => eventTitle(policy, event)),
      );

const surveyEntries = (policy: Policy): readonly Entry[] =>
  policy.surveys.map((survey) => {
    const { id, title, rules, audience, by, approvedBy, channels, form, after, asks } = survey;
    const { dimensions, scale, kpis, analysis, commendation, opinions } = survey;
    return {
      key: `surveys.${id}`,
      title,
      rules: [
        ...rules,
        ...dimensions.flatMap((one) => one.rules),
        ...(commendation?.rules ?? []),
        ...(opinions?.rules ?? []),
      ],
      says: [
        line("对象", "Asks", audience),
        ...lineOf("由", "By", people(policy, by)),
        ...lineOf("计划批准", "Its plan is approved by", people(policy, approvedBy)),
        ...lineOf("方式", "How", channels.map(sayChannel)),
        ...(after === undefined ? [] : [line("发出时机", "Sent after", eventTitle(policy, after))]),
        ...(asks === undefined ? [] : [line("答复期限", "Answered within", sayDuration(asks.answerWithin))]),
        ...lineOf("提醒时间", "Reminded after", asks?.remindAfter.map(sayDuration) ?? []),
        ...formLine(policy, form),
        ...lineOf(
          "项目",
          "On",
          dimensions.map((one) => one.title),
        ),
        ...lineOf(
          "评价",
          "Answers",
          scale.map(({ label }) => label),
        ),
        ...lineOf("指标", "Feeds", titles([policy.kpis], kpis)),
        ...lineOf("分析", "Analysed for", analysis),
        ...lineOf("分析报送", "Its analysis is mailed to", people(policy, analysisReaders(policy, survey))),
        ...(commendation === undefined
          ? []
          : lineOf(
              `平均${commendation.from}以上表扬，报`,
              `An average of ${commendation.from} is commended to`,
              people(policy, [commendation.to]),
            )),
        ...opinionLines(policy, opinions),
      ],
      examples: [],
    };
  });

/** Who takes a matter on, visits, surveys, signatures, and what nobody may do. */
export const followUpEntries = (policy: Policy): readonly Entry[] => [
  ...policy.routing.map(({ id, title, rules, kind, by, to, when, within, after, needs, blocks }) => ({
    key: `routing.${id}`,
    title,
    rules,
    says: [
      KINDS[kind],
      ...lineOf("由", "By", people(policy, by)),
      ...lineOf("至", "To", people(policy, to)),
      ...lineOf("前提", "Needs", needs),
      ...lineOf("在其未解决之后", "Only after these failed", titles([policy.routing], after)),
      ...clockLine(policy, within),
      ...blocking(policy, blocks),
      ...onlyWhen(policy, when),
    ],
    examples: [],
  })),
  ...policy.visits.map(
    ({ id, title, rules, after, when, within, by, channels, contacts, form, signature, blocks }) => ({
      key: `visits.${id}`,
      title,
      rules,
      says: [
        line("回访时机", "Owed after", eventTitle(policy, after)),
        ...lineOf("由", "By", people(policy, by)),
        ...lineOf("方式", "How", channels.map(sayChannel)),
        ...clockLine(policy, within),
        ...(contacts > 1 ? [say(`至少${contacts}次`, `At least ${contacts} contacts`)] : []),
        ...(signature ? [say("须签字", "With a signature")] : []),
        ...formLine(policy, form),
        ...blocking(policy, blocks),
        ...onlyWhen(policy, when),
      ],
      examples: [],
    }),
  ),
  ...surveyEntries(policy),
  ...policy.signoffs.map(({ id, title, rules, by, after, form, needs, when, blocks, covers, immutable }) => ({
    key: `signoffs.${id}`,
    title,
    rules,
    says: [
      ...lineOf("签字", "Signed by", people(policy, by)),
      ...(by.length > 1
        ? [needs === "any" ? say("任一即可", "Any one suffices") : say("均须签字", "All of them")]
        : []),
      ...(after === undefined ? [] : [line("不得早于", "Not before", eventTitle(policy, after))]),
      ...formLine(policy, form),
      ...lineOf("同时签认", "Covers", titles([policy.workflow?.steps ?? []], covers)),
      ...(immutable ? [say("签字后不可更改", "Never altered once signed")] : []),
      ...blocking(policy, blocks),
      ...onlyWhen(policy, when),
    ],
    examples: [],
  })),
  ...policy.prohibitions.map(({ id, title, rules, forbids, effect }) => ({
    key: `prohibitions.${id}`,
    title,
    rules,
    says: [
      line("禁止", "Forbidden", forbids),
      "category" in effect
        ? say(`可按类别${effect.category}投诉`, `May be complained of under category ${effect.category}`)
        : line("系统拒绝", "Refused", effect.refuses),
    ],
    examples: [],
  })),
];
