import { reportSheets } from "../api/report-sheets.ts";
import type { bucketReports } from "../aws/report-files.ts";
import { canonicalJson } from "../kernel/canonical.ts";
import type { ReportFiles } from "../record/reports/load.ts";
import { reportHtml } from "../report/html.ts";
import { workbookOf } from "./xlsx.ts";

/** Contents of reports in the bucket, as page and workbook in both languages, and as the document that these were made of. */
export const reportFiles = (bucket: ReturnType<typeof bucketReports>): ReportFiles => ({
  keep: async (org, hash, document) => {
    const [zh, en] = [
      await workbookOf(reportSheets(document, "zh-CN")),
      await workbookOf(reportSheets(document, "en")),
    ];
    await bucket.put(
      { org, id: document.id, hash },
      {
        "report.json": canonicalJson(document),
        "zh-CN.html": reportHtml(document, "zh-CN"),
        "en.html": reportHtml(document, "en"),
        "zh-CN.xlsx": zh,
        "en.xlsx": en,
      },
    );
  },
  read: (org, id, hash) => bucket.read({ org, id, hash }),
});
