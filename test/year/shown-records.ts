import { CampaignList, CampaignView } from "../../shared/api/campaigns.ts";
import { DutyList } from "../../shared/api/duties.ts";
import { InspectionList } from "../../shared/api/inspections.ts";
import { EntryList, RegisterList } from "../../shared/api/registers.ts";
import { ReportList } from "../../shared/api/reports.ts";
import { tableFigures } from "../../shared/aws/figures.ts";
import { tableObligations } from "../../shared/aws/obligations.ts";
import { addDays, addMonths, CivilDate } from "../../shared/calendar/civil-date.ts";
import { periodName, periodOf } from "../../shared/calendar/period.ts";
import { fromMs } from "../../shared/kernel/instant.ts";
import type { Kpi } from "../../shared/policy/kpi.ts";
import { figuresOf } from "../../shared/record/figures/figures-of.ts";
import { must } from "../stack/call.ts";
import type { Company } from "./company.ts";
import type { Lived } from "./live.ts";

type Figure = readonly [what: string, n: number];

const spanOf = ({ slots }: Company): { from: CivilDate; to: CivilDate } => ({
  from: CivilDate.parse(slots[0]?.at.slice(0, 10)),
  to: CivilDate.parse(slots.at(-1)?.at.slice(0, 10)),
});

const monthsOf = (company: Company): readonly string[] => {
  const { from, to } = spanOf(company);
  const months: string[] = [];
  for (let day = from; day.slice(0, 7) <= to.slice(0, 7); day = addMonths(day, 1)) months.push(day.slice(0, 7));
  return months;
};

/** How many periods lie before the last of a stretch of days; of surveys as many as there may be. */
const earlier = ({ period }: Kpi, company: Company): number => {
  if (period === "survey") return 50;
  const { from, to } = spanOf(company);
  const names = new Set<string>();
  for (let day = from; day <= to; day = addDays(day, 1)) names.add(periodName(periodOf(day, period), period));
  return names.size - 1;
};

/** What stands above and below the line of every KPI in every period. */
export const kpisShown = async (company: Company, { demo }: Lived): Promise<readonly Figure[]> => {
  const { house, policy } = company;
  const deps = {
    figures: tableFigures(demo.client, demo.table),
    obligations: tableObligations(demo.client, demo.table),
    now: () => fromMs(demo.stack.clock.now()),
  };
  const on = spanOf(company).to;
  const found: Figure[] = [];
  for (const kpi of policy.kpis) {
    const asked = { org: house.org, policy, on, earlier: earlier(kpi, company), kpis: [kpi.id] };
    for (const one of await figuresOf(deps, asked))
      for (const { period, numerator = 0, denominator = 0 } of [one, ...one.earlier])
        found.push([`kpi ${kpi.id} ${period} above`, numerator], [`kpi ${kpi.id} ${period} below`, denominator]);
  }
  return found;
};

/** Everything of a list, page by page. */
const pages = async <T extends { readonly cursor?: string | undefined }>(
  { house }: Company,
  path: string,
  read: (body: unknown) => T,
): Promise<readonly T[]> => {
  const all: T[] = [];
  for (let cursor = ""; ; ) {
    const page = read(must(await house.as("everybody").get(`${path}${cursor}`), 200).body);
    all.push(page);
    if (page.cursor === undefined) return all;
    cursor = `&cursor=${encodeURIComponent(page.cursor)}`;
  }
};

const owed = async (company: Company): Promise<readonly Figure[]> => {
  const { house, policy } = company;
  const { from, to } = spanOf(company);
  const found: Figure[] = [];
  for (const { id } of policy.schedules) {
    const asked = `/duties/${id}?policy=${policy.id}&from=${from}&to=${to}`;
    const { counts } = DutyList.parse(must(await house.as("everybody").get(asked), 200).body);
    for (const [what, n] of Object.entries(counts)) found.push([`owed by ${id} ${what}`, n]);
  }
  return found;
};

const byMonth = async (company: Company, month: string): Promise<readonly Figure[]> => {
  const { house, policy } = company;
  const found: Figure[] = [];
  const asked = `policy=${policy.id}&month=${month}&limit=100`;
  for (const { items } of await pages(company, `/inspections?${asked}`, InspectionList.parse))
    for (const { schedule, doneAt, findings, open } of items) {
      const at = `of ${schedule.id} in ${doneAt.slice(0, 7)}`;
      found.push([`inspections ${at}`, 1], [`findings ${at}`, findings], [`open findings ${at}`, open]);
    }
  for (const { items } of await pages(company, `/reports?${asked}`, ReportList.parse))
    for (const { schedule, state } of items) found.push([`reports of ${schedule.id} ${state.id}`, 1]);
  const kept = RegisterList.parse(must(await house.as("everybody").get("/registers"), 200).body).items;
  for (const { form } of kept)
    for (const { items } of await pages(
      company,
      `/registers/${policy.id}/${form}?month=${month}&limit=100`,
      EntryList.parse,
    ))
      for (const { state } of items) found.push([`entries of ${form} ${state}`, 1]);
  return found;
};

const campaigns = async (company: Company): Promise<readonly Figure[]> => {
  const { house } = company;
  const found: Figure[] = [];
  for (const { items } of await pages(company, "/campaigns?limit=50", CampaignList.parse))
    for (const { campaignId } of items) {
      const asked = `/campaigns/${campaignId}?figures=now`;
      const { figures } = CampaignView.parse(must(await house.as("everybody").get(asked), 200).body);
      if (figures === undefined) continue;
      const { invited, sent, answered, valid, questions } = figures;
      for (const [what, n] of Object.entries({ invited, sent, answered, valid }))
        found.push([`campaign ${campaignId} ${what}`, n]);
      for (const { question, answers, satisfied } of questions)
        found.push(
          [`campaign ${campaignId} ${question} answers`, answers],
          [`campaign ${campaignId} ${question} satisfied`, satisfied],
        );
    }
  return found;
};

/** What the lists of a company say of all that is no case. */
export const recordsShown = async (company: Company): Promise<readonly Figure[]> => {
  const sums = new Map<string, number>();
  const each = await Promise.all([
    owed(company),
    campaigns(company),
    ...monthsOf(company).map((one) => byMonth(company, one)),
  ]);
  for (const [what, n] of each.flat()) sums.set(what, (sums.get(what) ?? 0) + n);
  return [...sums];
};
