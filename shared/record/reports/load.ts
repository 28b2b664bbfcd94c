import type { Calendar } from "../../calendar/calendar.ts";
import type { Now } from "../../kernel/instant.ts";
import type { Policy } from "../../policy/policy.ts";
import type { ReportDocument } from "../../report/document.ts";
import { isReport, type ReportSchedule } from "../../report/due.ts";
import { type Span, spanNamed } from "../../report/key.ts";
import { type Report, reportOf } from "../../report/report.ts";
import type { CampaignStore } from "../campaigns/campaigns.ts";
import type { Deps } from "../change.ts";
import type { FigureStore } from "../figures/figures.ts";
import type { InspectionReads } from "../inspections/change.ts";
import type { KeptRef } from "../kept.ts";
import type { ObligationStore } from "../obligations/obligations.ts";
import type { EntryStore } from "../registers/entries.ts";
import { rulebookOf } from "../rulebook.ts";
import type { ReportRecord, ReportStore } from "./reports.ts";

/** Where the contents of reports lie, each under the hash of what it says: the same content again is the same file. */
export type ReportFiles = {
  /** Keeps a content as every file that people take away. */
  readonly keep: (org: string, hash: string, document: ReportDocument) => Promise<void>;
  /** @throws when it was never kept: a record cannot name it. */
  readonly read: (org: string, id: string, hash: string) => Promise<ReportDocument>;
};

/** What people work on reports with: it reads contents and keeps none. */
export type ReportDesk = Pick<Deps, "orgs" | "pause"> & {
  readonly reports: ReportStore;
  readonly files: Pick<ReportFiles, "read">;
  readonly now: Now;
};

/** What reports are compiled with. */
export type ReportDeps = ReportDesk & {
  readonly records: Deps["records"];
  readonly figures: FigureStore;
  readonly inspections: InspectionReads["inspections"];
  readonly obligations: Pick<ObligationStore, "ending">;
  readonly entries: Pick<EntryStore, "filedIn">;
  readonly campaigns: Pick<CampaignStore, "load" | "list" | "invitations">;
  readonly files: ReportFiles;
};

/** A report with the regulation that asks for it. */
export type LoadedReport = {
  readonly record: ReportRecord;
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly schedule: ReportSchedule;
  readonly span: Span;
  readonly report: Report;
};

/** @throws when the schedule of a stored report is gone: versions never change. */
export const withGround = async (orgs: ReportDeps["orgs"], record: ReportRecord): Promise<LoadedReport> => {
  const rulebook = await rulebookOf(orgs, record);
  const schedule = rulebook.policy.schedules.find(({ id }) => id === record.schedule);
  const span = spanNamed(record.period);
  if (schedule === undefined || !isReport(schedule) || span === undefined)
    throw new Error(`report ${record.id} has lost its ground`);
  return { ...rulebook, record, schedule, span, report: reportOf(record.timeline) };
};

export const loadReport = async (
  { reports, orgs }: Pick<ReportDeps, "reports" | "orgs">,
  ref: KeptRef,
): Promise<LoadedReport | undefined> => {
  const record = await reports.one(ref);
  return record === undefined ? undefined : withGround(orgs, record);
};
