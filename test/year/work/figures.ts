import { FigureList } from "../../../shared/api/kpis.ts";
import { givenSides } from "../../../shared/policy/kpi.ts";
import { must } from "../../stack/call.ts";
import type { Company } from "../company.ts";
import { byWhoeverMay, type Day } from "./desk.ts";

/** Share of the days on which somebody writes down what nothing counts: of a figure of days, and of the month and longer. */
const OF_A_DAY = 0.4;
const OF_LONGER = 0.12;

/** Those who write down what nobody counts of a company's figures. */
export const tellersOf = (company: Company) => {
  const { policy, house } = company;
  const told = policy.kpis.filter((kpi) => kpi.period !== "survey" && givenSides(kpi).length > 0);

  const work = async ({ day, luckOf }: Day): Promise<void> => {
    const due = told.filter(({ id, period }) => luckOf(`figure ${id}`).of(period === "day" ? OF_A_DAY : OF_LONGER));
    if (due.length === 0) return;
    const asked = `/kpis?policy=${policy.id}&on=${day}&earlier=0`;
    const { items } = FigureList.parse(must(await house.as("everybody").get(asked), 200).body);
    for (const { id, period, given } of items) {
      if (given === undefined || !due.some((one) => one.id === id)) continue;
      const luck = luckOf(`value of ${id}`);
      const denominator = 10 + luck.below(40);
      const numerator = luck.below(denominator + 1);
      const body = {
        ...(given.sides.includes("numerator") ? { numerator } : {}),
        ...(given.sides.includes("denominator") ? { denominator } : {}),
      };
      const key = { "idempotency-key": `${id}-${period}-${day}` };
      const path = `/kpis/${id}/${period}?policy=${policy.id}`;
      await byWhoeverMay(company, `${id} given`, (staff) => staff.post(path, body, key));
    }
  };
  return { work: told.length > 0 ? work : async () => {} };
};
