import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { known } from "../../shared/aws/documents.ts";
import { ReportRecord } from "../../shared/record/reports/reports.ts";
import { isEmpty, ReportDocument } from "../../shared/report/document.ts";
import { ReportEvent } from "../../shared/report/event.ts";
import { isDraft, reportOf } from "../../shared/report/report.ts";

/** Records and contents as they were stored once: one file each, never edited, and a new one for each new shape. */
const folder = join(import.meta.dirname, "old-reports");
const Item = z.record(z.string(), z.unknown());
const item = (name: string) => Item.parse(JSON.parse(readFileSync(join(folder, name), "utf8")));

test("a report that was stored tells what it told", () => {
  const { timeline, letters, unit } = known(ReportRecord, item("2026-11-report-consolidated.json"));
  const report = reportOf(timeline);
  expect(report).toMatchObject({
    state: "CONSOLIDATED",
    texts: { 0: "大堂照明已改善，另有一项" },
    usedIn: ["property-service-inspection.hr-quarterly-report.2026-Q3"],
  });
  expect(report.submissions.map(({ late, content }) => [late, content])).toEqual([
    [false, 2],
    [true, 3],
  ]);
  expect([isDraft(report), unit?.id]).toEqual([false, "north"]);
  expect(letters.map(({ state: { is } }) => is)).toEqual(["sent", "notSent", "notSent"]);
});

test("every kind of event of a report is among them", () => {
  const { timeline } = known(ReportRecord, item("2026-11-report-consolidated.json"));
  const kinds = ReportEvent.options.map(({ shape }) => shape.type.value);
  expect([...new Set(timeline.map(({ type }) => type))].sort()).toEqual([...kinds].sort());
});

test("one on which its author still works waits with its letter in somebody's hand", () => {
  const { timeline, letters, askedAt } = known(ReportRecord, item("2026-11-report-draft.json"));
  expect(isDraft(reportOf(timeline))).toBe(true);
  expect([letters[0]?.state, askedAt]).toEqual([
    { is: "waiting", attempts: 1, after: "2026-10-01T01:20:00.000Z" },
    "2026-10-02T03:00:00.000Z",
  ]);
});

test("a content that was stored is read as it was, with its figures, its records and what it was made from", () => {
  const content = ReportDocument.parse(item("2026-11-content-quarter.json"));
  expect(isEmpty(content)).toBe(false);
  expect(content.lists.findings).toHaveLength(1);
  const said = content.inputs.find(({ is, unit }) => is === "late" && unit?.en === "North");
  expect(said?.texts).toEqual([
    { line: expect.objectContaining({ en: "What became better in the month" }), text: "大堂照明已改善，另有一项" },
  ]);
});

test("no file of the folder is left out", () => {
  expect(readdirSync(folder).sort()).toEqual([
    "2026-11-content-quarter.json",
    "2026-11-report-consolidated.json",
    "2026-11-report-draft.json",
  ]);
});
