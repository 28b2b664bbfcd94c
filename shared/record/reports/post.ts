import { type Instant, MINUTE, plusMs } from "../../kernel/instant.ts";
import { accept } from "../../kernel/result.ts";
import { handOver, letterDue } from "../hand-over.ts";
import type { Posted } from "../wake.ts";
import { changeReport } from "./change.ts";
import type { LoadedReport, ReportDeps } from "./load.ts";
import type { ReportLetter } from "./reports.ts";

/** Makes a letter of a report to a role and hands it to the post. */
export type PostReport = (found: LoadedReport, letter: ReportLetter) => Promise<Posted>;

/** So long a letter is in the hands of whoever took it: longer than the function may run. */
const TAKEN = 15 * MINUTE;

/** A letter while somebody has it in hand: nobody else sends it before they must have died. */
const inHand = (letter: ReportLetter, now: Instant): ReportLetter => {
  const attempts = letter.state.is === "waiting" ? letter.state.attempts + 1 : 1;
  return { ...letter, state: { is: "waiting", attempts, after: plusMs(now, TAKEN) } };
};

/** Takes the first letter that is due; undefined when there is none, or somebody else was faster. */
const takeNext = async (deps: ReportDeps, { record }: LoadedReport): Promise<ReportLetter | undefined> => {
  const now = deps.now();
  let mine: ReportLetter | undefined;
  await changeReport(deps, record, async ({ record: { letters } }) => {
    mine = letterDue(letters, now);
    const taken = letters.map((one) => (one.id === mine?.id ? inHand(one, now) : one));
    return accept(mine === undefined ? { events: [] } : { events: [], more: { letters: taken } });
  });
  return mine;
};

/**
 * Sends the first letter of a report that is due. It is taken before it leaves, and what became of it is written down before
 * the next one does: two who run at once send it once (AS-118); whoever dies with it in hand leaves it to the next, later.
 */
export const postNext = async (deps: ReportDeps, found: LoadedReport, post: PostReport): Promise<void> => {
  const letter = await takeNext(deps, found);
  if (letter === undefined) return;
  const left = await handOver(letter, (one) => post(found, one), deps.now);
  await changeReport(deps, found.record, async ({ record }) =>
    accept({ events: [], more: { letters: left(record.letters) } }),
  );
};
