import { askings } from "../case/asked.ts";
import { countings } from "../case/counting.ts";
import { tidings } from "../case/links.ts";
import { opinionNews } from "../case/opinion/stage.ts";
import { earliest, type Instant } from "../kernel/instant.ts";
import type { Loaded } from "./change.ts";

/**
 * Since when something of a case waits that follows from it outside its own item; undefined when there is nothing to do.
 * Pure: the answer must not change by being asked later.
 */
type Owed = (found: Pick<Loaded, "rulebook" | "current">) => Instant | undefined;

/** Every chore by what it is called; `do-chores.ts` has how each is done. */
export const owed = {
  /** Tallies across cases. */
  counting: ({ rulebook, current }) => countings(rulebook.policy, current)[0]?.since,
  /** What linked cases are to be told (AS-41). */
  telling: ({ current }) => earliest(...tidings(current).map(({ since }) => since)),
  /** Surveys that go with an event (BUS-19). */
  asking: ({ rulebook, current }) => askings(rulebook.policy, current)[0]?.since,
  /** What a campaign is to be told of its opinion (IPP-11 … 13). */
  opinion: ({ rulebook, current }) => opinionNews(rulebook.policy, current)?.since,
} as const satisfies Readonly<Record<string, Owed>>;

/** Since when a case has a chore undone. */
export const choreSince: Owed = (found) => earliest(...Object.values(owed).map((since) => since(found)));
