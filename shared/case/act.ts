import type { Instant } from "../kernel/instant.ts";
import type { Result } from "../kernel/result.ts";
import type { Policy } from "../policy/policy.ts";
import type { Actor } from "./actor.ts";
import type { Case } from "./case.ts";
import type { Rulebook } from "./clocks.ts";
import type { CaseEvent } from "./event.ts";
import type { Refusal } from "./fault.ts";

/** Who asks for something, and when; the core never looks at a clock. */
export type Asked = { readonly by: Actor; readonly at: Instant };

/** What follows: events to append, or a refusal that says which clause says no. */
export type Decision = Result<readonly CaseEvent[], Refusal>;

/** A command's `key` makes its repeat harmless. */
export type Keyed = { readonly key?: string | undefined };

/** One kind of command: what follows from it, and whether a stored event is what such a command led to. */
export type Act<C> = {
  readonly decide: (rulebook: Rulebook, current: Case, command: C & Keyed, asked: Asked) => Decision;
  readonly led: (policy: Policy, event: CaseEvent, command: C) => boolean;
};
