import * as z from "zod";
import { Unreached } from "../case/undelivered.ts";
import { Instant } from "../kernel/instant.ts";
import { Slug } from "../policy/terms.ts";
import { MAIL_TEMPLATES } from "../policy/workflow.ts";

/**
 * A mail that is owed. It holds no text and no address: both are made when it leaves, so that a corrected address or
 * sentence reaches what was not sent yet.
 */
export const OutboxEntry = z.strictObject({
  /** Deterministic, so that the same cause cannot owe the same mail twice. */
  id: z.string(),
  template: z.enum(MAIL_TEMPLATES),
  /** `reporter`, a role of the policy, or `holder` for whoever outside holds the copy. */
  to: z.string(),
  /** The copy of a form that it carries. */
  copy: z.strictObject({ form: Slug, n: z.number().int().positive() }).optional(),
  /** The place in the timeline of the event it speaks of. */
  about: z.number().int().nonnegative(),
  owedAt: Instant,
  state: z.discriminatedUnion("is", [
    z.strictObject({ is: z.literal("waiting"), attempts: z.number().int().nonnegative(), after: Instant.optional() }),
    z.strictObject({ is: z.literal("claimed"), attempts: z.number().int().positive(), until: Instant }),
    z.strictObject({
      is: z.literal("sent"),
      at: Instant,
      messageId: z.string(),
      /** It came back, or was complained about. */
      back: z.strictObject({ how: Unreached, why: z.string(), at: Instant }).optional(),
    }),
    /** A mail that will not go says why, on the record. */
    z.strictObject({ is: z.literal("notSent"), at: Instant, why: z.string(), how: Unreached.optional() }),
  ]),
});
export type OutboxEntry = z.infer<typeof OutboxEntry>;
