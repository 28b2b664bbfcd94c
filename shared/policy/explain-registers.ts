import { say, type Text } from "../kernel/text.ts";
import { allSteps, stepsFor } from "./entry-steps.ts";
import { line, lineOf, people, sayExample, titles } from "./explain-words.ts";
import type { Policy } from "./policy.ts";
import { asking, type Register } from "./register-form.ts";
import { joined, labelOf, listed, sayCondition } from "./wording.ts";

const NUMBERED = say("逐条编号", "Entries are numbered");

/** What is refused, and what must be on file first. */
const conditions = (policy: Policy, { entries: { refuses, needs } }: Register): readonly Text[] => [
  ...refuses.map(({ title, when, holidays, within }) => {
    const why = [
      ...(when === undefined ? [] : [sayCondition(policy, when)]),
      ...holidays.map((name) => joined([labelOf(policy, name), say("为法定节假日", "is a public holiday")], "", " ")),
      ...(within === undefined
        ? []
        : [say(`与同一对象的另一条相隔不超过${within}天`, `within ${within} days of another of the same subject`)]),
    ];
    return line(`不予登记（${title["zh-CN"]}）`, `Not entered (${title.en})`, listed(why));
  }),
  ...needs.map(({ title, form, when }) =>
    line(
      `须先备案（${title["zh-CN"]}）`,
      `On file first (${title.en})`,
      listed([...titles([policy.forms], [form]), ...(when === undefined ? [] : [sayCondition(policy, when)])]),
    ),
  ),
];

/** How a form is kept as a register: what is refused, what is added later and by whom, and what an entry shows done. */
export const registerLines = (regulation: Policy, form: Register): readonly Text[] => {
  const policy = asking(regulation, form);
  const { subject, people: named, numbering, fulfils } = form.entries;
  return [
    say(
      "作为台账逐条登记，更正另记，不涂改原文",
      "Kept as a register: entries are corrected beside, never overwritten",
    ),
    ...lineOf("按此项查找", "Found by", subject === undefined ? [] : [labelOf(policy, subject)]),
    ...lineOf(
      "涉及外部人员（应其要求删除所填文字）",
      "Names people from outside (what was typed goes when they ask for it)",
      named.map((name) => labelOf(policy, name)),
    ),
    ...(numbering === undefined ? [] : [NUMBERED]),
    ...conditions(policy, form),
    ...allSteps(policy, form).map(({ title, by, clock }) =>
      line(
        `登记后（${title["zh-CN"]}）`,
        `Then (${title.en})`,
        listed([...people(policy, by), ...titles([policy.clocks], clock === undefined ? [] : [clock])]),
      ),
    ),
    ...lineOf(
      "完成的定期工作",
      "Shows to be done",
      titles(
        [policy.schedules],
        fulfils.map(({ schedule }) => schedule),
      ),
    ),
  ];
};

/** The examples of a register, each with what becomes of it. */
export const registerExamples = (regulation: Policy, form: Register): readonly Text[] => {
  const policy = asking(regulation, form);
  const { refuses, needs, examples } = form.entries;
  return examples.map(({ why, answers, refused, needs: needed }) => {
    const no = refuses.find(({ id }) => id === refused) ?? needs.find(({ id }) => needed.includes(id));
    if (no !== undefined) return sayExample(why, no.says);
    const steps = stepsFor(policy, form, answers);
    const next =
      steps.length === 0 ? say("登记即生效", "entered and complete") : listed(steps.map(({ title }) => title));
    return sayExample(why, steps.length === 0 ? next : line("等待", "waits for", next));
  });
};
