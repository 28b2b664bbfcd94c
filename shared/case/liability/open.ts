import { say, type Text } from "../../kernel/text.ts";
import { Field, ListField, type StepField } from "../../policy/field.ts";
import type { Liability } from "../../policy/liability.ts";
import { isFinal } from "../final.ts";
import type { Opens } from "../open.ts";
import { notOfRoles } from "../roles.ts";
import { readLiability } from "./liability.ts";

const title: Text = say("责任判定", "Decide on liability");

const choice = (id: string, label: Text, of: readonly { readonly value: string; readonly label: Text }[]): Field =>
  Field.parse({ id, type: "choice", label, of: of.map(({ value, label }) => ({ value, label })) });

const shares = ListField.parse({
  id: "shares",
  type: "list",
  label: say("部门责任比例", "Share of a department"),
  fields: [
    { id: "department", type: "text", max: 100, required: true, label: say("部门", "Department") },
    {
      id: "percent",
      type: "number",
      min: 0,
      max: 100,
      required: true,
      label: say("比例", "Share"),
      unit: say("%", "%"),
    },
  ],
});

const fieldsOf = (rule: Liability): readonly StepField[] => [
  ...rule.questions.map((question) => ({
    ...choice(question.id, question.title, question.answers),
    id: `answers.${question.id}`,
  })),
  choice("class", say("责任类别", "Class"), rule.classes),
  ...(rule.shares === undefined ? [] : [shares]),
];

/** The decision on liability, for those who decide, until all have signed it. */
export const openLiability: Opens = ({ policy }, current, by) => {
  const read = readLiability(policy, current);
  if (read === undefined || read.settled || isFinal(policy, current.state)) return [];
  const { rule } = read;
  return [
    {
      act: "judgeLiability",
      of: "liability",
      title,
      rules: rule.rules,
      path: "liability",
      given: {},
      fields: fieldsOf(rule),
      closed: notOfRoles(policy, by, rule.decidedBy, rule.rules),
    },
  ];
};
