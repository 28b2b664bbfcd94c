import { say, type Text } from "../kernel/text.ts";
import { fieldLine } from "./explain-case.ts";
import type { Entry } from "./explain-entry.ts";
import { sayFormula } from "./explain-kpi.ts";
import { registerExamples, registerLines } from "./explain-registers.ts";
import { blocking, eventTitle, line, lineOf, onlyWhen, people, sayExample, titles } from "./explain-words.ts";
import type { Kpi } from "./kpi.ts";
import { sayTarget } from "./kpi-words.ts";
import type { Policy } from "./policy.ts";
import type { Checklist, ControlledForm } from "./records.ts";
import { verdict } from "./verdict.ts";
import { saySpan } from "./wording.ts";

const PERIODS: Readonly<Record<Kpi["period"], Text>> = {
  day: say("每日", "each day"),
  week: say("每周", "each week"),
  month: say("每月", "each month"),
  quarter: say("每季度", "each quarter"),
  "half-year": say("每半年", "each half-year"),
  year: say("每年", "each year"),
  survey: say("每次调查", "each survey"),
};

const kpiEntry = (policy: Policy, kpi: Kpi): Entry => {
  const { id, title, rules, numerator, denominator, unit, aspiration, period, examples } = kpi;
  const goal = sayTarget(kpi);
  return {
    key: `kpis.${id}`,
    title,
    rules,
    says: [
      unit === "count"
        ? line("统计", "Counts", numerator)
        : say(`${numerator["zh-CN"]} ÷ ${denominator["zh-CN"]}`, `${numerator.en} ÷ ${denominator.en}`),
      goal === undefined
        ? say("制度未规定目标，只列示", "The regulation gives no target; it is shown")
        : line("目标", "Target", say(goal, goal)),
      ...(aspiration ? [say("力争目标：未达到不计为不合格", "Striven for: missing it is no failure")] : []),
      line("周期", "Taken", PERIODS[period]),
      ...sayFormula(policy, kpi),
    ],
    examples: examples.map((example) => {
      const { shown, met } = verdict(kpi, example);
      const [zh, en] = met === null ? ["不评判", "not judged"] : met ? ["达标", "met"] : ["未达标", "missed"];
      return sayExample(example.why, say(`${shown ?? "无数据"}，${zh}`, `${shown ?? "no data"}, ${en}`));
    }),
  };
};

const rulesOf = ({ rules, fields, entries }: ControlledForm): readonly string[] => [
  ...rules,
  ...fields.flatMap((field) => field.rules),
  ...(entries === undefined ? [] : [...entries.refuses, ...entries.needs, ...entries.steps]).flatMap(
    (one) => one.rules,
  ),
];

const formLines = (policy: Policy, form: ControlledForm): readonly Text[] => {
  const { by, keptBy, fields, copies, retention, never, filledOn, when, blocks, entries } = form;
  return [
    ...lineOf("填写", "Filled by", people(policy, by)),
    ...(filledOn === undefined ? [] : [line("填写时机", "When", eventTitle(policy, filledOn))]),
    ...fieldLine(fields),
    ...lineOf(
      "分送",
      "Copies for",
      copies.map(({ to }) => to),
    ),
    ...lineOf("保管", "Kept by", people(policy, keptBy === undefined ? [] : [keptBy])),
    ...lineOf("保存期", "Kept for", titles([policy.clocks], retention === undefined ? [] : [retention])),
    ...lineOf("不得提供给", "Never for", people(policy, never)),
    ...blocking(policy, blocks),
    ...onlyWhen(policy, when),
    ...(entries === undefined ? [] : registerLines(policy, { ...form, entries })),
  ];
};

const formEntries = (policy: Policy): readonly Entry[] =>
  policy.forms.map((form) => ({
    key: `forms.${form.id}`,
    title: form.title,
    rules: rulesOf(form),
    says: formLines(policy, form),
    examples: form.entries === undefined ? [] : registerExamples(policy, { ...form, entries: form.entries }),
  }));

/** What a measured value may be, with its unit. */
export const sayLimit = (policy: Policy, limit: NonNullable<Checklist["items"][number]["limit"]>): Text => {
  const span = saySpan(policy, "", limit);
  return say(`${span["zh-CN"]}${limit.unit["zh-CN"]}`, `${span.en} ${limit.unit.en}`);
};

const checklistEntries = (policy: Policy): readonly Entry[] =>
  policy.checklists.map(({ id, title, rules, items }) => ({
    key: `checklists.${id}`,
    title,
    rules,
    says: items.map(({ title: item, limit }) => {
      if (limit === undefined) return item;
      const span = sayLimit(policy, limit);
      return say(`${item["zh-CN"]}：${span["zh-CN"]}`, `${item.en}: ${span.en}`);
    }),
    examples: items.flatMap(({ title: item, examples }) =>
      examples.map(({ why, value, passes }) =>
        sayExample(
          why,
          say(`${item["zh-CN"]}${value}，${passes ? "合格" : "不合格"}`, `${value}, ${passes ? "passes" : "fails"}`),
        ),
      ),
    ),
  }));

/** Forms, checklists, what not everybody may see, documents and figures. */
export const recordEntries = (policy: Policy): readonly Entry[] => [
  ...formEntries(policy),
  ...checklistEntries(policy),
  ...policy.privacy.map(({ id, title, rules, readableBy, disclosure }) => ({
    key: `privacy.${id}`,
    title,
    rules: [...rules, ...(disclosure?.rules ?? [])],
    says: [
      ...lineOf("可查看", "Readable by", people(policy, readableBy)),
      ...(disclosure === undefined
        ? []
        : lineOf(
            "依法提供，须有法律依据，由",
            "Disclosed on a legal basis alone, by",
            people(policy, [disclosure.by]),
          )),
    ],
    examples: [],
  })),
  ...policy.documents.map(({ id, title, rules, use, known }) => ({
    key: `documents.${id}`,
    title,
    rules,
    says: [use, ...(known ? [] : [say("该文件未提供", "The document itself is not at hand")])],
    examples: [],
  })),
  ...policy.kpis.map((kpi) => kpiEntry(policy, kpi)),
];
