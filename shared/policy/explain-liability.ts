import { say, type Text } from "../kernel/text.ts";
import type { Entry } from "./explain-entry.ts";
import { blocking, eventTitle, line, lineOf, onlyWhen, people } from "./explain-words.ts";
import type { Corrective } from "./liability.ts";
import type { Policy } from "./policy.ts";
import { labelOf, sayCondition } from "./wording.ts";

const PERIOD = { month: say("月", "month"), quarter: say("季度", "quarter"), year: say("年", "year") } as const;

const WHAT: Readonly<Record<Corrective["what"], Text>> = {
  corrective: say("纠正措施", "Corrective action"),
  preventive: say("预防措施", "Preventive action"),
  both: say("纠正和预防措施", "Corrective and preventive action"),
  training: say("培训", "Training"),
};

const sayTrigger = (policy: Policy, trigger: Corrective["trigger"]): readonly Text[] => {
  switch (trigger.on) {
    case "finding":
      return [say("检查发现问题时", "For a finding of an inspection")];
    case "case":
      return [say("处理投诉时", "For a case"), ...onlyWhen(policy, trigger.when)];
    case "survey":
      return [say("调查意见", "For an opinion of a survey")];
    case "repetition": {
      const of = trigger.of === "code" ? say("同一问题", "the same code") : say("同一人", "the same person");
      const per = PERIOD[trigger.per];
      return [
        say(`${of["zh-CN"]}每${per["zh-CN"]}达${trigger.times}次`, `For ${of.en}, ${trigger.times} times a ${per.en}`),
        ...(trigger.departments === undefined
          ? []
          : [say(`或涉及${trigger.departments}个部门`, `or in ${trigger.departments} departments`)]),
        ...(trigger.subject === undefined ? [] : [line("计数对象", "Counted by", labelOf(policy, trigger.subject))]),
        ...(trigger.counts === undefined ? [] : [line("只计", "Counted only", sayCondition(policy, trigger.counts))]),
      ];
    }
  }
};

/** Who decides on liability, what must follow, and what may follow for people. */
export const liabilityEntries = (policy: Policy): readonly Entry[] => {
  const { liability } = policy;
  const untracked = (liability?.classes ?? []).filter(({ tracked }) => !tracked).map(({ label }) => label);
  const triage: readonly Entry[] =
    liability === undefined
      ? []
      : [
          {
            key: "liability",
            title: say("责任判定", "Liability"),
            rules: liability.rules,
            says: [
              ...lineOf("判定", "Decided by", people(policy, liability.decidedBy)),
              ...liability.questions.map(({ title, answers }) =>
                line(
                  title["zh-CN"],
                  title.en,
                  say(
                    answers.map(({ label }) => label["zh-CN"]).join("／"),
                    answers.map(({ label }) => label.en).join(" / "),
                  ),
                ),
              ),
              ...lineOf(
                "责任类别",
                "Classes",
                liability.classes.map(({ label }) => label),
              ),
              ...(liability.triageBlocks.length === 0
                ? []
                : [
                    say("问题未全部回答前：", "While a question is open:"),
                    ...blocking(policy, liability.triageBlocks),
                  ]),
              ...(liability.shares === undefined
                ? []
                : [say("各部门责任比例合计100%", "The departments' shares add up to 100 %")]),
            ],
            examples: [],
          },
        ];
  return [
    ...triage,
    ...policy.corrective.map(({ id, title, rules, what, trigger, by, verifiedBy, blocks, doneOn, procedure }) => ({
      key: `corrective.${id}`,
      title,
      rules,
      says: [
        WHAT[what],
        ...sayTrigger(policy, trigger),
        ...lineOf("由", "By", people(policy, by)),
        ...lineOf("验证", "Verified by", people(policy, verifiedBy)),
        ...blocking(policy, blocks),
        ...(doneOn === undefined ? [] : [line("以此完成", "Done by", eventTitle(policy, doneOn))]),
        ...lineOf("免列案追踪", "Not tracked for", untracked),
        ...(procedure === undefined ? [] : [line("程序", "Procedure", procedure)]),
      ],
      examples: [],
    })),
    ...policy.sanctions.map(({ id, title, rules, kinds, when, proposedBy, approvedBy }) => ({
      key: `sanctions.${id}`,
      title,
      rules,
      says: [
        ...lineOf("种类", "Kinds", kinds),
        ...lineOf("提出", "Proposed by", people(policy, proposedBy)),
        ...lineOf("批准", "Approved by", people(policy, approvedBy)),
        say("从不自动执行，且对提交人保密", "Never automatic, and hidden from whoever filed"),
        ...onlyWhen(policy, when),
      ],
      examples: [],
    })),
  ];
};
