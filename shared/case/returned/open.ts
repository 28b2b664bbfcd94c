import { say } from "../../kernel/text.ts";
import type { Opens } from "../open.ts";
import { notOfRoles } from "../roles.ts";
import { returnedOf } from "./returned.ts";

/** What a return offers beside its steps: the decision on a count beyond the tolerance. */
export const openReturn: Opens = ({ policy }, current, by) => {
  const returned = returnedOf(policy, current);
  if (returned?.stage !== "held") return [];
  const rules = returned.rules.tolerance?.rules ?? returned.rules.rules;
  const max = returned.counted;
  return [
    {
      act: "decideReturn",
      of: "held",
      title: say("决定超出允收比率的退货", "Decide on what came beyond the tolerance"),
      rules,
      path: "returns/decision",
      given: {},
      fields: [
        {
          id: "quantity",
          type: "number",
          min: 0,
          max,
          integer: false,
          required: true,
          rules,
          label: say("入帐数量", "Quantity to book"),
        },
        { id: "remark", type: "longText", max: 2000, required: true, rules: [], label: say("理由", "Why") },
      ],
      closed: notOfRoles(policy, by, returned.rules.agreedBy, rules),
    },
  ];
};
