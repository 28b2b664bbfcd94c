import { addDays, type CivilDate, dayOfMonth, monthOf, yearOf } from "../calendar/civil-date.ts";
import { civilDate, timeOfDay } from "../calendar/zone.ts";
import { type Instant, plusMs } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import type { DueStep } from "./count.ts";
import type { Due, Paused } from "./due.ts";
import type { Policy } from "./policy.ts";
import { labelOf } from "./wording.ts";

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** A day of its year: 9月29日, 29 Sep. */
export const sayDay = (date: CivilDate, locale: Locale): string =>
  locale === "zh-CN"
    ? `${monthOf(date)}月${dayOfMonth(date)}日`
    : `${dayOfMonth(date)} ${MONTHS[monthOf(date) - 1] ?? ""}`;

/** A day with its year: 2026年9月29日, 29 Sep 2026. */
export const sayDate = (date: CivilDate, locale: Locale): string =>
  locale === "zh-CN" ? `${yearOf(date)}年${sayDay(date, locale)}` : `${sayDay(date, locale)} ${yearOf(date)}`;

/** A moment on the wall clock of `zone`, `2026年9月29日 10:00`; a midnight is said as 24:00 of the day that ends. */
export const sayMoment = (at: Instant, zone: string, locale: Locale): string => {
  const time = timeOfDay(at, zone);
  return time === "00:00"
    ? `${sayDate(civilDate(plusMs(at, -1), zone), locale)} 24:00`
    : `${sayDate(civilDate(at, zone), locale)} ${time}`;
};

const sayRun = (first: CivilDate, last: CivilDate, locale: Locale): string => {
  if (first === last) return sayDay(first, locale);
  if (monthOf(first) !== monthOf(last)) return `${sayDay(first, locale)}–${sayDay(last, locale)}`;
  return locale === "zh-CN"
    ? `${sayDay(first, locale)}–${dayOfMonth(last)}日`
    : `${dayOfMonth(first)}–${sayDay(last, locale)}`;
};

/** Days that follow one another for the same reason are one line; each that counts has a reason of its own. */
const runs = (steps: readonly DueStep[]): readonly (readonly [DueStep, DueStep])[] => {
  const found: [DueStep, DueStep][] = [];
  for (const step of steps) {
    const run = found.at(-1);
    const goesOn = run !== undefined && step.why["zh-CN"] === run[1].why["zh-CN"];
    if (goesOn && step.date === addDays(run[1].date, 1)) run[1] = step;
    else found.push([step, step]);
  }
  return found;
};

/** Beyond this many counted steps the middle ones say nothing that the first and last do not. */
const SHOWN = 10;

const sayCounted = (steps: readonly DueStep[], locale: Locale): readonly string[] => {
  const line = ({ date, why }: DueStep): string => `${sayDay(date, locale)} ${why[locale]}`;
  const [first, last] = [steps[0], steps.at(-1)];
  if (steps.length <= SHOWN || first === undefined || last === undefined) return steps.map(line);
  return [line(first), "…", line(last)];
};

const saySteps = (steps: readonly DueStep[], locale: Locale): readonly string[] => {
  const skipped = locale === "zh-CN" ? "，不计" : ", not counted";
  const lines: string[] = [];
  let counted: DueStep[] = [];
  const flush = (): void => {
    lines.push(...sayCounted(counted, locale));
    counted = [];
  };
  for (const [first, last] of runs(steps)) {
    if (first.counts) counted.push(first);
    else {
      flush();
      lines.push(
        `${sayRun(first.date, last.date, locale)} ${first.why[locale]}${first.part === undefined ? skipped : ""}`,
      );
    }
  }
  flush();
  return lines;
};

const WORDS = {
  "zh-CN": {
    start: "起算",
    due: "到期",
    target: "参考期限（制度未规定具体时限）",
    paused: (since: string) => `自${since}起暂停计时，恢复后重新计算到期日`,
    missing: (facts: string) => `尚需：${facts}`,
    noCalendar: (year: number) => `${year}年的节假日安排尚未载入，暂时不能计算到期日`,
  },
  en: {
    start: "Start",
    due: "Due",
    target: "Target (the regulation gives no figure)",
    paused: (since: string) => `Stands still since ${since}; the due is worked out anew when it goes on`,
    missing: (facts: string) => `Still needed: ${facts}`,
    noCalendar: (year: number) => `The holidays of ${year} are not loaded yet, so the due day cannot be worked out`,
  },
} as const;

/** How a due time came about, in lines of plain text for a tracking page or a mail. */
export const explain = (due: Due | Paused, locale: Locale, policy: Policy): readonly string[] => {
  const words = WORDS[locale];
  if (due.applies === false) return [due.why[locale]];
  if (due.applies === "unknown") {
    const labels = due.missingFacts.map((name) => labelOf(policy, name)[locale]);
    return [words.missing(labels.join(locale === "zh-CN" ? "、" : ", "))];
  }
  const zone = policy.calendar.timeZone;
  const colon = locale === "zh-CN" ? "：" : ": ";
  const ending = (): string => {
    if (due.state === "CALENDAR_MISSING") return words.noCalendar(due.year);
    if (due.state === "PAUSED") return words.paused(sayMoment(due.since, zone, locale));
    return `${due.grade === "advisory" ? words.target : words.due}${colon}${sayMoment(due.effectiveDue, zone, locale)}`;
  };
  return [`${words.start}${colon}${sayMoment(due.startAt, zone, locale)}`, ...saySteps(due.steps, locale), ending()];
};
