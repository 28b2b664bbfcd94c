import { say } from "../../kernel/text.ts";
import { sayChannel } from "../../policy/explain-words.ts";
import type { Field } from "../../policy/field.ts";
import type { VisitRule } from "../../policy/follow-up.ts";
import type { Opens } from "../open.ts";
import { notOfRoles } from "../roles.ts";
import { closedVisit, OUTCOMES, sayOutcome } from "./visit.ts";
import { visitsOf } from "./visits.ts";

const asked = { rules: [], required: false };

const fieldsOf = ({ channels }: VisitRule): readonly Field[] => [
  {
    ...asked,
    id: "outcome",
    type: "choice",
    label: say("结果", "Outcome"),
    required: true,
    of: OUTCOMES.map((value) => ({ value, label: sayOutcome[value] })),
  },
  {
    ...asked,
    id: "channel",
    type: "choice",
    label: say("方式", "How"),
    required: true,
    of: channels.map((value) => ({ value, label: sayChannel(value) })),
  },
  { ...asked, id: "doneAt", type: "moment", label: say("回访时间", "When") },
  { ...asked, id: "whom", type: "text", label: say("受访人", "Whom"), max: 100 },
  { ...asked, id: "opinion", type: "longText", label: say("对方意见", "What they said"), max: 2000 },
  { ...asked, id: "satisfied", type: "flag", label: say("满意", "Satisfied") },
  { ...asked, id: "apology", type: "longText", label: say("致歉（改约时）", "Apology, where rebooked"), max: 2000 },
  { ...asked, id: "next", type: "moment", label: say("另约时间（改约时）", "New time, where rebooked") },
];

/** Visits that the case owes now. */
export const openVisits: Opens = ({ policy }, current, by) =>
  visitsOf(policy, current)
    .filter((one) => closedVisit(policy, current, one) === undefined)
    .map(({ rule }) => ({
      act: "visit",
      of: rule.id,
      title: rule.title,
      rules: rule.rules,
      path: "visits",
      given: { visit: rule.id },
      fields: fieldsOf(rule),
      closed: notOfRoles(policy, by, rule.by, rule.rules),
    }));
