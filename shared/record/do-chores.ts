import type { Case } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Instant } from "../kernel/instant.ts";
import { type AskDeps, asking } from "./asking.ts";
import { tellingCampaign } from "./campaigns/opinion-told.ts";
import type { Loaded } from "./change.ts";
import { owed } from "./chores.ts";
import { counting } from "./counting.ts";
import type { FilingDeps } from "./do-filings.ts";
import { telling } from "./linked.ts";

/** What has then happened to the case, whatever it has become meanwhile. */
type Told = (current: Case, at: Instant) => readonly CaseEvent[];

/** What chores are done with. */
export type ChoreDeps = FilingDeps & AskDeps;

/**
 * Something that follows from a case outside its own item, e.g. in a tally across cases. The wake function does it, off
 * the path of whoever changed the case. Twice, late and killed half way must make no difference.
 */
export type Chore = (deps: ChoreDeps, found: Loaded, at: Instant) => Promise<Told>;

/** How each chore is done; one that is owed and has no row does not compile. */
const chores: { readonly [C in keyof typeof owed]: Chore } = { counting, telling, asking, opinion: tellingCampaign };

/** Does what is undone; the answer asks of the case as it then is what has happened to it. */
export const doChores = async (deps: ChoreDeps, found: Loaded, at: Instant): Promise<Told> => {
  const told: Told[] = [];
  for (const [name, chore] of Object.entries(chores))
    if (owed[name as keyof typeof owed](found) !== undefined) told.push(await chore(deps, found, at)); // the keys of that table
  return (current, now) => told.flatMap((tell) => tell(current, now));
};
