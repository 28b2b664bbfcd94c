import { type Calendar, dayOf } from "../../shared/calendar/calendar.ts";
import { calendarIds, calendarOf } from "../../shared/calendar/known.ts";
import { withOffset } from "../../shared/calendar/zone.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { accept, type Result, refuse } from "../../shared/kernel/result.ts";
import { type Due, dueOf } from "../../shared/policy/due.ts";
import { known } from "../../shared/policy/problem.ts";
import { startedBy } from "../../shared/policy/since.ts";
import { verdict } from "../../shared/policy/verdict.ts";
import { readDate, readEvents, readFacts, readInstant, readLocale, readNumber } from "./answers.ts";
import { type Argv, option, pairs } from "./argv.ts";
import { policyNamed } from "./files.ts";

/** What a command prints, as JSON or, where it is a text, as it is, with what is said beside it; or the one sentence of its refusal. */
export type Answer = Result<unknown, string> & { readonly note?: string; readonly isText?: boolean };

export const calendarNamed = (id: string): Result<Calendar, string> => {
  const calendar = calendarOf(id);
  return calendar === undefined
    ? refuse(`there is no calendar "${id}"; known are ${known(calendarIds())}`)
    : accept(calendar);
};

/** One construct of a policy by its id, or a sentence that says which there are. */
export const named = <T extends { readonly id: string }>(
  what: string,
  policy: string,
  list: readonly T[],
  id: string,
) => {
  const found = list.find((one) => one.id === id);
  const ids = list.map((one) => one.id);
  const says = `${policy} has no ${what} "${id}"; ${ids.length === 0 ? "it has none" : `known are ${known(ids)}`}`;
  return found === undefined ? refuse(says) : accept(found);
};

/** `policy due <policy> <clock> --from <instant> [--fact k=v …] [--event name=instant …] [--lang en]` */
export const due = (argv: Argv): Answer => {
  const [id = "", clockId = ""] = argv.words;
  const locale = readLocale(option(argv, "lang"));
  if (!locale.ok) return locale;
  const policy = policyNamed(id);
  if (!policy.ok) return policy;
  const clock = named("clock", id, policy.value.clocks, clockId);
  if (!clock.ok) return clock;
  const factPairs = pairs(argv, "fact");
  if (!factPairs.ok) return factPairs;
  const facts = readFacts(policy.value, factPairs.value);
  if (!facts.ok) return facts;
  const eventPairs = pairs(argv, "event");
  if (!eventPairs.ok) return eventPairs;
  const events = readEvents(policy.value, eventPairs.value);
  if (!events.ok) return events;
  const said = option(argv, "from");
  const { start, since } = clock.value;
  const began = startedBy(policy.value, clock.value, facts.value) ?? events.value.get(start ?? "");
  const from = said === undefined ? started(began, start ?? since ?? "") : readInstant(said);
  if (!from.ok) return from;
  const calendar = calendarNamed(policy.value.calendar.holidays);
  if (!calendar.ok) return calendar;

  const zone = policy.value.calendar.timeZone;
  const answer = dueOf(policy.value, clock.value, { from: from.value, facts: facts.value, calendar: calendar.value });
  const at = (instant: Instant | undefined): string | null =>
    instant === undefined ? null : withOffset(instant, zone);
  return accept({ ...(running(answer) ? { policy: id, clock: clockId } : {}), ...shown(answer, at, locale.value) });
};

const started = (at: Instant | undefined, event: string): Result<Instant, string> =>
  at === undefined ? refuse(`say --from and the moment of "${event}", like 2026-09-29T10:00+08:00`) : accept(at);

const running = (answer: Due): boolean => answer.applies === true;

const shown = (answer: Due, at: (instant: Instant | undefined) => string | null, locale: "zh-CN" | "en"): object => {
  if (answer.applies === "unknown") return answer;
  if (answer.applies === false) return { applies: false, why: answer.why[locale] };
  const band = answer.band === undefined ? {} : { band: answer.band[locale] };
  const steps = answer.steps.map(({ date, counts, why }) => ({ date, counts, why: why[locale] }));
  if (answer.state === "CALENDAR_MISSING") {
    const nominal = answer.nominalDue === undefined ? {} : { nominalDue: at(answer.nominalDue) };
    return { state: answer.state, year: answer.year, ...nominal, grade: answer.grade, ...band, steps };
  }
  return {
    nominalDue: at(answer.nominalDue),
    effectiveDue: at(answer.effectiveDue),
    firstReminder: at(answer.firstReminder),
    grade: answer.grade,
    ...band,
    steps,
  };
};

/** `policy kpi <policy> <kpi> --numerator N --denominator D` */
export const kpi = (argv: Argv): Answer => {
  const [id = "", kpiId = ""] = argv.words;
  const policy = policyNamed(id);
  if (!policy.ok) return policy;
  const found = named("KPI", id, policy.value.kpis, kpiId);
  if (!found.ok) return found;
  const numerator = readNumber("numerator", option(argv, "numerator"));
  if (!numerator.ok) return numerator;
  const denominator = readNumber("denominator", option(argv, "denominator"));
  if (!denominator.ok) return denominator;
  for (const [name, { value }] of Object.entries({ numerator, denominator })) {
    if (value < 0) return refuse(`--${name} cannot be negative`);
  }
  const said = verdict(found.value, { numerator: numerator.value, denominator: denominator.value });
  return accept(found.value.aspiration ? { ...said, aspiration: true } : said);
};

/** `policy calendar <id> <date> [--lang en]` */
export const calendar = (argv: Argv): Answer => {
  const [id = "", said = ""] = argv.words;
  const locale = readLocale(option(argv, "lang"));
  if (!locale.ok) return locale;
  const found = calendarNamed(id);
  if (!found.ok) return found;
  const date = readDate(said);
  if (!date.ok) return date;
  const day = dayOf(found.value, date.value);
  if (!day.ok) {
    const { firstYear, lastYear } = found.value;
    return refuse(
      `calendar ${id} knows ${firstYear} to ${lastYear}; the holidays of ${day.error.missingYear} are not loaded`,
    );
  }
  const { working, why, holiday } = day.value;
  return accept({
    working,
    why: why[locale.value],
    ...(working && holiday !== undefined ? { holiday: holiday[locale.value] } : {}),
  });
};
