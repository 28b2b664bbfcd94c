import { say } from "../../kernel/text.ts";
import type { Field } from "../../policy/field.ts";
import type { Sanction as SanctionRule } from "../../policy/liability.ts";

/** What is said of a sanction when it is proposed. */
export const proposalFields = ({ kinds }: SanctionRule): readonly Field[] => [
  {
    id: "kind",
    type: "choice",
    label: say("处理种类", "Kind"),
    required: true,
    rules: [],
    of: kinds.map((label) => ({ value: label["zh-CN"], label })),
  },
  { id: "subject", type: "text", max: 100, label: say("对象", "Whom it concerns"), required: true, rules: [] },
  { id: "basis", type: "longText", max: 4000, label: say("依据", "On what ground"), required: true, rules: [] },
];

export const decisionFields: readonly Field[] = [
  { id: "approve", type: "flag", label: say("批准", "Approve"), required: true, rules: [] },
  { id: "remark", type: "longText", max: 2000, label: say("意见", "Remark"), required: false, rules: [] },
];
