import * as z from "zod";
import { accept, refuse } from "../kernel/result.ts";
import { say } from "../kernel/text.ts";
import { Field } from "../policy/field.ts";
import type { Act } from "./act.ts";
import { keyed } from "./actor.ts";
import { clean } from "./clean.ts";
import type { Opens } from "./open.ts";
import { notOfRoles } from "./roles.ts";

/** A closed case was taken up again. */
export const reopened = z.strictObject({
  ...keyed,
  type: z.literal("caseReopened"),
  to: z.string(),
  reason: z.string(),
});

export type ReopenCommand = { readonly do: "reopen"; readonly reason: string };

const notOpen = say("本案不能重新受理", "this case cannot be taken up again");

/**
 * Takes a closed case up again, where its regulation has a place for that: with a reason, by the roles that may. What
 * the closing had stopped starts anew from here; what was met before stays met. A case in whose place another stands is
 * over.
 */
export const reopen: Act<ReopenCommand> = {
  decide: ({ policy }, current, command, asked) => {
    const way = policy.workflow?.reopening;
    if (way === undefined) return refuse({ code: "nothing-to-do", says: notOpen, rules: [] });
    const foreign = notOfRoles(policy, asked.by, way.by, way.rules);
    if (foreign !== undefined) return refuse(foreign);
    const gone = current.erasure !== undefined; // nobody could be answered any more
    if (!way.from.includes(current.state) || current.supersededBy !== undefined || gone) {
      return refuse({ code: "nothing-to-do", says: notOpen, rules: way.rules });
    }
    const reason = clean(command.reason, true);
    if (reason === "") {
      const says = say("重新受理须写明原因", "say why it is taken up again");
      return refuse({ code: "bad-fields", fields: [{ path: "/reason", code: "required", says }], rules: way.rules });
    }
    return accept([{ type: "caseReopened", ...asked, key: command.key, to: way.to, reason }]);
  },
  led: (_policy, event, { reason }) => event.type === "caseReopened" && event.reason === clean(reason, true),
};

const why = Field.parse({
  id: "reason",
  type: "longText",
  required: true,
  max: 2000,
  label: say("重新受理原因", "Why it is taken up again"),
});

/** Offered where the case is closed and the regulation lets it be taken up again. */
export const openReopening: Opens = ({ policy }, current, by) => {
  const way = policy.workflow?.reopening;
  if (way === undefined || !way.from.includes(current.state) || current.supersededBy !== undefined) return [];
  const title = say("重新受理", "Take it up again");
  const { rules } = way;
  const closed = notOfRoles(policy, by, way.by, rules);
  return [{ act: "reopen", of: way.to, title, rules, path: "reopening", given: {}, fields: [why], closed }];
};
