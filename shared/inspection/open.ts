import type { Actor } from "../case/actor.ts";
import { actsAs } from "../case/roles.ts";
import { say, type Text } from "../kernel/text.ts";
import type { Field } from "../policy/field.ts";
import { awaits, type InspectionCommand, notTheirs } from "./decide.ts";
import type { Inspection } from "./inspection.ts";
import { approvalOf, type Ground } from "./sides.ts";

/** What somebody may do about a line now, as a screen draws it: sent below the line's address. */
export type InspectionAct = {
  readonly n: number;
  readonly act: InspectionCommand["do"];
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
  max: 500,
});
const verdict: Field = {
  ...base,
  id: "verdict",
  type: "choice",
  label: say("结论", "Verdict"),
  of: [
    { value: "passed", label: say("通过", "Passed") },
    { value: "failed", label: say("不通过", "Not passed") },
  ],
};

const FORMS: Readonly<Record<InspectionCommand["do"], Omit<InspectionAct, "n" | "act">>> = {
  signed: {
    path: "signature",
    title: say("签字确认", "Sign for it"),
    fields: [long("remark", say("意见", "Remark"), false)],
  },
  assigned: {
    path: "rectifier",
    title: say("指定整改人", "Name who puts it right"),
    fields: [
      { ...base, id: "rectifier.name", type: "text", label: say("整改人", "Who"), max: 100 },
      { ...base, id: "rectifier.email", type: "text", label: say("邮箱", "E-mail"), max: 254, required: false },
      { ...base, id: "dueOn", type: "date", label: say("整改期限", "By"), required: false },
    ],
  },
  rectified: {
    path: "rectification",
    title: say("登记整改", "Say that it is put right"),
    fields: [long("measure", say("整改措施", "What was done"))],
  },
  verified: {
    path: "verification",
    title: say("登记验证", "Verify it"),
    fields: [verdict, long("result", say("验证结果", "Result"))],
  },
  approved: {
    path: "approval",
    title: say("审批", "Approve"),
    fields: [verdict, long("plan", say("批准的方案或理由", "What is approved, or why not"))],
  },
};

const DOES = ["signed", "assigned", "rectified", "verified"] as const;

/** What somebody may do about the lines of an inspection now. */
export const inspectionActs = (ground: Ground, current: Inspection, by: Actor): readonly InspectionAct[] => [
  ...current.findings.flatMap((finding) =>
    DOES.filter(
      (does) => awaits(ground, finding, does) && notTheirs(ground, current, finding, does, by) === undefined,
    ).map((act) => ({ n: finding.n, act, ...FORMS[act] })),
  ),
  ...current.approvals.flatMap(({ n, decided }) => {
    const asked = approvalOf(ground, current.filed.lines.find((line) => line.n === n)?.of);
    const mine = asked !== undefined && decided === undefined && actsAs(by, asked.by);
    return mine ? [{ n, act: "approved" as const, ...FORMS.approved }] : [];
  }),
];
