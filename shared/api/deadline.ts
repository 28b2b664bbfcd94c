import { withOffset } from "../calendar/zone.ts";
import type { Case } from "../case/case.ts";
import { type Rulebook, readClocks } from "../case/clocks.ts";
import type { ClockReading } from "../case/reading.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import { explain, sayMoment } from "../policy/explain.ts";
import type { Deadline } from "./views.ts";

const WORDS = {
  "zh-CN": {
    extended: (due: string, at: string) => `延期批准（${at}）：新期限 ${due}`,
    late: (due: string, at: string) => `逾期后批准延期（${at}）：新期限 ${due}，原逾期仍计`,
    excused: (promised: string, at: string) => `例外批准（${at}）：不再按此期限，改为承诺 ${promised}`,
    excusedLate: (promised: string, at: string) => `逾期后批准例外（${at}）：另承诺 ${promised}，原逾期仍计`,
    moved: (was: string, due: string, at: string, why: string) => `${at} 期限变更：原为 ${was}，现为 ${due}（${why}）`,
    gone: (was: string, at: string, why: string) => `${at} 起不再适用：原期限 ${was}（${why}）`,
    passed: "；原期限当时已过",
    renewed: (at: string) => `${at} 重新承诺，见下一承诺`,
  },
  en: {
    extended: (due: string, at: string) => `Extension approved ${at}: now due ${due}`,
    late: (due: string, at: string) => `Extension approved late, ${at}: now due ${due}; the breach stands`,
    excused: (promised: string, at: string) => `Exception approved ${at}: promised for ${promised} instead`,
    excusedLate: (promised: string, at: string) =>
      `Exception approved late, ${at}: promised for ${promised}; the breach stands`,
    moved: (was: string, due: string, at: string, why: string) => `Moved ${at}: was due ${was}, now ${due} (${why})`,
    gone: (was: string, at: string, why: string) => `No longer asked since ${at}: was due ${was} (${why})`,
    passed: "; the earlier due had passed by then",
    renewed: (at: string) => `Promised anew ${at}; see the next promise`,
  },
} as const;

const movesOf = ({ moves }: ClockReading, zone: string, locale: Locale): readonly string[] =>
  moves.map(({ at, was, due, why }) => {
    const words = WORDS[locale];
    const say = (moment: Instant) => sayMoment(moment, zone, locale);
    const told =
      due === undefined
        ? words.gone(say(was), say(at), why[locale])
        : words.moved(say(was), say(due), say(at), why[locale]);
    return at > was ? `${told}${words.passed}` : told;
  });

const deadlineOf = ({ policy }: Rulebook, reading: ClockReading, locale: Locale): Deadline => {
  const zone = policy.calendar.timeZone;
  const show = (at: Instant | undefined): string | undefined => (at === undefined ? undefined : withOffset(at, zone));
  const { clock, given, moves, extensions, excused, renewedAt } = reading;
  const moved = extensions.map(({ newDue, approvedAt, late }) =>
    WORDS[locale][late ? "late" : "extended"](sayMoment(newDue, zone, locale), sayMoment(approvedAt, zone, locale)),
  );
  const instead =
    excused === undefined
      ? []
      : [
          WORDS[locale][excused.late ? "excusedLate" : "excused"](
            sayMoment(excused.promised, zone, locale),
            sayMoment(excused.at, zone, locale),
          ),
        ];
  const renewed = renewedAt === undefined ? [] : [WORDS[locale].renewed(sayMoment(renewedAt, zone, locale))];
  return {
    clock: clock.id,
    title: clock.title[locale],
    rules: clock.rules,
    grade: clock.grade,
    state: reading.state,
    startAt: withOffset(reading.startAt, zone),
    nominalDue: show(reading.nominalDue),
    effectiveDue: show(reading.effectiveDue),
    due: show(reading.due),
    metAt: show(reading.metAt),
    onTime: reading.onTime,
    moves: moves.map(({ at, was, due, why }) => ({
      at: withOffset(at, zone),
      was: withOffset(was, zone),
      due: show(due),
      why: why[locale],
    })),
    renewedAt: show(renewedAt),
    extensions: extensions.map(({ newDue, approvedAt, late }) => ({
      newDue: withOffset(newDue, zone),
      approvedAt: withOffset(approvedAt, zone),
      late,
    })),
    excused:
      excused === undefined
        ? undefined
        : { at: withOffset(excused.at, zone), promised: withOffset(excused.promised, zone), late: excused.late },
    steps: reading.steps.map(({ date, counts, why }) => ({ date, counts, why: why[locale] })),
    explanation: [
      ...explain(given, locale, policy),
      ...movesOf(reading, zone, locale),
      ...moved,
      ...instead,
      ...renewed,
    ],
  };
};

/** Every promise of a case at a moment, each with the days that were counted and skipped, and why. */
export const deadlines = (rulebook: Rulebook, current: Case, now: Instant, locale: Locale): Deadline[] =>
  readClocks(rulebook, current, now).map((reading) => deadlineOf(rulebook, reading, locale));
