import * as z from "zod";
import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { common } from "./actor.ts";
import { eventOf } from "./bring.ts";
import type { Case } from "./case.ts";
import type { CaseEvent } from "./event.ts";

/** A case was given its number, with the event at which its regulation gives one (CCF-16). */
export const Numbered = z.strictObject({ ...common, type: z.literal("numbered"), number: z.string() });

/**
 * When these events give a case the number that it still lacks, so that it counts in the period of that moment (AS-41);
 * undefined when they give none.
 */
export const numberedAt = (
  { numbering }: Policy,
  { provisional }: Case,
  events: readonly CaseEvent[],
): Instant | undefined => {
  const giving = provisional ? events.find((event) => eventOf(event) === numbering?.on) : undefined;
  return giving?.type === "happened" ? giving.when : giving?.at;
};
