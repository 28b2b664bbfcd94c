import type { Company } from "../company.ts";
import type { Day } from "./desk.ts";
import { seeToDuties } from "./duties.ts";
import { tellersOf } from "./figures.ts";
import { inspectorsOf } from "./inspections.ts";
import { plannersOf } from "./plans.ts";
import { clerksOf } from "./registers.ts";
import { authorsOf } from "./reports.ts";
import { askersOf } from "./surveys.ts";

/** Puts down what a company does at its desks, day by day: all that its regulation asks for and that is no case. */
export const putWork = (company: Company): void => {
  const { chance, diary, slots } = company;
  const [planners, inspectors, clerks] = [plannersOf(company), inspectorsOf(company), clerksOf(company)];
  const [askers, tellers, authors] = [askersOf(company), tellersOf(company), authorsOf(company)];
  const all = chance.fork("desk");
  let before: string | undefined;
  for (const [n, { at, of, office }] of slots.entries()) {
    if (of !== "desk" || !office) continue;
    const day = at.slice(0, 10);
    const today: Day = { day, before, luckOf: (what) => all.fork(`${day} ${what}`) };
    before = day;
    diary.put(n, async () => {
      await planners.work(today);
      await seeToDuties(company, inspectors, today);
      await inspectors.goOn(today);
      await clerks.work(today);
      await askers.work(today);
      await tellers.work(today);
      await authors.work(today);
    });
  }
};
