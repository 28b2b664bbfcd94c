import { say } from "../../kernel/text.ts";
import type { Field } from "../../policy/field.ts";
import type { Corrective } from "../../policy/liability.ts";
import type { Policy } from "../../policy/policy.ts";

const long = (id: string, zh: string, en: string, required: boolean): Field => ({
  id,
  type: "longText",
  max: 4000,
  label: say(zh, en),
  required,
  rules: [],
});

const WORK: Readonly<Record<Corrective["what"], readonly Field[]>> = {
  corrective: [long("cause", "原因", "Cause", true), long("measure", "纠正措施", "Corrective measure", true)],
  preventive: [long("cause", "原因", "Cause", true), long("prevention", "预防措施", "Preventive measure", true)],
  both: [
    long("cause", "原因", "Cause", true),
    long("measure", "纠正措施", "Corrective measure", true),
    long("prevention", "预防措施", "Preventive measure", true),
  ],
  training: [
    long("measure", "培训对象和内容", "Who is trained, and in what", true),
    long("cause", "原因", "Cause", false),
  ],
};

/** What has to be said of an action to plan it: the work, who does it, by when. */
export const planFields = ({ roles }: Policy, { what }: Corrective): readonly Field[] => [
  ...WORK[what],
  {
    id: "ownerRole",
    type: "choice",
    label: say("责任部门（岗位）", "Responsible department"),
    required: true,
    rules: [],
    of: roles.map(({ id, title }) => ({ value: id, label: title })),
  },
  { id: "owner", type: "text", max: 100, label: say("责任人", "Person in charge"), required: true, rules: [] },
  { id: "due", type: "date", label: say("完成期限", "Due"), required: true, rules: [] },
];

export const doneFields: readonly Field[] = [long("result", "完成情况", "What was done", true)];

export const verificationFields: readonly Field[] = [
  { id: "effective", type: "flag", label: say("措施有效", "It worked"), required: true, rules: [] },
  long("finding", "效果或退回原因", "The effect, or why it goes back", true),
];
