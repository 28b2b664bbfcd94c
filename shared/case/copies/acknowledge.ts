import * as z from "zod";
import { Instant } from "../../kernel/instant.ts";
import { accept, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { Slug } from "../../policy/terms.ts";
import type { Act } from "../act.ts";
import { keyed } from "../actor.ts";
import { bringing, brought } from "../bring.ts";
import { notOfRoles } from "../roles.ts";
import { copiesOf } from "./copies.ts";

/** Somebody has their copy. */
export const copyAcknowledged = z.strictObject({
  ...keyed,
  ...brought,
  type: z.literal("copyAcknowledged"),
  form: Slug,
  copy: z.number().int().positive(),
  of: Instant,
});

export type AcknowledgeCommand = { readonly do: "acknowledge"; readonly form: string; readonly copy: number };

/**
 * Acknowledging a copy (CCF-26, A-62): by the role whose copy it is, or by whoever outside holds it with its own token.
 * A second time changes nothing.
 */
export const acknowledge: Act<AcknowledgeCommand> = {
  decide: ({ policy }, current, command, asked) => {
    const form = policy.forms.find(({ id }) => id === command.form);
    const copies = form === undefined ? [] : copiesOf(current, form);
    const copy = copies.find(({ n }) => n === command.copy);
    if (form === undefined || copy === undefined) {
      const says = say("本案没有这一联", "this case has no such copy");
      return refuse({ code: "unknown-copy", says, rules: form?.rules ?? [] });
    }
    const theirs = asked.by.kind === "holder" && copy.role === undefined;
    const foreign = theirs
      ? undefined
      : notOfRoles(policy, asked.by, copy.role === undefined ? [] : [copy.role], form.rules);
    if (foreign !== undefined) return refuse(foreign);
    if (copy.acknowledged !== undefined) return accept([]);
    const last = copies.every((one) => one === copy || one.acknowledged !== undefined);
    const then = bringing(policy, current, last ? form.acknowledged : undefined);
    const { n, of } = copy;
    return accept([{ type: "copyAcknowledged", ...asked, key: command.key, form: form.id, copy: n, of, ...then }]);
  },
  led: (_policy, event, { form, copy }) =>
    event.type === "copyAcknowledged" && event.form === form && event.copy === copy,
};
