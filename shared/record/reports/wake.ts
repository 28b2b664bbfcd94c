import { accept } from "../../kernel/result.ts";
import type { KeptRef } from "../kept.ts";
import { changeReport } from "./change.ts";
import { compileReport, keepSubmission } from "./compiling.ts";
import { workOn } from "./grown.ts";
import { consumersOf, inputsOf } from "./inputs.ts";
import { type LoadedReport, loadReport, type ReportDeps } from "./load.ts";
import { type PostReport, postNext } from "./post.ts";

/** Marks the obligation that a report was as done by it; repeating it changes nothing. */
type Fulfilled = (found: LoadedReport) => Promise<void>;

export type ReportWaker = { readonly deps: ReportDeps; readonly post: PostReport; readonly fulfilled: Fulfilled };

const consolidated = (deps: ReportDeps, ref: KeptRef, into: string) =>
  changeReport(deps, ref, async ({ report }) => {
    const taken = report.submissions.length > 0 && !report.usedIn.includes(into);
    const at = deps.now();
    return accept({ events: taken ? [{ type: "consolidated", at, by: { kind: "system" }, in: into }] : [] });
  });

/**
 * What follows from handing a report in, outside its own record: the obligation is done, what it was made from is taken in,
 * and drafts further up the line are compiled with it. Each may be repeated, so that whoever dies in between goes on.
 */
const settle = async ({ deps, fulfilled }: ReportWaker, found: LoadedReport): Promise<void> => {
  const { record } = found;
  const org = await deps.orgs.org(record.org);
  if (org === undefined) return;
  await fulfilled(found);
  for (const { id, is } of await inputsOf(deps, org, found))
    if (is === "submitted" || is === "late") await consolidated(deps, { org: org.id, id }, record.id);
  for (const id of consumersOf(org, found)) {
    const further = await loadReport(deps, { org: org.id, id });
    const begun = further !== undefined && further.report.contents.length > 0;
    if (begun && further.report.submissions.length === 0) await compileReport(deps, further.record, "input");
  }
  await keepSubmission(deps, record);
};

/** A report has few things to do at once; more would be one that does not end. */
const MOST = 40;

/** Does everything that a report has to do by now: late, twice or after a death it is the same that is owed. */
export const wakeReport = async (waker: ReportWaker, ref: KeptRef): Promise<void> => {
  const { deps, post } = waker;
  for (let done = 0; done < MOST; done += 1) {
    const found = await loadReport(deps, ref);
    const work = found && workOn(found, deps.now());
    if (found === undefined || work === undefined) return;
    if (work.is === "compile") await compileReport(deps, ref, work.why);
    else if (work.is === "post") await postNext(deps, found, post);
    else await settle(waker, found);
  }
};
