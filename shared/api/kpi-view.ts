import { withOffset } from "../calendar/zone.ts";
import type { Actor } from "../case/actor.ts";
import { actsAs, titles } from "../case/roles.ts";
import { HOUR } from "../kernel/instant.ts";
import { both, type Locale, say, type Text } from "../kernel/text.ts";
import type { Standing } from "../kpi/figure.ts";
import { sayFormula } from "../policy/explain-kpi.ts";
import { givenSides, type Kpi } from "../policy/kpi.ts";
import { sayTarget } from "../policy/kpi-words.ts";
import type { Policy } from "../policy/policy.ts";
import type { FigureRow } from "../record/figures/figures.ts";
import type { FigureOnce, FigureShown } from "../record/figures/figures-of.ts";
import type { FigureParts, FigureView } from "./kpis.ts";
import type { RowView } from "./row.ts";
import { whoIs } from "./who.ts";

/** A verdict in words: no colour says it alone. */
const STANDINGS: Readonly<Record<Standing, Text>> = {
  met: say("达标", "met"),
  missed: say("未达标", "missed"),
  "not-reached": say("力争目标未达到", "striven for, not reached"),
  "no-target": say("不评判", "not judged"),
  "no-data": say("无数据", "no data"),
};

/** The name of a period as people say it. */
const sayPeriod = (name: string, locale: Locale): string => {
  const [, year = "", kind = "", n = ""] = /^(\d{4})-([WQH])(\d{1,2})$/.exec(name) ?? [];
  const zh: Readonly<Record<string, string>> = { W: "周", Q: "季度", H: "半年" };
  if (kind !== "") return locale === "zh-CN" ? `${year}年第${Number(n)}${zh[kind]}` : `${year} ${kind}${Number(n)}`;
  if (locale === "en") return name;
  if (/^\d{4}$/.test(name)) return `${name}年`;
  const [, y, m] = /^(\d{4})-(\d{2})$/.exec(name) ?? [];
  return y === undefined ? name : `${y}年${Number(m)}月`;
};

const once = (figure: FigureOnce, locale: Locale) => ({
  period: figure.period,
  says: figure.period === "" ? "" : sayPeriod(figure.period, locale),
  from: figure.window?.[0],
  to: figure.window?.[1],
  numerator: figure.numerator,
  denominator: figure.denominator,
  value: figure.verdict.value,
  shown: figure.verdict.shown,
  standing: { id: figure.standing, says: STANDINGS[figure.standing][locale] },
  provisional: figure.provisional,
});

const hasParts = ({ formula }: Kpi): boolean => formula !== undefined;

const givenOf = (policy: Policy, { kpi, given }: FigureShown, by: Actor, locale: Locale): FigureView["given"] => {
  const sides = givenSides(kpi);
  if (sides.length === 0) return undefined;
  return {
    sides: [...sides],
    by: titles(policy, kpi.broughtBy).map((title) => title[locale]),
    mayWrite: actsAs(by, kpi.broughtBy),
    history: (given?.entries ?? []).toReversed().map((entry) => ({
      at: withOffset(entry.at, policy.calendar.timeZone),
      by: whoIs(policy, entry.by, "staff", locale),
      numerator: entry.numerator,
      denominator: entry.denominator,
      note: entry.note,
    })),
  };
};

/** A figure as its reader sees it. */
export const figureView = (policy: Policy, figure: FigureShown, by: Actor, locale: Locale): FigureView => {
  const { kpi } = figure;
  const isHours = kpi.formula?.is === "hours";
  return {
    ...once(figure, locale),
    id: kpi.id,
    title: kpi.title[locale],
    rules: kpi.rules,
    above: kpi.numerator[locale],
    below: kpi.unit === "count" ? undefined : kpi.denominator[locale],
    how: sayFormula(policy, kpi).map((line) => line[locale]),
    unit: isHours ? "hours" : kpi.unit,
    wanted: sayTarget(kpi),
    striven: kpi.aspiration,
    hasParts: hasParts(kpi),
    given: givenOf(policy, figure, by, locale),
    earlier: figure.earlier.map((one) => once(one, locale)),
  };
};

const KEPT = say("按时完成", "kept");
const MISSED = say("未按时完成", "not kept");
const ABOVE = say("计入分子", "counts above the line");
const BELOW = say("计入分母", "counts below the line");

/** Why a part counts, in words. */
const sayPart = (policy: Policy, { formula }: Kpi, { member, numerator }: FigureRow): Text => {
  if (formula?.is === "clocks") {
    const clock = policy.clocks.find(({ id }) => id === member.replace(/-\d+$/, ""));
    const title = clock?.title ?? both(member);
    const kept = numerator > 0 ? KEPT : MISSED;
    return say(`${title["zh-CN"]}：${kept["zh-CN"]}`, `${title.en}: ${kept.en}`);
  }
  if (formula?.is === "duties") return numerator > 0 ? ABOVE : BELOW;
  if (formula?.is === "cases") return numerator > 0 ? ABOVE : BELOW;
  if (formula?.is === "hours" || formula?.is === "fall-of-hours") {
    const hours = `${Math.round((numerator / HOUR) * 100) / 100}`;
    return say(`用时${hours}小时`, `took ${hours} hours`);
  }
  return say(`${member}发出的调查`, `the survey sent on ${member}`);
};

/** One part of a figure: what it adds, why, and of which case, survey or duty. */
export const partView = (
  policy: Policy,
  kpi: Kpi,
  row: FigureRow,
  of: {
    readonly case: RowView | undefined;
    readonly campaign: FigureParts["items"][number]["campaign"];
    readonly duty: FigureParts["items"][number]["duty"];
    readonly locale: Locale;
  },
): FigureParts["items"][number] => ({
  at: withOffset(row.at, policy.calendar.timeZone),
  numerator: row.numerator,
  denominator: row.denominator,
  says: sayPart(policy, kpi, row)[of.locale],
  case:
    of.case === undefined
      ? undefined
      : {
          caseId: of.case.caseId,
          number: of.case.number,
          state: of.case.state.says,
          category: of.case.categorySays,
          receivedAt: of.case.receivedAt,
        },
  campaign: of.campaign,
  duty: of.duty,
});
