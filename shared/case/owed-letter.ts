import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import { Name } from "../policy/terms.ts";

/**
 * What every letter has that a record other than a case owes to a role; each kind adds what it `is`. It holds no text and
 * no address: both are made when it leaves.
 */
export const owedLetter = {
  /** Deterministic: the same cause cannot owe the same letter twice (AS-118). */
  id: z.string(),
  to: Name,
  owedAt: Instant,
  state: z.discriminatedUnion("is", [
    z.strictObject({ is: z.literal("waiting"), attempts: z.number().int().nonnegative(), after: Instant.optional() }),
    z.strictObject({ is: z.literal("sent"), at: Instant, messageId: z.string() }),
    z.strictObject({ is: z.literal("notSent"), at: Instant, why: z.string() }),
  ]),
} as const;

const OwedLetter = z.object(owedLetter);
export type OwedLetter = z.infer<typeof OwedLetter>;

/** When a letter is to leave; undefined once it has, or will not. */
export const leavesAt = ({ state, owedAt }: Pick<OwedLetter, "state" | "owedAt">): Instant | undefined =>
  state.is === "waiting" ? (state.after ?? owedAt) : undefined;
