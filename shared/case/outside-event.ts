import * as z from "zod";
import { Instant } from "../kernel/instant.ts";
import { Name } from "../policy/terms.ts";
import { Answers, keyed } from "./actor.ts";

/** Something that happened outside the workflow; `at` is when it was recorded. */
export const Happened = z.strictObject({
  ...keyed,
  type: z.literal("happened"),
  /** The policy's name for it; clocks start and stop on it. */
  event: Name,
  /** The state to which it leads, where the workflow has such a move. */
  to: z.string().optional(),
  when: Instant,
  /** Why it was recorded later than it happened. */
  reason: z.string().optional(),
  answers: Answers,
});
