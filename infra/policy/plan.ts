import { yearOf } from "../../shared/calendar/civil-date.ts";
import { withOffset } from "../../shared/calendar/zone.ts";
import type { Instant } from "../../shared/kernel/instant.ts";
import { accept, type Result, refuse } from "../../shared/kernel/result.ts";
import type { Locale } from "../../shared/kernel/text.ts";
import type { Occurrence } from "../../shared/policy/occurrence.ts";
import { APPROVED, occurrences } from "../../shared/policy/occurrences.ts";
import { readDate, readEvents, readFacts, readLocale } from "./answers.ts";
import { type Argv, option, pairs } from "./argv.ts";
import { type Answer, calendarNamed, named } from "./ask.ts";
import { policyNamed } from "./files.ts";

/** More than anybody plans ahead, and little enough to print. */
const MOST_YEARS = 20;

const readSpan = (argv: Argv) => {
  const [said, until] = [option(argv, "from"), option(argv, "to")];
  if (said === undefined || until === undefined) return refuse("say --from and --to, both a date like 2026-09-29");
  const from = readDate(said);
  if (!from.ok) return from;
  const to = readDate(until);
  if (!to.ok) return to;
  if (to.value < from.value) return refuse(`--to ${until} lies before --from ${said}`);
  if (from.value < "1900" || to.value >= "2200") return refuse("a schedule is asked for the years 1900 to 2199");
  if (yearOf(to.value) - yearOf(from.value) >= MOST_YEARS)
    return refuse(`a schedule is asked for at most ${MOST_YEARS} years at a time`);
  return accept({ from: from.value, to: to.value });
};

const shown = (zone: string, locale: Locale) => (one: Occurrence) => {
  const at = (instant: Instant | undefined): string | null =>
    instant === undefined ? null : withOffset(instant, zone);
  return {
    window: one.window,
    nominalDue: at(one.nominalDue),
    effectiveDue: at(one.effectiveDue),
    reminder: at(one.reminder),
    state: one.state,
    ...(one.year === undefined ? {} : { year: one.year }),
    why: one.why[locale],
  };
};

/** What a schedule has to know before it can answer, in one sentence. */
const asking = (facts: readonly string[], events: readonly string[]): Result<never, string> => {
  const wanted = [
    ...(events.length === 0 ? [] : [`say --event ${events.map((name) => `${name}=<moment>`).join(" ")}`]),
    ...(facts.length === 0 ? [] : [`say --fact ${facts.map((name) => `${name}=…`).join(" ")}`]),
  ];
  return refuse(`not known yet: ${[...events, ...facts].join(", ")}; ${wanted.join(" and ")}`);
};

/** `policy schedule <policy> <schedule> --from <date> --to <date> [--fact k=v …] [--event name=instant …] [--lang en]` */
export const schedule = (argv: Argv): Answer => {
  const [id = "", scheduleId = ""] = argv.words;
  const locale = readLocale(option(argv, "lang"));
  if (!locale.ok) return locale;
  const policy = policyNamed(id);
  if (!policy.ok) return policy;
  const found = named("schedule", id, policy.value.schedules, scheduleId);
  if (!found.ok) return found;
  const span = readSpan(argv);
  if (!span.ok) return span;
  const factPairs = pairs(argv, "fact");
  if (!factPairs.ok) return factPairs;
  const facts = readFacts(policy.value, factPairs.value);
  if (!facts.ok) return facts;
  const eventPairs = pairs(argv, "event");
  if (!eventPairs.ok) return eventPairs;
  const events = readEvents(policy.value, eventPairs.value, [APPROVED]);
  if (!events.ok) return events;
  const calendar = calendarNamed(policy.value.calendar.holidays);
  if (!calendar.ok) return calendar;
  const given = occurrences(policy.value, found.value, {
    ...span.value,
    facts: facts.value,
    events: Object.fromEntries(events.value),
    calendar: calendar.value,
  });
  if (!given.known) return asking(given.missingFacts, given.missingEvents);
  const rows = given.list.map(shown(policy.value.calendar.timeZone, locale.value));
  return given.note === undefined ? accept(rows) : { ...accept(rows), note: given.note[locale.value] };
};
