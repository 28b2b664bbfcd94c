import { accept } from "../../kernel/result.ts";
import { handOver, letterDue } from "../hand-over.ts";
import type { Posted } from "../wake.ts";
import { changeReport } from "./change.ts";
import type { LoadedReport, ReportDeps } from "./load.ts";
import type { ReportLetter } from "./reports.ts";

/** Makes a letter of a report to a role and hands it to the post. */
export type PostReport = (found: LoadedReport, letter: ReportLetter) => Promise<Posted>;

/** Sends the first letter of a report that is due, and writes down what became of it before the next one leaves. */
export const postNext = async (deps: ReportDeps, found: LoadedReport, post: PostReport): Promise<void> => {
  const letter = letterDue(found.record.letters, deps.now());
  if (letter === undefined) return;
  const left = await handOver(letter, (one) => post(found, one), deps.now);
  await changeReport(deps, found.record, async ({ record }) =>
    accept({ events: [], more: { letters: left(record.letters) } }),
  );
};
