import { GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { ReportDocument } from "../report/document.ts";
import { REPORT_FILES, type ReportFile, type ReportPlace, reportFileKey } from "./report-keys.ts";

const TYPES = {
  json: "application/json",
  html: "text/html; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

const typeOf = (file: ReportFile): string =>
  TYPES[file.endsWith("json") ? "json" : file.endsWith("html") ? "html" : "xlsx"];

/** The contents of reports in the bucket; the document is written last, so that whoever reads it finds the others. */
export const bucketReports = (client: S3Client, bucket: string) => ({
  put: async (place: ReportPlace, files: Readonly<Record<ReportFile, string | Uint8Array>>): Promise<void> => {
    const write = (file: ReportFile) =>
      client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: reportFileKey(place, file),
          Body: files[file],
          ContentType: typeOf(file),
        }),
      );
    await Promise.all(REPORT_FILES.slice(1).map(write));
    await write("report.json");
  },
  read: async (place: ReportPlace): Promise<ReportDocument> => {
    const Key = reportFileKey(place, "report.json");
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
    if (Body === undefined) throw new Error(`${Key} cannot be read`);
    return ReportDocument.parse(JSON.parse(await Body.transformToString()));
  },
});
