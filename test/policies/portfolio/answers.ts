import { readEvents, readFacts } from "../../../infra/policy/answers.ts";
import { readWritten, register } from "../../../infra/policy/files.ts";
import type { Calendar } from "../../../shared/calendar/calendar.ts";
import { CivilDate } from "../../../shared/calendar/civil-date.ts";
import { calendarOf } from "../../../shared/calendar/known.ts";
import { withOffset } from "../../../shared/calendar/zone.ts";
import { Instant } from "../../../shared/kernel/instant.ts";
import type { Result } from "../../../shared/kernel/result.ts";
import type { Clock } from "../../../shared/policy/clock.ts";
import { type Due, dueOf } from "../../../shared/policy/due.ts";
import { APPROVED, occurrences } from "../../../shared/policy/occurrences.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import type { Schedule } from "../../../shared/policy/schedule.ts";
import type { Facts } from "../../../shared/policy/terms.ts";
import { trace } from "../../../shared/policy/trace.ts";
import { verdict } from "../../../shared/policy/verdict.ts";
import type { Happening } from "./happening.ts";
import { happenings } from "./questions.ts";

/** One line an answer, by what was asked: `clock plan`, `schedule monthly-report 2026-10-01 to 2026-10-10`, `KPI satisfaction`. */
type Answers = Readonly<Record<string, string>>;

const must = <T>(read: Result<T, string>, { policy, why }: Happening): T => {
  if (!read.ok) throw new Error(`${policy}, ${why}: ${read.error}`);
  return read.value;
};

const office = (at: string): string => `${at.replace(" ", "T")}:00+08:00`;

type Situation = {
  readonly policy: Policy;
  readonly calendar: Calendar;
  readonly from: Instant;
  readonly facts: Facts;
  readonly events: Readonly<Record<string, Instant>>;
  readonly at: (instant: Instant | undefined) => string;
};

const situationOf = (asked: Happening): Situation => {
  const policy = readWritten(asked.policy).policy;
  const calendar = policy && calendarOf(policy.calendar.holidays);
  if (policy === undefined || calendar === undefined) throw new Error(`${asked.policy} does not hold; see policy lint`);
  const events = Object.entries(asked.events ?? {}).map(([name, at]) => [name, office(at)] as const);
  return {
    policy,
    calendar,
    from: Instant.parse(office(asked.at)),
    facts: must(readFacts(policy, Object.entries(asked.facts ?? {})), asked),
    events: Object.fromEntries(must(readEvents(policy, events, [APPROVED]), asked)),
    at: (instant) =>
      instant === undefined ? "none" : withOffset(instant, policy.calendar.timeZone).slice(0, 16).replace("T", " "),
  };
};

const sayDue = (due: Due, at: Situation["at"]): string => {
  if (due.applies === "unknown") return `not known without ${due.missingFacts.join(", ")}`;
  if (!due.applies) return "does not apply";
  if (due.state === "CALENDAR_MISSING") return `${due.state} ${due.year}, nominalDue ${at(due.nominalDue)}`;
  const { state, nominalDue, effectiveDue, firstReminder } = due;
  return `${state}, nominalDue ${at(nominalDue)}, effectiveDue ${at(effectiveDue)}, firstReminder ${at(firstReminder)}`;
};

const clockAnswer = (clock: Clock, { policy, calendar, from, facts, at }: Situation): Answers => ({
  [`clock ${clock.id}`]: sayDue(dueOf(policy, clock, { from, facts, calendar }), at),
});

const scheduleAnswers = (schedule: Schedule, until: string, situation: Situation, day: string): Answers => {
  const { policy, calendar, facts, events, at } = situation;
  const span = { from: CivilDate.parse(day), to: CivilDate.parse(until) };
  const given = occurrences(policy, schedule, { ...span, facts, events, calendar });
  const name = `schedule ${schedule.id}`;
  if (!given.known)
    return { [name]: `not known without ${[...given.missingFacts, ...given.missingEvents].join(", ")}` };
  if (given.list.length === 0) return { [name]: `none${given.note === undefined ? "" : `: ${given.note.en}`}` };
  const answers: Record<string, string> = {};
  for (const { window, state, nominalDue, effectiveDue, reminder } of given.list) {
    const within = `${name} ${window.join(" to ")}`;
    const again = Object.keys(answers).filter((key) => key.startsWith(within)).length;
    answers[again === 0 ? within : `${within}, ${again + 1}`] =
      `${state}, nominalDue ${at(nominalDue)}, effectiveDue ${at(effectiveDue)}, firstReminder ${at(reminder)}`;
  }
  return answers;
};

const kpiAnswers = ({ policy, why, figures = {} }: Happening, { kpis }: Policy): Answers =>
  Object.fromEntries(
    Object.entries(figures).map(([id, [numerator, denominator]]) => {
      const kpi = kpis.find((one) => one.id === id);
      if (kpi === undefined) throw new Error(`${policy}, ${why}: there is no KPI ${id}`);
      const { met, shown, value } = verdict(kpi, { numerator, denominator });
      const said = met === null ? "no verdict" : met ? "met" : "not met";
      const goal = `${kpi.operator} ${kpi.target ?? "no target"}`;
      return [`KPI ${id} ${numerator} of ${denominator}`, `${said}, ${shown ?? value ?? "no data"} (${goal})`];
    }),
  );

const answersTo = (asked: Happening): Answers => {
  const situation = situationOf(asked);
  const { policy } = situation;
  const wanted = ({ id }: { readonly id: string }): boolean => asked.only?.includes(id) ?? true;
  const stranger = asked.only?.find((id) => ![...policy.clocks, ...policy.schedules].some((one) => one.id === id));
  if (stranger !== undefined)
    throw new Error(`${asked.policy}, ${asked.why}: there is no clock or schedule ${stranger}`);
  const { until } = asked;
  return Object.assign(
    {},
    ...policy.clocks.filter(wanted).map((clock) => clockAnswer(clock, situation)),
    ...(until === undefined ? [] : policy.schedules.filter(wanted)).map((schedule) =>
      scheduleAnswers(schedule, until ?? "", situation, asked.at.slice(0, 10)),
    ),
    kpiAnswers(asked, policy),
  );
};

/** How many rules of each regulation are carried, planned and no software's: what policies without any figure have. */
const rulesOf = (): Answers =>
  Object.fromEntries(
    register().map(({ id }) => {
      const { policy } = readWritten(id);
      const rows = policy === undefined ? [] : trace(policy);
      const count = (status: string): number => rows.filter((row) => row.status === status).length;
      return [id, `carried ${count("carried")}, planned ${count("planned")}, not software ${count("notSoftware")}`];
    }),
  );

/** What every happening of the portfolio is told, and what became of the rules; all in the office's own time. */
export const portfolio = (): Readonly<Record<string, Answers>> => ({
  ...Object.fromEntries(happenings.map((asked) => [`${asked.policy}: ${asked.why}`, answersTo(asked)])),
  "rules of each regulation": rulesOf(),
});
