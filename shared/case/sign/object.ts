import * as z from "zod";
import { Instant } from "../../kernel/instant.ts";
import { accept, refuse } from "../../kernel/result.ts";
import { say } from "../../kernel/text.ts";
import { Name, Slug } from "../../policy/terms.ts";
import type { Act } from "../act.ts";
import { keyed } from "../actor.ts";
import { bringing, brought } from "../bring.ts";
import { clean } from "../clean.ts";
import { closedSignoff, signerOf, unknownSignoff } from "./sign.ts";
import { isParty, notTheirs } from "./signers.ts";
import { signoffsOf } from "./signoffs.ts";
import { badSigner } from "./words.ts";

/** What a customer has against what they were asked to confirm. */
export const objected = z.strictObject({
  ...keyed,
  ...brought,
  type: z.literal("objected"),
  signoff: Slug,
  role: Name,
  of: Instant,
  reason: z.string(),
});

export type ObjectCommand = { readonly do: "object"; readonly signoff: string; readonly reason: string };

/** Objecting instead of confirming (CHN-07): with a reason, to what was last offered, until it is confirmed. */
export const object: Act<ObjectCommand> = {
  decide: ({ policy }, current, command, asked) => {
    const found = signoffsOf(policy, current).find((one) => one.signoff.id === command.signoff);
    if (found === undefined) return refuse(unknownSignoff(policy));
    const { signoff, signatures, objection } = found;
    const { rules } = signoff;
    const role = signerOf(policy, signoff, undefined);
    if (role === undefined || !isParty(policy, role)) {
      return refuse({ code: "bad-fields", fields: [badSigner(policy, signoff)], rules });
    }
    const foreign = notTheirs(policy, asked.by, role, rules);
    const closed = foreign ?? closedSignoff(policy, current, found);
    if (closed !== undefined) return refuse(closed);
    const of = found.of ?? asked.at;
    const reason = clean(command.reason, true);
    if (reason === "") {
      const says = say("请说明异议", "say what you object to");
      return refuse({ code: "bad-fields", fields: [{ path: "/reason", code: "required", says }], rules });
    }
    if (signatures.some((one) => one.role === role)) {
      const says = say("已经确认，不能再提出异议", "this has been confirmed and cannot be objected to");
      return refuse({ code: "already-signed", says, rules });
    }
    if (objection !== undefined) {
      const says = say("异议已记录", "the objection has been recorded");
      return objection.reason === reason ? accept([]) : refuse({ code: "nothing-to-do", says, rules });
    }
    const then = bringing(policy, current, signoff.objected);
    return accept([{ type: "objected", ...asked, key: command.key, signoff: signoff.id, role, of, reason, ...then }]);
  },
  led: (_policy, event, { signoff, reason }) =>
    event.type === "objected" && event.signoff === signoff && event.reason === clean(reason, true),
};
