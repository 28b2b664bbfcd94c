import { type Locale, say } from "../kernel/text.ts";
import type { FigureList, FigureView } from "./kpis.ts";
import type { Cell, Sheet } from "./sheet.ts";

const HEADS = [
  [say("指标", "Figure"), 26],
  [say("条款", "Rules"), 16],
  [say("时期", "Period"), 14],
  [say("分子", "Above the line"), 30],
  [say("分子数", "Number above"), 12],
  [say("分母", "Below the line"), 30],
  [say("分母数", "Number below"), 12],
  [say("结果", "Result"), 12],
  [say("目标", "Target"), 10],
  [say("评判", "Verdict"), 16],
  [say("时期未结束", "Period runs"), 10],
] as const;
const YES = say("是", "yes");
const HOUR = 3_600_000;

type Once = FigureView["earlier"][number];

/** Milliseconds as hours on paper; everything else as it is. */
const amount = ({ unit }: FigureView, n: number | undefined, isTime: boolean): Cell =>
  n === undefined || !(isTime && unit === "hours") ? n : Math.round((n / HOUR) * 100) / 100;

const row = (figure: FigureView, at: Once, locale: Locale): readonly Cell[] => [
  figure.title,
  figure.rules.join(", "),
  at.says,
  figure.above,
  amount(figure, at.numerator, true),
  figure.below,
  figure.below === undefined ? undefined : amount(figure, at.denominator, false),
  at.shown ?? undefined,
  figure.wanted,
  at.standing.says,
  at.provisional ? YES[locale] : undefined,
];

/** The figures of a regulation on paper: a line a figure and period. */
export const kpiSheet = ({ policy, items }: FigureList, locale: Locale): Sheet => ({
  name: policy.title,
  columns: HEADS.map(([head, width]) => ({ title: head[locale], width })),
  rows: items.flatMap((figure) => [figure, ...figure.earlier].map((at) => row(figure, at, locale))),
});
