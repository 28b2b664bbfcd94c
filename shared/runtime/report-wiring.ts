import { tableCampaigns } from "../aws/campaigns.ts";
import { documents } from "../aws/documents.ts";
import { tableEntries } from "../aws/entries.ts";
import { tableFigures } from "../aws/figures.ts";
import { tableInspections } from "../aws/inspections.ts";
import { tableKept } from "../aws/kept.ts";
import { s3 } from "../aws/photos.ts";
import { bucketReports } from "../aws/report-files.ts";
import { tableSuppressions } from "../aws/suppressions.ts";
import { ReportRecord } from "../record/reports/reports.ts";
import { env } from "./env.ts";
import { reportFiles } from "./report-files.ts";
import { obligationDeps } from "./rhythm-wiring.ts";
import { tableDeps } from "./wiring.ts";

/** Reports and everything that they count. */
const reportDeps = () => {
  const client = documents();
  const table = env("TABLE");
  const deps = tableDeps(client);
  const bucket = bucketReports(s3(process.env.AWS_ENDPOINT_URL_S3), env("EVIDENCE_BUCKET"));
  return {
    ...deps,
    reports: tableKept(client, table, "report", ReportRecord),
    figures: tableFigures(client, table),
    campaigns: tableCampaigns(client, table),
    entries: tableEntries(client, table, deps.orgs),
    inspections: tableInspections(client, table, deps.orgs),
    suppressions: tableSuppressions(client, table, deps.orgs),
    files: reportFiles(bucket),
  };
};

/** The same with what the regulations ask for again and again, which a report that was handed in has done. */
export const reportWakingDeps = () => {
  const { obligations, draw } = obligationDeps();
  return { ...reportDeps(), obligations, draw };
};
