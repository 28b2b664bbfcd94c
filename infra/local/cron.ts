import { Cron } from "croner";

/** When something happens, as a question. All instants in milliseconds since 1970. */
export interface Timetable {
  /** The first time strictly after `ms`; undefined when there is none any more. */
  nextAfter(ms: number): number | undefined;
  /** How often strictly after `from` and strictly before `to`. */
  countBetween(from: number, to: number): number;
}

const PERIODS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** AWS counts a rate from the schedule's creation; here it falls on whole multiples since 1970 UTC, so that runs repeat. */
const every = (period: number): Timetable => ({
  nextAfter: (ms) => (Math.floor(ms / period) + 1) * period,
  countBetween: (from, to) => Math.max(0, Math.ceil(to / period) - 1 - Math.floor(from / period)),
});

const once = (at: number): Timetable => ({
  nextAfter: (ms) => (ms < at ? at : undefined),
  countBetween: (from, to) => (from < at && at < to ? 1 : 0),
});

/** "a/b" means "from a to the end, every b"; croner wants the end said. "?" is AWS's word for "whatever". */
const field = (text: string, end: number): string =>
  text === "?"
    ? "*"
    : text.replace(
        /(^|,)(\d+)\/(\d+)/g,
        (_all, comma: string, from: string, step: string) => `${comma}${from}-${end}/${step}`,
      );

/** AWS's six fields as croner's seven. Days of the week count from 1 = Sunday, which croner calls alternative. */
function translate(expression: string): string {
  const fields = expression.trim().split(/\s+/);
  const [minute, hour, day, month, weekday, year] = fields;
  if (fields.length !== 6 || !minute || !hour || !day || !month || !weekday || !year)
    throw new Error(`cron(${expression}) needs six fields`);
  return ["0", field(minute, 59), field(hour, 23), field(day, 31), field(month, 12), field(weekday, 7), year].join(" ");
}

function cron(expression: string, timezone: string): Timetable {
  const pattern = translate(expression);
  if (pattern === "0 * * * * * *") return every(60_000); // a thousand times cheaper than asking a calendar
  const job = new Cron(pattern, { timezone, paused: true, alternativeWeekdays: true, mode: "7-part" });
  const nextAfter = (ms: number) => job.nextRun(new Date(ms))?.getTime();
  return {
    nextAfter,
    countBetween(from, to) {
      let count = 0;
      for (let at = nextAfter(from); at !== undefined && at < to; at = nextAfter(at)) count += 1;
      return count;
    },
  };
}

/** Local time in a zone as an instant: two rounds settle the offset, also near a change of clocks. */
function zonedMs(local: string, timezone: string): number {
  const wall = Date.parse(`${local}Z`);
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: timezone, dateStyle: "short", timeStyle: "medium" });
  const shown = (ms: number) => Date.parse(`${format.format(new Date(ms)).replace(" ", "T")}Z`);
  const first = wall - (shown(wall) - wall);
  return first - (shown(first) - wall);
}

/** `rate(5 minutes)`, `cron(0 9 ? * MON-FRI *)` or `at(2026-09-29T10:00:00)`, in a time zone. @throws Error on anything else. */
export function readExpression(text: string, timezone: string): Timetable {
  const match = /^(rate|cron|at)\((.+)\)$/.exec(text.trim());
  const [, kind, inside = ""] = match ?? [];
  if (kind === "cron") return cron(inside, timezone);
  if (kind === "at") return once(zonedMs(inside, timezone));
  const [, amount, unit = ""] = /^(\d+)\s+(minute|hour|day)s?$/.exec(inside) ?? [];
  const period = PERIODS[unit];
  if (kind !== "rate" || amount === undefined || period === undefined)
    throw new Error(`"${text}" is no schedule expression`);
  return every(Number(amount) * period);
}
