import { describe, expect, test } from "vitest";
import { policyIds, publishedPolicy } from "../../../infra/policy/published.ts";
import { reportSheets } from "../../../shared/api/report-sheets.ts";
import { CivilDate } from "../../../shared/calendar/civil-date.ts";
import { periodName, periodsEnding } from "../../../shared/calendar/period.ts";
import type { Shows } from "../../../shared/policy/duty.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { compiled } from "../../../shared/record/reports/compile.ts";
import type { ReportDocument } from "../../../shared/report/document.ts";
import { isEmpty } from "../../../shared/report/document.ts";
import { type ReportSchedule, reportsOf } from "../../../shared/report/due.ts";
import { reportHtml } from "../../../shared/report/html.ts";
import { periodCovered, spanNamed } from "../../../shared/report/key.ts";
import { workbookOf } from "../../../shared/runtime/xlsx.ts";
import { sh } from "../../fixtures/cases.ts";
import { fillStretch } from "../../fixtures/report-data.ts";
import { miscounted, reporting } from "../../fixtures/reports.ts";

const NOW = sh("2027-03-01 10:00");
const YEAR = [CivilDate.parse("2026-01-01"), CivilDate.parse("2026-12-31")] as const;

const all = policyIds().flatMap((id) => {
  const policy = publishedPolicy(id)?.policy ?? expect.unreachable(id);
  return reportsOf(policy).map((schedule) => ({ id, schedule, policy }));
});

/** What lies in the middle of the year of the stretches that a schedule covers. */
const periodOf = ({ schedule }: (typeof all)[number]): string => {
  const period = periodCovered(schedule.duty.covers);
  const windows = periodsEnding(...YEAR, period);
  const window = windows[Math.floor(windows.length / 2)] ?? expect.unreachable(period);
  return periodName(window, period);
};

const shown = ({ duty }: ReportSchedule): readonly Shows[] => duty.content.flatMap((line) => line.shows);

/** Whether something of it can be there under a regulation, when everything happens that the fixture knows. */
const isKnown = (policy: Policy, what: Shows): boolean => {
  switch (what) {
    case "cases":
    case "closed":
      return policy.workflow !== undefined;
    case "clocks":
      return policy.clocks.some(({ grade, start }) => grade === "binding" && start === "received");
    case "kpis":
      return policy.kpis.length > 0;
    case "sanctions":
      return false;
    default:
      return true;
  }
};

const isShownAsFiles = async (document: ReportDocument): Promise<void> => {
  for (const locale of ["zh-CN", "en"] as const) {
    expect(reportHtml(document, locale)).toContain(
      `<h1>${document.schedule.title[locale]}`.replace("&", "&amp;").replace("'", "&#39;"),
    );
    const sheets = reportSheets(document, locale);
    expect(new Set(sheets.map(({ name }) => name.slice(0, 31))).size).toBe(sheets.length);
    expect((await workbookOf(sheets)).length).toBeGreaterThan(1000);
  }
};

test("there are as many as the regulations ask for", () => {
  expect(all).toHaveLength(28);
});

describe.each(all)("$id: $schedule.id", (one) => {
  const { id, schedule, policy } = one;
  const period = periodOf(one);

  test("of a stretch in which nothing happened says so, line by line", async () => {
    const { deps, report } = await reporting(id, NOW);
    const { document } = await compiled(deps, await report(schedule.id, period), NOW);
    const figures = shown(schedule).includes("kpis") && policy.kpis.length > 0; // that there is no data yet is said of each
    expect(isEmpty(document)).toBe(!figures);
    expect(document.lines).toHaveLength(schedule.duty.content.length);
    for (const [n, { shows }] of schedule.duty.content.entries()) {
      const line = document.lines[n] ?? expect.unreachable("a line of each");
      expect(line.tables.length + line.notes.length, line.says.en).toBeGreaterThanOrEqual(shows.length);
    }
    expect(miscounted(document)).toEqual([]);
    await isShownAsFiles(document);
  });

  test("of one in which everything happened counts it, each figure with its records, the same each time", async () => {
    const world = await reporting(id, NOW);
    const { window } = spanNamed(period) ?? expect.unreachable(period);
    await fillStretch(world, window);
    const found = await world.report(schedule.id, period);
    const { document, hash } = await compiled(world.deps, found, NOW);
    expect(isEmpty(document)).toBe(!shown(schedule).some((what) => isKnown(policy, what)));
    for (const [n, line] of schedule.duty.content.entries())
      if (line.shows.some((what) => isKnown(policy, what)))
        expect(document.lines[n]?.tables.length, line.en).toBeGreaterThan(0);
    expect(miscounted(document)).toEqual([]);
    expect((await compiled(world.deps, found, NOW)).hash).toBe(hash);
    await isShownAsFiles(document);
  });
});
