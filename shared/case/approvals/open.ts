import { say, type Text } from "../../kernel/text.ts";
import { Field } from "../../policy/field.ts";
import { isFinal } from "../final.ts";
import type { Opens } from "../open.ts";
import { notOfRoles } from "../roles.ts";
import { approvalsOf } from "./approvals.ts";
import type { VerdictGiven } from "./event.ts";
import { decidable, notNow, sayable, verdictRoles } from "./verdict.ts";

const WORDS: Readonly<Record<VerdictGiven["verdict"], Text>> = {
  review: say("审核通过", "Reviewed, no objection"),
  approve: say("批准", "Approve"),
  refuse: say("不同意", "Refuse"),
};

const remark = Field.parse({ id: "remark", type: "longText", max: 2000, label: say("意见", "Remark") });

const verdictField = (verdicts: readonly VerdictGiven["verdict"][]): Field =>
  Field.parse({
    id: "verdict",
    type: "choice",
    required: true,
    label: say("决定", "Decision"),
    of: verdicts.map((value) => ({ value, label: WORDS[value] })),
  });

/** Approvals that a case waits for, with what exactly this person may say to them. */
export const openApprovals: Opens = ({ policy }, current, by) =>
  isFinal(policy, current.state)
    ? []
    : approvalsOf(policy, current)
        .filter(({ rule, needed, state }) => needed === true && state !== "given" && decidable(policy).includes(rule))
        .map((reading) => {
          const { rule } = reading;
          const may = sayable(reading, by);
          const [first = "refuse"] = may;
          return {
            act: "giveVerdict",
            of: rule.id,
            title: rule.title,
            rules: rule.rules,
            path: "approvals",
            given: { approval: rule.id },
            fields: [verdictField(may.length === 0 ? ["review", "approve", "refuse"] : may), remark],
            closed:
              notOfRoles(policy, by, verdictRoles(rule, "refuse"), rule.rules) ??
              notNow(policy, current, reading, first),
          };
        });
