import * as z from "zod";
import { aPage, inMonth, inOrg, ofPolicy } from "../params.ts";
import {
  BeginReportBody,
  CorrectReportBody,
  ReportDrafts,
  ReportFileLink,
  ReportList,
  ReportOffers,
  ReportView,
  SubmitReportBody,
  WriteReportBody,
} from "../reports.ts";
import type { Routes } from "./routes.ts";

const ofReport = inOrg.extend({
  reportId: z
    .string()
    .max(200)
    .meta({ examples: ["customer-complaint-form.monthly-statistics.2026-09"] }),
});
const REPORT = "/v1/{org}/reports/{reportId}";

const one = <P extends string>(path: P) =>
  ({
    method: "POST",
    path: `${REPORT}/${path}`,
    by: "reports",
    auth: "staff",
    may: "section",
    params: ofReport,
    reply: ReportView,
  }) as const;

const seen = { method: "GET", by: "reports", auth: "staff" } as const;

/** The reports that regulations ask for: compiled by the clock, completed and handed in by their authors, read by whoever gets them. */
export const reportRoutes = {
  reportSchedules: {
    ...seen,
    path: "/v1/{org}/report-schedules",
    may: "member",
    params: inOrg,
    reply: ReportOffers,
    summary: "Which reports the regulations in force ask for, and which of them the caller writes",
  },
  reportDrafts: {
    ...seen,
    path: "/v1/{org}/report-drafts",
    may: "member",
    params: inOrg,
    reply: ReportDrafts,
    summary: "The reports that the caller has to complete, the first due first",
  },
  reports: {
    ...seen,
    path: "/v1/{org}/reports",
    may: "member",
    params: inOrg,
    query: ofPolicy.extend({
      month: inMonth("of UTC, in which they are due; the one that runs when absent"),
      ...aPage,
    }),
    reply: ReportList,
    summary: "The reports of a regulation that are due in a month, as far as the caller may read them, the last first",
  },
  beginReport: {
    method: "POST",
    path: "/v1/{org}/reports",
    by: "reports",
    auth: "staff",
    may: "section",
    params: inOrg,
    query: ofPolicy,
    body: BeginReportBody,
    reply: ReportView,
    summary: "Begin a report of a period that is over, where nothing has begun it; it is compiled within a minute",
  },
  report: {
    ...seen,
    path: REPORT,
    may: "section",
    params: ofReport,
    query: z.object({ content: z.coerce.number().int().min(1).optional() }),
    reply: ReportView,
    summary: "One report, with its last content or with one before it",
  },
  writeReport: { ...one("texts"), body: WriteReportBody, summary: "Write the author's own words, line by line" },
  compileReport: { ...one("compilation"), summary: "Have the figures made anew, within a minute" },
  submitReport: { ...one("submission"), body: SubmitReportBody, summary: "Hand it in as it stands" },
  correctReport: {
    ...one("correction"),
    body: CorrectReportBody,
    summary: "Open it again after it was handed in, with the reason; what was handed in stays",
  },
  reportFile: {
    ...seen,
    path: `${REPORT}/contents/{content}/{format}`,
    may: "section",
    params: ofReport.extend({ content: z.coerce.number().int().min(1), format: z.enum(["html", "xlsx", "json"]) }),
    reply: ReportFileLink,
    summary: "Where a content can be fetched as a page, a workbook, or the document with every record that was counted",
  },
} as const satisfies Routes;
