import { civilDate } from "../../../calendar/zone.ts";
import { plusMs } from "../../../kernel/instant.ts";
import type { Section } from "../../../report/document.ts";
import { kpisSection } from "../../../report/kpis.ts";
import { figuresOf } from "../../figures/figures-of.ts";
import type { Counting } from "./counting.ts";

/** Each KPI of the period of its own that holds the last day of the stretch. */
export const kpiFigures = async ({ deps, org, policy, before }: Counting): Promise<Section> => {
  const on = civilDate(plusMs(before, -1), policy.calendar.timeZone);
  const figures = await figuresOf(deps, { org, policy, on, earlier: 0 });
  return kpisSection(
    figures.map(({ kpi, period, verdict, numerator, denominator, standing }) => ({
      ...{ kpi, period, numerator, denominator, standing, shown: verdict.shown },
    })),
  );
};
