import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { reportSheets } from "../../../shared/api/report-sheets.ts";
import { canonicalJson } from "../../../shared/kernel/canonical.ts";
import { compiled } from "../../../shared/record/reports/compile.ts";
import { ReportDocument } from "../../../shared/report/document.ts";
import { reportHtml } from "../../../shared/report/html.ts";
import { reportLetter } from "../../../shared/report/letter.ts";
import { workbookOf } from "../../../shared/runtime/xlsx.ts";
import { sh } from "../../fixtures/cases.ts";
import { putInspection } from "../../fixtures/report-data.ts";
import { reporting } from "../../fixtures/reports.ts";

const POLICY = "property-service-inspection";
const LONG = "长".repeat(64 * 1024);

const HOSTILE: readonly { readonly why: string; readonly said: string; readonly cell?: string }[] = [
  { why: "a formula", said: '=HYPERLINK("http://evil.example","paid")' },
  { why: "a formula behind a sign", said: "+cmd|' /C calc'!A0" },
  { why: "another", said: "@SUM(1+1)*cmd" },
  { why: "one behind a tab", said: "\t=1+1" },
  { why: "markup", said: '</td></table><script>alert(1)</script><img src=x onerror="x()">' },
  { why: "an entity", said: "&lt;b&gt; &amp; ]]> -->" },
  { why: "characters that XML has not", said: "a\u0000b\u0001c\u000bd\ufffe", cell: "abcd" },
  { why: "half a character", said: "broken \ud83d end", cell: "broken \ufffd end" },
  { why: "right to left, and an override of it", said: "\u202Egnp.exe \u05e9\u05dc\u05d5\u05dd \u2067x" },
  { why: "what looks like a template", said: "{{7*7}} <%= 1 %> #{1}" },
  { why: "a text of 64 k", said: LONG, cell: `${LONG.slice(0, 32_766)}…` },
  { why: "blanks", said: "   \u3000\n\n " },
];

/** A content in which somebody's words stand wherever anybody's can. */
const contentWith = async (said: string): Promise<ReportDocument> => {
  const world = await reporting(POLICY, sh("2026-12-01 10:00"));
  await putInspection(world, "i-1", {
    ...{ schedule: "hr-monthly-check", at: sh("2026-08-12 10:00"), department: said, note: said },
  });
  const { document } = await compiled(
    world.deps,
    await world.report("hr-quarterly-report", "2026-Q3"),
    sh("2026-12-01 10:00"),
  );
  const lines = document.lines.map((line) => ({ ...line, text: said }));
  const texts = [{ line: { "zh-CN": "x", en: "x" }, text: said }];
  const inputs = document.inputs.map((one) => ({ ...one, is: "late" as const, period: "2026-08", texts }));
  return ReportDocument.parse({ ...document, lines, inputs });
};

/** What a workbook may hold in a cell. */
const CELL = 32_767;

test.each(HOSTILE)(
  "$why stays what somebody wrote, on the page, in the workbook, in the mail and in the file",
  async ({ said, cell = said }) => {
    const document = await contentWith(said);
    for (const locale of ["zh-CN", "en"] as const) {
      const page = reportHtml(document, locale);
      expect(page).not.toMatch(/<script|<img|onerror=(?!&quot;)[^&]*>/i);
      expect(page.match(/<table>/g)?.length).toBe(page.match(/<\/table>/g)?.length);
      expect(page).not.toContain("\u0000");
      const bytes = await workbookOf(reportSheets(document, locale));
      const { sheets } = await readXlsx(bytes);
      const cells = sheets.flatMap(({ rows }) => rows.flat());
      expect(cells.filter((one) => typeof one === "object" && one !== null && !(one instanceof Date))).toEqual([]); // no formula
      const texts = cells.filter((one) => typeof one === "string");
      expect(texts.every((one) => one.length <= CELL)).toBe(true);
      if (said.trim() !== "") expect(texts).toContain(cell);
      const letter = reportLetter({
        ...{ locale, document, is: "submitted", corrected: false, late: true, page: "https://x.example/" },
        org: { name: { "zh-CN": "临江", en: "Riverside" }, mailFrom: "s@x.example" } as never,
      });
      expect(letter.html).not.toMatch(/<script|<img[^>]+onerror/i);
      expect(letter.subject).not.toMatch(/[\r\n]/);
    }
    const file = canonicalJson(document);
    expect(ReportDocument.parse(JSON.parse(file))).toEqual(document);
  },
);
