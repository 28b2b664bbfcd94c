import { documents } from "../aws/documents.ts";
import { tableKept } from "../aws/kept.ts";
import { photoLinks } from "../aws/photo-links.ts";
import { reportFileKey } from "../aws/report-keys.ts";
import { demandsOf } from "../record/inspections/lists.ts";
import type { Demands } from "../record/reports/change.ts";
import type { ReportDesk } from "../record/reports/load.ts";
import { ReportRecord } from "../record/reports/reports.ts";
import { ReportDocument } from "../report/document.ts";
import { env } from "./env.ts";
import { inspectionDeps } from "./inspection-wiring.ts";
import { tableDeps } from "./wiring.ts";

/**
 * What people read and complete reports with. A content is fetched by a signed address, as their browsers fetch it: the
 * bucket's own client would weigh more than everything else here (decision 007).
 */
export const reportDeskDeps = () => {
  const client = documents();
  const deps = tableDeps(client);
  const bucket = env("EVIDENCE_BUCKET");
  const links = photoLinks(client.config, { bucket, endpoint: process.env.AWS_ENDPOINT_URL_S3, now: deps.now });
  const files: ReportDesk["files"] = {
    read: async (org, id, hash) => {
      const answer = await fetch(await links.download(reportFileKey({ org, id, hash }, "report.json")));
      if (!answer.ok) throw new Error(`the content ${hash} of ${id} cannot be read: ${answer.status}`);
      return ReportDocument.parse(await answer.json());
    },
  };
  const inspected = inspectionDeps();
  const demands: Demands = async ({ record, policy, schedule, span }) => {
    const all = await demandsOf(inspected, { org: record.org, policy, period: span.window });
    return all.filter(({ corrective }) => corrective.blocks.includes(schedule.id)).map(({ title }) => title);
  };
  return { ...deps, links, files, demands, reports: tableKept(client, env("TABLE"), "report", ReportRecord) };
};
