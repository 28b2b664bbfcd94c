import * as z from "zod";
import type { Instant } from "../kernel/instant.ts";
import type { Policy } from "../policy/policy.ts";
import { Name } from "../policy/terms.ts";
import type { Case } from "./case.ts";
import type { CaseEvent } from "./event.ts";

/** What an event that is no step brings about: the policy's name for what has then happened, and the state it leads to. */
export const brought = { event: Name.optional(), to: z.string().optional() };

type Brought = { readonly event?: string | undefined; readonly to?: string | undefined };

/** An event of the policy that happens now beside the workflow, with the state to which it leads from here, if to any. */
export const bringing = (policy: Policy, { state }: Pick<Case, "state">, event: string | undefined): Brought => {
  if (event === undefined) return {};
  const move = policy.workflow?.moves.find(({ on, from }) => on === event && from.includes(state));
  return { event, to: move?.to };
};

/** When an event of the policy last happened to a case. */
export const lastTime = ({ occurrences }: Case, event: string): Instant | undefined => occurrences[event]?.at(-1)?.at;

/** The policy's name for what an event has brought about; undefined where it has none. */
export const eventOf = (event: CaseEvent): string | undefined => {
  if (event.type === "received") return "received";
  return "event" in event ? event.event : undefined;
};
