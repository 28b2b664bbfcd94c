/** One content of a report: everything that was made of it lies under its hash. */
export type ReportPlace = { readonly org: string; readonly id: string; readonly hash: string };

/** The files that a content is kept as; one of each language but for the first. */
export const REPORT_FILES = ["report.json", "zh-CN.html", "en.html", "zh-CN.xlsx", "en.xlsx"] as const;
export type ReportFile = (typeof REPORT_FILES)[number];

/** Where a file of a content lies. The id of a report holds nothing that a key must not. */
export const reportFileKey = ({ org, id, hash }: ReportPlace, file: ReportFile): string =>
  `report/${org}/${id}/${hash}/${file}`;
