import { accept, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import type { Act } from "../act.ts";
import { clean } from "../clean.ts";
import { notOfRoles } from "../roles.ts";
import { returnedOf } from "./returned.ts";

export type DecideReturn = { readonly do: "decideReturn"; readonly quantity: number; readonly remark: string };

/** How much of a count beyond the tolerance is booked: never more than was counted, and said why (CCF-45). */
export const decideReturn: Act<DecideReturn> = {
  decide: ({ policy }, current, { key, quantity, remark: given }, asked) => {
    const none = say("没有待决定的退货", "no return waits for a decision");
    if (policy.returns === undefined) return refuse({ code: "nothing-to-do", says: none, rules: [] });
    const { agreedBy, tolerance } = policy.returns;
    const rules = tolerance?.rules ?? policy.returns.rules;
    const foreign = notOfRoles(policy, asked.by, agreedBy, rules);
    if (foreign !== undefined) return refuse(foreign);
    const returned = returnedOf(policy, current);
    if (returned?.stage !== "held" || returned.counted === undefined) {
      return refuse({ code: "nothing-to-do", says: none, rules });
    }
    const remark = clean(given, true);
    const fields = [
      ...(quantity > returned.counted
        ? [
            {
              path: "/quantity",
              code: "invalid",
              rule: rules[0],
              says: say(`不超过实退量${returned.counted}`, `at most the ${returned.counted} that came`),
            },
          ]
        : []),
      ...(remark === "" ? [{ path: "/remark", code: "required", says: say("请写明理由", "say why") }] : []),
    ];
    if (fields.length > 0) return refuse({ code: "bad-fields", fields, rules });
    return accept([{ type: "returnDecided", ...asked, key, quantity, remark }]);
  },
  led: (_policy, event, { quantity, remark }) =>
    event.type === "returnDecided" && event.quantity === quantity && event.remark === clean(remark, true),
};
