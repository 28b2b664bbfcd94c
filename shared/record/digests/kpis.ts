import { addDays } from "../../calendar/civil-date.ts";
import type { KpiLine, Point } from "../../digest/digest.ts";
import type { Kpi } from "../../policy/kpi.ts";
import { sayTarget } from "../../policy/kpi-words.ts";
import type { Deps } from "../change.ts";
import { type FigureOnce, type FigureSources, figuresOf } from "../figures/figures-of.ts";
import type { Asked } from "./digests.ts";

/** So many periods are a trend, and one more is read because the current one is not over. */
const TREND = 6;

const pointOf = ({ period, verdict, standing }: FigureOnce): Point => ({
  period,
  standing,
  ...(verdict.value === null ? {} : { value: verdict.value, shown: verdict.shown }),
});

const targetOf = (kpi: Kpi): Pick<KpiLine, "target" | "aim"> => {
  const target = sayTarget(kpi);
  return kpi.target === null || target === undefined ? {} : { target, aim: kpi.target };
};

/**
 * The figures of a regulation in their last periods that are over, against their targets. What it costs depends on the
 * periods alone. A figure of which nothing was ever counted says nothing.
 */
export const kpisOf =
  (deps: FigureSources & Pick<Deps, "now">) =>
  async ({ org, policy, day }: Asked): Promise<readonly KpiLine[]> => {
    const shown = await figuresOf(deps, { org, policy, on: addDays(day, -1), earlier: TREND });
    return shown.flatMap(({ kpi, earlier, ...current }) => {
      const over = [current, ...earlier].filter(({ provisional, period }) => !provisional && period !== "");
      const trend = over.slice(0, TREND).reverse().map(pointOf);
      return trend.some(({ value }) => value !== undefined)
        ? [{ id: kpi.id, title: kpi.title, ...targetOf(kpi), trend }]
        : [];
    });
  };
