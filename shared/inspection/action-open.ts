import type { Actor } from "../case/actor.ts";
import { actsAs } from "../case/roles.ts";
import { say, type Text } from "../kernel/text.ts";
import type { Field } from "../policy/field.ts";
import type { Corrective } from "../policy/liability.ts";
import type { Policy } from "../policy/policy.ts";
import { type ActionEvent, planOf, stateOf } from "./action.ts";

/** What somebody may do about a common problem now, as a screen draws it. */
type ActionAct = {
  readonly act: string;
  readonly path: string;
  readonly title: Text;
  readonly fields: readonly Field[];
};

const base = { rules: [], required: true };
const long = (id: string, label: Text, required = true): Field => ({
  ...base,
  id,
  type: "longText",
  label,
  required,
  max: 2000,
});
const result = long("result", say("结果", "Result"));

const planFields = ({ roles }: Policy): readonly Field[] => [
  long("cause", say("原因", "Cause")),
  long("measure", say("纠正措施", "Corrective measure")),
  long("prevention", say("预防措施", "Preventive measure"), false),
  {
    ...base,
    id: "owner.role",
    type: "choice",
    label: say("责任岗位", "Responsible role"),
    of: roles.map(({ id, title }) => ({ value: id, label: title })),
  },
  { ...base, id: "owner.person", type: "text", label: say("责任人", "Who carries it out"), max: 100 },
  { ...base, id: "due", type: "date", label: say("完成期限", "By") },
];

const verdict: Field = {
  ...base,
  id: "verdict",
  type: "choice",
  label: say("结论", "Verdict"),
  of: [
    { value: "passed", label: say("有效", "It works") },
    { value: "failed", label: say("无效，退回", "It does not, back") },
  ],
};

/** What somebody may do now about the action on a common problem; planning it, where there is none yet. */
export const actionActs = (
  policy: Policy,
  rule: Corrective,
  timeline: readonly ActionEvent[],
  by: Actor,
): readonly ActionAct[] => {
  const state = timeline.length === 0 ? undefined : stateOf(timeline);
  const owner = planOf(timeline)?.owner.role;
  const theirs = actsAs(by, rule.by);
  const verifies =
    rule.verifiedBy.length === 0
      ? theirs
      : actsAs(by, rule.verifiedBy) && !(owner !== undefined && actsAs(by, [owner]));
  return [
    ...(theirs && state !== "DONE" && state !== "VERIFIED"
      ? [{ act: "plan", path: "plan", title: say("制定措施", "Plan the action"), fields: planFields(policy) }]
      : []),
    ...(theirs && state === "PLANNED"
      ? [{ act: "done", path: "done", title: say("登记完成", "It is carried out"), fields: [result] }]
      : []),
    ...(verifies && state === "DONE"
      ? [{ act: "verification", path: "verification", title: say("验证", "Verify"), fields: [verdict, result] }]
      : []),
  ];
};
