import { civilDate } from "../../calendar/zone.ts";
import { type KpiLine, type Line, type List, nameOf, type Part, type Point } from "../../digest/digest.ts";
import { HOUR, type Instant, plusMs } from "../../kernel/instant.ts";
import { say } from "../../kernel/text.ts";
import { HOUSE } from "../../obligation/house.ts";
import type { Kpi } from "../../policy/kpi.ts";
import { sayTarget } from "../../policy/kpi-words.ts";
import { verdict } from "../../policy/verdict.ts";
import { rolesSaid } from "../../policy/wording.ts";
import { type DigestLetter, digestLetter } from "../digest.ts";
import type { House } from "../look/look.ts";
import { SAMPLE_PEOPLE, type Stage } from "./story.ts";

const DAY = 24 * HOUR;
const later = (now: Instant, days: number): Instant => plusMs(now, days * DAY);

const lineOf = ({ rulebook: { policy }, now, locale }: Stage, n: number, days: number): Line => {
  const clock = policy.clocks[n % Math.max(1, policy.clocks.length)];
  const role = policy.roles[n % Math.max(1, policy.roles.length)];
  return {
    place: `case_${"1".repeat(26)}`,
    name: `${now.slice(0, 7)}-${`${n + 1}`.padStart(3, "0")}`,
    what: clock?.title ?? say("办理", "handling"),
    ...(role === undefined ? {} : { whose: role.title }),
    who: `${[...SAMPLE_PEOPLE.customer[locale]][0]}••••`,
    due: later(now, days),
  };
};

/** Shares that rise and fall, so that a chart shows both. */
const SHARES = [82, 88, 91, 86, 93, 89];

const kpiOf = (kpi: Kpi, now: Instant): KpiLine => {
  const trend = SHARES.map((share, at): Point => {
    const counted = kpi.unit === "percent" ? { numerator: share, denominator: 100 } : { numerator: at, denominator: 0 };
    const { value, shown, met } = verdict(kpi, counted);
    const standing = met === null ? "no-target" : met ? "met" : "missed";
    const period = later(now, (at - SHARES.length) * 30).slice(0, 7);
    return { period, standing, ...(value === null ? {} : { value, shown }) };
  });
  const target = sayTarget(kpi);
  return {
    id: kpi.id,
    title: kpi.title,
    trend,
    ...(target === undefined || kpi.target === null ? {} : { target, aim: kpi.target }),
  };
};

/** What is owed again and again, where a regulation asks for that. */
const dutyLines = ({ rulebook: { policy }, now }: Stage, days: readonly number[]): readonly Line[] =>
  policy.schedules.slice(0, days.length).map(({ title, by }, n) => ({
    place: "visits",
    name: HOUSE,
    what: title,
    whose: rolesSaid(policy, by),
    due: later(now, days[n] ?? 1),
  }));

const listOf = (of: List["of"], lines: readonly Line[], count = lines.length): readonly List[] =>
  lines.length === 0 ? [] : [{ of, count, first: [...lines] }];

const partOf = (stage: Stage): Part => {
  const { now, rulebook } = stage;
  const { policy } = rulebook;
  const [digest] = policy.digests;
  if (digest === undefined) throw new Error(`${policy.id} has no digest`);
  const cases = policy.intake !== undefined;
  const overdue = Array.from({ length: 4 }, (_, n) => lineOf(stage, n, n - 6));
  const due = Array.from({ length: 3 }, (_, n) => lineOf(stage, n + 4, n + 1));
  const brief = (line: Line, days: number) => ({
    place: line.place,
    name: nameOf(line, stage.locale),
    what: line.what,
    at: later(now, days),
  });
  return {
    policy: { id: policy.id, version: policy.version, title: policy.title },
    zone: policy.calendar.timeZone,
    digests: [{ id: digest.id, title: digest.title, rules: digest.rules }],
    roles: policy.roles.filter(({ id }) => digest.to.includes(id)).map(({ id, title }) => ({ id, title })),
    shows: digest.shows,
    since: later(now, -7),
    overdue: [...(cases ? listOf("cases", overdue, 1238) : []), ...listOf("duties", dutyLines(stage, [-2]))],
    due: [...(cases ? listOf("cases", due) : []), ...listOf("duties", dutyLines(stage, [2, 5]))],
    kpis: policy.kpis.map((kpi) => kpiOf(kpi, now)),
    news: cases
      ? [
          { of: "opened", count: 12, first: due.map((line, n) => brief(line, -n - 1)) },
          { of: "closed", count: 9, first: [] },
          { of: "escalated", count: 1, first: overdue.slice(0, 1).map((line) => brief(line, -2)) },
          { of: "flipped", count: 0, first: [] },
        ]
      : [],
  };
};

/** A digest of invented cases, as a company would send it by one regulation. */
export const sampleDigest = (stage: Stage, org: House): DigestLetter => {
  const { rulebook, now, locale } = stage;
  return digestLetter({
    ...{ locale, org, now, day: civilDate(now, rulebook.policy.calendar.timeZone), name: "example" },
    parts: [partOf(stage)],
    console: "https://example.com/console/#/example",
  });
};
