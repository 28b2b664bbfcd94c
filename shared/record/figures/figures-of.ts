import { addDays, type CivilDate } from "../../calendar/civil-date.ts";
import { type Period, periodName, periodOf, type Window } from "../../calendar/period.ts";
import { endOfDay } from "../../calendar/zone.ts";
import type { Instant } from "../../kernel/instant.ts";
import { type Figure, figureOf, type Standing, type Sum, standingOf, sumOf, totalOf } from "../../kpi/figure.ts";
import type { Kpi } from "../../policy/kpi.ts";
import type { Policy } from "../../policy/policy.ts";
import type { Deps } from "../change.ts";
import { inTurns } from "../in-turns.ts";
import { type DutySource, dutyParts } from "./duties.ts";
import type { FigureDeps, FigureKey, GivenRecord } from "./figures.ts";
import { partsIn, sumIn } from "./sum.ts";

/** A figure of one period, or of one survey, judged. */
export type FigureOnce = Figure & {
  /** `2026-10`, `2026-Q4`, …; of a survey the day on which it was sent. */
  readonly period: string;
  /** Its first and last day; none of a survey. */
  readonly window: Window | undefined;
  readonly standing: Standing;
  /** It may still change by itself: its period is not over. */
  readonly provisional: boolean;
  readonly given: GivenRecord | undefined;
  /** The campaign that it is the figure of. */
  readonly campaign?: string;
};

/** A figure as it stands, with those of the periods before it, the last first. */
export type FigureShown = FigureOnce & { readonly kpi: Kpi; readonly earlier: readonly FigureOnce[] };

type FiguresAsked = {
  readonly org: string;
  /** The version whose targets are applied; a case counts by that which it was opened under. */
  readonly policy: Policy;
  /** A day of the office: each figure is that of its own period which holds this day. */
  readonly on: CivilDate;
  /** Of how many periods before it too; 1 where nothing is said. */
  readonly earlier?: number;
  /** Only these; all where nothing is said. */
  readonly kpis?: readonly string[];
};

/** What all figures of a regulation are shown from. */
export type FigureSources = FigureDeps & DutySource;

type Asking = { readonly deps: FigureSources; readonly asked: FiguresAsked; readonly now: Instant };

/** What survey figures stand under: each survey has its own. */
export const SURVEYS = "survey";

const keyOf = ({ org, policy }: FiguresAsked, kpi: Kpi, period: string): FigureKey => ({
  org,
  policy: policy.id,
  kpi: kpi.id,
  period,
});

/** The period that holds a day and so many before it, the last first. */
const windowsBack = (on: CivilDate, period: Period, count: number): readonly Window[] => {
  const windows: Window[] = [];
  for (let day = on; windows.length < count; ) {
    const window = periodOf(day, period);
    windows.push(window);
    day = addDays(window[0], -1);
  }
  return windows;
};

const lastSaid = (given: GivenRecord | undefined) => given?.entries.at(-1) ?? {};

/** What was counted of a figure in one period by now, and what was written down for it. */
const countedIn = async ({ deps, asked, now }: Asking, kpi: Kpi, period: Period, window: Window) => {
  const { org, policy } = asked;
  const { formula } = kpi;
  if (formula?.is !== "duties") return sumIn(deps.figures, keyOf(asked, kpi, periodName(window, period)), now);
  return {
    total: totalOf(await dutyParts(deps, { of: { org, policy: policy.id }, formula, window, now })),
    given: undefined,
  };
};

/** The figure of each of some periods, the last first; one that compares wants the period behind them too. */
const overPeriods = async (asking: Asking, kpi: Kpi, period: Period, count: number) => {
  const { asked, now } = asking;
  const compares = kpi.formula?.is === "fall-of-hours" ? 1 : 0;
  const windows = windowsBack(asked.on, period, count + compares);
  const sums = await Promise.all(
    windows.map(async (window): Promise<{ sum: Sum; given: GivenRecord | undefined }> => {
      const { total, given } = await countedIn(asking, kpi, period, window);
      return { sum: sumOf(kpi, total, lastSaid(given)), given };
    }),
  );
  return windows.slice(0, count).flatMap((window, n): FigureOnce[] => {
    const found = sums[n];
    if (found === undefined) return [];
    const figure = figureOf(kpi, found.sum, sums[n + 1]?.sum);
    return [
      {
        ...figure,
        ...{ period: periodName(window, period), window, given: found.given },
        standing: standingOf(kpi, figure.verdict),
        provisional: now < endOfDay(window[1], asked.policy.calendar.timeZone),
      },
    ];
  });
};

/** The figures of the last surveys that were sent by a day, the last first; none where there was no survey. */
const overSurveys = async ({ deps, asked }: Asking, kpi: Kpi, count: number): Promise<readonly FigureOnce[]> => {
  const by = endOfDay(asked.on, asked.policy.calendar.timeZone);
  const { items } = await partsIn(deps.figures, keyOf(asked, kpi, SURVEYS), by, { limit: count });
  return items.map(({ of, member, numerator, denominator }) => {
    const figure = figureOf(kpi, { numerator, denominator });
    const standing = standingOf(kpi, figure.verdict);
    return {
      ...figure,
      period: member,
      window: undefined,
      standing,
      provisional: false,
      given: undefined,
      campaign: of,
    };
  });
};

const NOTHING: FigureOnce = {
  ...figureOf({ unit: "percent" } as Kpi, { numerator: undefined, denominator: undefined }), // what nobody counted is no data by any target
  period: "",
  window: undefined,
  standing: "no-data",
  provisional: false,
  given: undefined,
};

/**
 * The figures of a regulation with their verdicts and the periods before. What it costs depends on the periods asked for
 * alone, as `sumIn` says; those of `earlier` cost the same again each.
 */
export const figuresOf = (
  deps: FigureSources & Pick<Deps, "now">,
  asked: FiguresAsked,
): Promise<readonly FigureShown[]> => {
  const asking: Asking = { deps, asked, now: deps.now() };
  const count = 1 + (asked.earlier ?? 1);
  const kpis = asked.policy.kpis.filter(({ id }) => asked.kpis?.includes(id) ?? true);
  return inTurns(kpis, async (kpi): Promise<FigureShown> => {
    const found =
      kpi.period === "survey"
        ? await overSurveys(asking, kpi, count)
        : await overPeriods(asking, kpi, kpi.period, count);
    const [current = NOTHING, ...earlier] = found;
    return { ...current, kpi, earlier };
  });
};
