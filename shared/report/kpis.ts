import { both, say, type Text } from "../kernel/text.ts";
import type { Standing } from "../kpi/figure.ts";
import type { Kpi } from "../policy/kpi.ts";
import type { Cell, Section } from "./document.ts";
import { nothing, words } from "./section.ts";

/** A KPI of the period that holds the last day of the stretch. */
export type KpiFigure = {
  readonly kpi: Kpi;
  readonly period: string;
  readonly shown: string | null;
  readonly numerator: number | undefined;
  readonly denominator: number | undefined;
  readonly standing: Standing;
};

const STANDINGS: Readonly<Record<Standing, Text>> = {
  met: say("达标", "met"),
  missed: say("未达标", "missed"),
  "not-reached": say("未达到（力争目标）", "not reached (striven for)"),
  "no-target": say("未规定目标", "no target given"),
  "no-data": say("无数据", "no data"),
};

const target = ({ operator, target: goal, unit }: Kpi): string =>
  goal === null ? "–" : `${operator.replace(">=", "≥").replace("<=", "≤")} ${goal}${unit === "percent" ? " %" : ""}`;

const count = (n: number | undefined): string => (n === undefined ? "–" : `${Math.round(n * 100) / 100}`);

/** The KPIs of the regulation against their targets, with what stands above and below the line. */
export const kpisSection = (figures: readonly KpiFigure[]): Section => {
  if (figures.length === 0) return nothing("本制度没有考核指标。", "The regulation has no KPIs.");
  const head = [
    say("指标", "KPI"),
    say("期间", "Period"),
    say("结果", "Result"),
    say("目标", "Target"),
    say("是否达标", "Standing"),
    say("分子", "Above the line"),
    say("分母", "Below it"),
  ];
  const rows = figures.map(({ kpi, period, shown, standing, numerator, denominator }): Cell[] => [
    words(kpi.title),
    words(period),
    { says: shown === null ? say("无数据", "no data") : both(shown), of: "kpis", where: { id: kpi.id } },
    words(target(kpi)),
    words(STANDINGS[standing]),
    words(count(numerator)),
    words(kpi.unit === "count" && kpi.formula?.is !== "hours" ? "–" : count(denominator)),
  ]);
  const kpis = figures.map(({ kpi, period, shown, standing, numerator, denominator }) => ({
    ...{
      id: kpi.id,
      period,
      standing,
      shown: shown ?? "",
      numerator: count(numerator),
      denominator: count(denominator),
    },
    records: `figures/${kpi.id}/${period}`,
  }));
  return { tables: [{ id: "kpis", title: say("考核指标", "KPIs"), head, rows }], notes: [], lists: { kpis } };
};
