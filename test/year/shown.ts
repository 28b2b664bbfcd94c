import { CaseList } from "../../shared/api/list-view.ts";
import { fromMs } from "../../shared/kernel/instant.ts";
import { must } from "../stack/call.ts";
import { figuresIn } from "./cells.ts";
import type { Company } from "./company.ts";
import type { factsOf } from "./facts.ts";
import type { Lived } from "./live.ts";
import { kpisShown, recordsShown } from "./shown-records.ts";

/** Figures as the system shows them: of which company, of what, how much. */
export type Shown = ReadonlyMap<string, number | string>;

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

type Seen = Pick<Awaited<ReturnType<typeof factsOf>>, "cases" | "contents">;

/** What a company's register, its cases and its figures say at the end. */
const shownOf = async (company: Company, lived: Lived, { cases: records, contents }: Seen) => {
  const { house, policy } = company;
  const figures = new Map<string, number | string>();
  const compiled = contents
    .flatMap(figuresIn)
    .flatMap(({ org, what, n }) => (org === house.org ? [[what, n] as const] : []));
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
  for (const [what, n] of [...(await kpisShown(company, lived)), ...(await recordsShown(company)), ...compiled])
    if (n !== 0) figures.set(`${house.org} ${what}`, n);
  return figures;
};

export const allShown = async (lived: Lived, seen: Seen): Promise<Shown> => {
  const each = await Promise.all(lived.companies.map((company) => shownOf(company, lived, seen)));
  return new Map(each.flatMap((one) => [...one]));
};
