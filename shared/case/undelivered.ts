import * as z from "zod";
import { Name } from "../policy/terms.ts";
import { MAIL_TEMPLATES } from "../policy/workflow.ts";
import { common } from "./actor.ts";
import type { CaseEvent } from "./event.ts";

/** How a mail failed to reach whom it was for. */
export const Unreached = z.enum([
  /** There is no such mailbox, or it takes nothing from us. */
  "bounced",
  /** It was tried for hours and not taken, which may pass. */
  "returned",
  /** It arrived, and its reader called it unwanted. */
  "complained",
  /** The mail service took it and did not pass it on. */
  "rejected",
  /** The mail service did not take it. */
  "refused",
  /** Nothing is sent to this address since an earlier mail bounced or was complained about. */
  "suppressed",
]);
export type Unreached = z.infer<typeof Unreached>;

/** The engine's own: a customer, or who holds a copy, did not get a mail. It names no address. */
export const mailUndelivered = z.strictObject({
  ...common,
  type: z.literal("mailUndelivered"),
  /** The entry of the outbox. */
  mail: z.string(),
  template: z.enum(MAIL_TEMPLATES),
  to: z.enum(["reporter", "holder"]),
  how: Unreached,
  /** In the words of whoever sent it back. */
  why: z.string(),
  /** The role on whose desk the case lay, which is told; absent: it was told of an earlier one. */
  tells: Name.optional(),
});

type Failed = Pick<z.infer<typeof mailUndelivered>, "mail" | "template" | "to" | "how" | "why">;

/**
 * What a case says of a mail that did not arrive; nothing of what it says already. Its desk is told once that its customer
 * is not reached, and of each holder of a copy.
 */
export const undelivered = (
  timeline: readonly CaseEvent[],
  failed: Failed,
  { desk, at }: { readonly desk: string | undefined; readonly at: CaseEvent["at"] },
): readonly CaseEvent[] => {
  const before = timeline.filter((event) => event.type === "mailUndelivered");
  if (before.some(({ mail, how }) => mail === failed.mail && how === failed.how)) return [];
  const isKnown = before.some(({ mail, to }) => mail === failed.mail || (to === "reporter" && to === failed.to));
  const tells = desk === undefined || isKnown ? {} : { tells: desk };
  return [{ type: "mailUndelivered", at, by: { kind: "system" }, ...failed, ...tells }];
};
