import { say } from "../../kernel/text.ts";
import type { Opens } from "../open.ts";
import { actsAs } from "../roles.ts";
import { closedToDecide } from "./decide.ts";
import { decisionFields, proposalFields } from "./fields.ts";
import { closedToPropose } from "./propose.ts";
import { insidersOf, proposersOf } from "./sanctions.ts";

const proposals: Opens = ({ policy }, current, by) =>
  policy.sanctions
    .filter((rule) => actsAs(by, proposersOf(rule)) && closedToPropose(policy, current, rule, by) === undefined)
    .map((rule) => ({
      act: "proposeSanction",
      of: rule.id,
      title: say(`提出：${rule.title["zh-CN"]}`, `Propose: ${rule.title.en}`),
      rules: rule.rules,
      path: "sanctions",
      given: { sanction: rule.id },
      fields: proposalFields(rule),
    }));

const decisions: Opens = ({ policy }, current, by) =>
  current.sanctions.flatMap((proposal) => {
    const rule = policy.sanctions.find(({ id }) => id === proposal.rule);
    if (rule === undefined || proposal.decided !== undefined || !actsAs(by, insidersOf(rule))) return [];
    return [
      {
        act: "decideSanction",
        of: proposal.id,
        title: say(`决定：${rule.title["zh-CN"]}`, `Decide: ${rule.title.en}`),
        rules: rule.rules,
        path: `sanctions/${proposal.id}/decision`,
        given: {},
        fields: decisionFields,
        closed: closedToDecide(policy, proposal, by),
      },
    ];
  });

/** What can be done now about what may follow for people; offered to nobody who may not know of it. */
export const openSanctions: Opens = (...asked) => [...proposals(...asked), ...decisions(...asked)];
