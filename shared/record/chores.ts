import type { Case } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import { earliest, type Instant } from "../kernel/instant.ts";
import type { Deps, Loaded } from "./change.ts";
import { counting } from "./counting.ts";

/**
 * Something that follows from a case outside its own item, e.g. in a tally across cases. The wake function does it, off
 * the path of whoever changed the case. Twice, late and killed half way must make no difference.
 */
export type Chore = {
  /** Since when it waits; undefined when there is nothing to do. Pure: the answer must not change by being asked later. */
  readonly owedSince: (found: Loaded) => Instant | undefined;
  /** Does it, and says what then has happened to the case, whatever it has become meanwhile. */
  readonly run: (
    deps: Pick<Deps, "orgs">,
    found: Loaded,
    at: Instant,
  ) => Promise<(current: Case) => readonly CaseEvent[]>;
};

/** Every chore, each in a file of its own. */
const chores: readonly Chore[] = [counting];

/** Since when a case has a chore undone. */
export const choreSince = (found: Loaded): Instant | undefined =>
  earliest(...chores.map(({ owedSince }) => owedSince(found)));

/** Does what is undone; the answer asks of the case as it then is what has happened to it. */
export const doChores = async (
  deps: Pick<Deps, "orgs">,
  found: Loaded,
  at: Instant,
): Promise<(current: Case) => readonly CaseEvent[]> => {
  const told: ((current: Case) => readonly CaseEvent[])[] = [];
  for (const chore of chores) if (chore.owedSince(found) !== undefined) told.push(await chore.run(deps, found, at));
  return (current) => told.flatMap((tell) => tell(current));
};
