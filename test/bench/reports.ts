import { tableCampaigns } from "../../shared/aws/campaigns.ts";
import { tableEntries } from "../../shared/aws/entries.ts";
import { tableFigures } from "../../shared/aws/figures.ts";
import { tableKept } from "../../shared/aws/kept.ts";
import { tableObligations } from "../../shared/aws/obligations.ts";
import { OrgId } from "../../shared/kernel/ids.ts";
import { fromMs, HOUR, Instant, toMs } from "../../shared/kernel/instant.ts";
import { Policy } from "../../shared/policy/policy.ts";
import { InspectionRecord } from "../../shared/record/inspections/inspections.ts";
import { compiled } from "../../shared/record/reports/compile.ts";
import type { LoadedReport, ReportDeps } from "../../shared/record/reports/load.ts";
import { blankReport } from "../../shared/record/reports/plan.ts";
import { ReportRecord } from "../../shared/record/reports/reports.ts";
import { isReport } from "../../shared/report/due.ts";
import { spanNamed } from "../../shared/report/key.ts";
import { reportOf } from "../../shared/report/report.ts";
import type { Figure } from "./figure.ts";
import { filling } from "./filling.ts";
import { meteredStore } from "./metered.ts";
import { doorFactory } from "./past-cases.ts";

const SIZES = [1_000, 10_000, 100_000] as const;
/** So many reports of earlier months stand behind the list that is shown: a company of ten departments has them in eight years. */
const REPORTS = [1_000, 10_000] as const;
const ORG = OrgId.parse("demo-doors");
/** A day that is whole in every size of table. */
const DAY = "2025-03-12";
const NOW = Instant.parse("2026-03-10T01:30:00.000Z");
const AT_ONCE = 32;

/** A report that the regulation itself does not ask for: the cases of a day, their deadlines, and what was closed. */
const daily = {
  ...{ id: "daily-count", title: { "zh-CN": "日报", en: "Report of a day" }, rules: ["DFA-01"], by: ["afterSales"] },
  rhythm: { kind: "unstated" },
  duty: {
    ...{ is: "report", covers: "day" },
    content: [{ "zh-CN": "案件", en: "Cases", shows: ["cases", "clocks", "closed"] }],
  },
};

const grounded = (): Pick<LoadedReport, "policy" | "calendar" | "schedule"> => {
  const { policy, calendar } = doorFactory();
  const [schedule] = Policy.shape.schedules.parse([daily]).filter(isReport);
  if (schedule === undefined) throw new Error("it is a report");
  return { policy: { ...policy, schedules: [schedule] }, calendar, schedule };
};

/** What a report of a day costs to compile while the history around it grows a hundredfold, and what a page of reports does. */
export const reports = async (sizes: readonly number[] = SIZES): Promise<Figure[]> => {
  const { deps, measured, stop, engine, client, table } = await meteredStore("quick");
  const found: Figure[] = [];
  const kept = tableKept(client, table, "report", ReportRecord);
  const asked: ReportDeps = {
    ...{ orgs: deps.orgs, records: deps.records, now: () => NOW, reports: kept },
    figures: tableFigures(client, table),
    inspections: tableKept(client, table, "inspection", InspectionRecord),
    entries: tableEntries(client, table, deps.orgs),
    campaigns: tableCampaigns(client, table),
    obligations: tableObligations(client, table),
    files: {
      keep: async () => undefined,
      read: async () => {
        throw new Error("no content is kept here");
      },
    },
  };
  const measure = async (what: string, note: string, act: () => Promise<string>): Promise<void> => {
    let said = "";
    const begun = performance.now();
    const { reads, readRequests } = await measured(async () => {
      said = await act();
    });
    const value = performance.now() - begun;
    found.push({
      ...{ what: `${what}: read`, value: reads, unit: "units" },
      note: `${said}; requests: ${readRequests}, ${note}, ${engine}`,
    });
    found.push({ what: `${what}: time`, value, unit: "ms", note });
  };
  try {
    const org = await deps.orgs.org(ORG);
    const ref = org?.policies[0]?.ref;
    const span = spanNamed(DAY);
    if (org === undefined || ref === undefined || span === undefined) throw new Error("the demo company is put");
    const ground = grounded();
    const blank = (n: number): ReportRecord => {
      const opensAt = fromMs(toMs(NOW) - n * HOUR);
      const one = { org, ref, schedule: ground.schedule, unit: undefined };
      return { ...blankReport(one, { period: DAY, opensAt }), id: `daily-count.${n}`, wakeAt: undefined };
    };
    const report: LoadedReport = { ...ground, record: blank(0), span, report: reportOf([]) };
    const { upTo } = await filling(client, table, deps, sizes.at(-1) ?? 0);
    for (const size of sizes) {
      await upTo(size);
      await measure("a report of a day", `among ${size.toLocaleString("en")} cases`, async () => {
        const { document } = await compiled(asked, report, NOW);
        const { received = [], clocks = [], closed = [] } = document.lists;
        return `${received.length} cases, ${clocks.length} deadlines, ${closed.length} closed`;
      });
    }
    let there = 0;
    for (const size of REPORTS.filter((one) => one <= (sizes.at(-1) ?? 0))) {
      for (; there < size; there += AT_ONCE)
        await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => kept.save(blank(there + n))));
      await measure("a page of reports", `among ${size.toLocaleString("en")} reports`, async () => {
        const { items } = await kept.filedIn(ORG, ref.id, NOW.slice(0, 7), { limit: 50 });
        return `${items.length} shown`;
      });
    }
    return found;
  } finally {
    await stop();
  }
};
