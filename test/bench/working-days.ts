import { addBusinessDays } from "date-fns/addBusinessDays";
import luxon from "luxon-business-days";
import { addWorkingDays, type Calendar } from "../../shared/calendar/calendar.ts";
import { addDays, type CivilDate, fromDay } from "../../shared/calendar/civil-date.ts";
import { calendarOf } from "../../shared/calendar/known.ts";
import { type Figure, median } from "./figure.ts";

const ROUNDS = 5;

/** So many additions a round as take each of them a fraction of a second. */
const OURS = 200_000;
const THEIRS = { "luxon-business-days": 2_000, "date-fns": 50_000 } as const;

type Adder = { readonly count: number; readonly add: (start: number, n: number) => unknown };

const daysOff = ({ days, first }: Calendar): ReadonlySet<string> =>
  new Set(days.flatMap(({ working, holiday }, at) => (!working && holiday !== undefined ? [fromDay(first + at)] : [])));

/** The same starts, all through two years, as each of the three wants them; made before anything is measured. */
const adders = (calendar: Calendar, starts: readonly CivilDate[]) => {
  const off = daysOff(calendar);
  const { DateTime } = luxon;
  const dates = starts.map((start) => DateTime.fromISO(start, { zone: "utc" }));
  dates[0]?.setupBusiness({ holidayMatchers: [(day) => off.has(day.toISODate())] });
  const plain = starts.map((start) => {
    const [year = 0, month = 1, day = 1] = start.split("-").map(Number);
    return new Date(year, month - 1, day);
  });
  const ours = (at: number, n: number): string | undefined => {
    const found = addWorkingDays(calendar, starts[at] as CivilDate, n); // within the list, as all callers keep it
    return found.ok ? found.value : undefined;
  };
  return {
    ours,
    luxon: (at: number, n: number) => dates[at]?.plusBusiness({ days: n }).toISODate(),
    dateFns: (at: number, n: number) => addBusinessDays(plain[at] ?? 0, n),
  };
};

const civil = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;

/** Additions a second of one round. */
const rateOf = ({ count, add }: Adder, starts: number): number => {
  const begun = performance.now();
  let last: unknown;
  for (let n = 0; n < count; n += 1) last = add(n % starts, 1 + (n % 20));
  const rate = (count * 1000) / (performance.now() - begun);
  if (last === undefined) throw new Error("every addition has an answer");
  return rate;
};

/** Working-day additions a second beside the two libraries one would take instead, and how often those are right. */
export const workingDays = async (): Promise<Figure[]> => {
  const calendar = calendarOf("CN");
  if (calendar === undefined) throw new Error("the calendar of mainland China ships with the product");
  const starts = Array.from({ length: 700 }, (_, day) => addDays(fromDay(calendar.first), day));
  const { ours, luxon: withLuxon, dateFns } = adders(calendar, starts);
  const all = {
    ours: { count: OURS, add: ours },
    "luxon-business-days": { count: THEIRS["luxon-business-days"], add: withLuxon },
    "date-fns": { count: THEIRS["date-fns"], add: dateFns },
  } as const;
  const rates: Record<keyof typeof all, number[]> = { ours: [], "luxon-business-days": [], "date-fns": [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.ours.push(rateOf(all.ours, starts.length));
    rates["luxon-business-days"].push(rateOf(all["luxon-business-days"], starts.length));
    rates["date-fns"].push(rateOf(all["date-fns"], starts.length));
  }
  const same = (add: (at: number, n: number) => string | undefined): string => {
    const right = starts.filter((_, at) => add(at, 1 + (at % 20)) === ours(at, 1 + (at % 20))).length;
    return `${((100 * right) / starts.length).toFixed(0)} % of its answers are those of the notices`;
  };
  const own = median(rates.ours);
  const [slow, plain] = [median(rates["luxon-business-days"]), median(rates["date-fns"])];
  return [
    { what: "working-day additions", value: own, unit: "a second", note: `median of ${ROUNDS}` },
    {
      what: "the same, luxon-business-days with all holidays",
      value: slow,
      unit: "a second",
      note: `${(own / slow).toFixed(0)} × slower; it knows no make-up days: ${same(withLuxon)}`,
    },
    {
      what: "the same, addBusinessDays of date-fns",
      value: plain,
      unit: "a second",
      note: `${(own / plain).toFixed(0)} × slower; it knows weekends only: ${same((at, n) => civil(dateFns(at, n)))}`,
    },
  ];
};
