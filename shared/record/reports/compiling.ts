import type { Refusal } from "../../case/fault.ts";
import type { Instant } from "../../kernel/instant.ts";
import { accept, type Result } from "../../kernel/result.ts";
import { isEmpty } from "../../report/document.ts";
import type { ReportEvent } from "../../report/event.ts";
import { isDraft } from "../../report/report.ts";
import type { KeptRef } from "../kept.ts";
import { changeReport } from "./change.ts";
import { type Content, compiled, withTexts } from "./compile.ts";
import type { LoadedReport, ReportDeps } from "./load.ts";

type Why = Extract<ReportEvent, { type: "compiled" }>["why"];

/** The event of a content that the report did not have before, which is kept first: a record never names what is not there. */
const kept = async (
  deps: ReportDeps,
  { record, report }: LoadedReport,
  { hash, document }: Content,
  at: Instant,
  why: Why,
): Promise<readonly ReportEvent[]> => {
  const last = report.contents.at(-1);
  if (last?.hash === hash) return [];
  await deps.files.keep(record.org, hash, document);
  const n = (last?.n ?? 0) + 1;
  return [{ type: "compiled", at, by: { kind: "system" }, why, n, hash, empty: isEmpty(document) }];
};

/** Compiles a report that is still a draft; where nothing has changed it stays as it is, and only that it was looked at is written. */
export const compileReport = (deps: ReportDeps, ref: KeptRef, why: Why): Promise<Result<LoadedReport, Refusal>> =>
  changeReport(deps, ref, async (found) => {
    const { contents } = found.report;
    if (contents.length > 0 && !isDraft(found.report)) return accept({ events: [] });
    const at = deps.now();
    const events = await kept(deps, found, await compiled(deps, found, at), at, why);
    return accept({ events, more: { lookedAt: at } });
  });

/** Keeps what was handed in, with its author's words, and says which content that is; once for each time. */
export const keepSubmission = (deps: ReportDeps, ref: KeptRef): Promise<Result<LoadedReport, Refusal>> =>
  changeReport(deps, ref, async (found) => {
    const { report, record } = found;
    const last = report.submissions.at(-1);
    const drafted = report.contents.find(({ n }) => n === last?.n);
    if (last === undefined || last.content !== undefined || drafted === undefined) return accept({ events: [] });
    const at = deps.now();
    const document = await deps.files.read(record.org, record.id, drafted.hash);
    const final = withTexts(document, last.texts);
    const same = report.contents.find(({ hash }) => hash === final.hash)?.n;
    const events = same === undefined ? await kept(deps, found, final, at, "submitted") : [];
    const content = same ?? (report.contents.at(-1)?.n ?? 0) + 1;
    const submission = report.submissions.length;
    return accept({ events: [...events, { type: "settled", at, by: { kind: "system" }, submission, content }] });
  });
