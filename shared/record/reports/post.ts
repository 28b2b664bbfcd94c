import { type Instant, MINUTE, plusMs } from "../../kernel/instant.ts";
import { accept } from "../../kernel/result.ts";
import type { Posted } from "../wake.ts";
import { changeReport } from "./change.ts";
import { leavesAt } from "./grown.ts";
import type { LoadedReport, ReportDeps } from "./load.ts";
import type { ReportLetter } from "./reports.ts";

/** Makes a letter of a report to a role and hands it to the post. */
export type PostReport = (found: LoadedReport, letter: ReportLetter) => Promise<Posted>;

/** Given up after so many refusals for now. */
const MAX_ATTEMPTS = 12;

const stateAfter = ({ state }: ReportLetter, posted: Posted, at: Instant): ReportLetter["state"] => {
  if (posted.is === "sent") return { is: "sent", at, messageId: posted.messageId };
  const attempts = state.is === "waiting" ? state.attempts + 1 : MAX_ATTEMPTS;
  if (posted.is === "impossible" || attempts >= MAX_ATTEMPTS) return { is: "notSent", at, why: posted.why };
  return { is: "waiting", attempts, after: plusMs(at, Math.min(2 ** attempts, 60) * MINUTE) };
};

const handOver = async (post: PostReport, found: LoadedReport, letter: ReportLetter): Promise<Posted> => {
  try {
    return await post(found, letter);
  } catch (error) {
    return { is: "later", why: error instanceof Error ? error.message : String(error) };
  }
};

/** Sends the first letter of a report that is due, and writes down what became of it before the next one leaves. */
export const postNext = async (deps: ReportDeps, found: LoadedReport, post: PostReport): Promise<void> => {
  const now = deps.now();
  const letter = found.record.letters.find((one) => (leavesAt(one) ?? plusMs(now, 1)) <= now);
  if (letter === undefined) return;
  const state = stateAfter(letter, await handOver(post, found, letter), deps.now());
  await changeReport(deps, found.record, async ({ record }) => {
    const letters = record.letters.map((one) =>
      one.id === letter.id && one.state.is === "waiting" ? { ...one, state } : one,
    );
    return accept({ events: [], more: { letters } });
  });
};
