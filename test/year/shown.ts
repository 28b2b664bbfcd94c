import { CaseList } from "../../shared/api/list-view.ts";
import { tableFigures } from "../../shared/aws/figures.ts";
import { CivilDate } from "../../shared/calendar/civil-date.ts";
import { fromMs } from "../../shared/kernel/instant.ts";
import type { Kpi } from "../../shared/policy/kpi.ts";
import { figuresOf } from "../../shared/record/figures/figures-of.ts";
import type { CaseRecord } from "../../shared/record/record.ts";
import { must } from "../stack/call.ts";
import type { Company } from "./company.ts";
import type { Lived } from "./live.ts";

/** Figures as the system shows them: of which company, of what, how much. */
export type Shown = ReadonlyMap<string, number | string>;

const PERIODS: Readonly<Partial<Record<Kpi["period"], number>>> = { month: 12, quarter: 4, year: 1 };

/** Every row of the register, page by page. */
const registerOf = async ({ house, policy }: Company): Promise<CaseList["items"]> => {
  const rows: CaseList["items"] = [];
  for (const month of Array.from({ length: 12 }, (_, n) => `2026-${`${n + 1}`.padStart(2, "0")}`))
    for (let cursor = ""; ; ) {
      const asked = `/register?policy=${policy.id}&month=${month}&limit=100${cursor}`;
      const page = CaseList.parse(must(await house.as("everybody").get(asked), 200).body);
      rows.push(...page.items);
      if (page.cursor === undefined) break;
      cursor = `&cursor=${encodeURIComponent(page.cursor)}`;
    }
  return rows;
};

const utc = (shown: string): string => fromMs(Date.parse(shown));

/** What a company's register, its cases and its figures say at the end. */
const shownOf = async (company: Company, { demo }: Lived, records: readonly CaseRecord[]) => {
  const { house, policy } = company;
  const figures = new Map<string, number | string>();
  const add = (what: string, n = 1) =>
    figures.set(`${house.org} ${what}`, Number(figures.get(`${house.org} ${what}`) ?? 0) + n);
  if (policy.intake !== undefined)
    for (const row of await registerOf(company)) {
      add("cases received");
      add(`cases in state ${row.state.id}`);
      add(`cases of month ${row.receivedAt.slice(0, 7)}`);
      if (row.category !== undefined && row.category !== "unclassified") add(`cases of category ${row.category}`);
    }
  const clocks = new Map(policy.clocks.map((clock) => [clock.id, clock]));
  for (const { id } of records.filter(({ org }) => org === house.org)) {
    const view = await house.as("everybody").see({ caseId: id });
    for (const { clock, due, onTime, state, excused } of view.deadlines) {
      const said = clocks.get(clock);
      if (said === undefined || said.renewable || said.since !== undefined || said.pauses.length > 0) continue;
      if (due !== undefined) figures.set(`${house.org} due of ${clock} of ${id}`, utc(due));
      if (state === "EXCUSED" || (excused !== undefined && !excused.late)) continue;
      if (onTime !== undefined) add(`clock ${clock} ${onTime ? "kept" : "missed"}`);
    }
    for (const { template } of view.mails) add(`mails owed ${template}`);
    const sent = view.mails.filter((one) => one.state === "sent").length;
    if (sent > 0) add("mails sent for cases", sent);
  }
  const deps = { figures: tableFigures(demo.client, demo.table), now: () => fromMs(demo.stack.clock.now()) };
  for (const kpi of policy.kpis) {
    const earlier = (PERIODS[kpi.period] ?? 0) - 1;
    if (earlier < 0) continue;
    const asked = { org: house.org, policy, on: CivilDate.parse("2026-12-31"), earlier, kpis: [kpi.id] };
    for (const one of await figuresOf(deps, asked))
      for (const { period, numerator, denominator } of [one, ...one.earlier]) {
        if (numerator) figures.set(`${house.org} kpi ${kpi.id} ${period} above`, numerator);
        if (denominator) figures.set(`${house.org} kpi ${kpi.id} ${period} below`, denominator);
      }
  }
  return figures;
};

export const allShown = async (lived: Lived, records: readonly CaseRecord[]): Promise<Shown> => {
  const each = await Promise.all(lived.companies.map((company) => shownOf(company, lived, records)));
  return new Map(each.flatMap((one) => [...one]));
};
