import { withOffset } from "../calendar/zone.ts";
import type { Case } from "../case/case.ts";
import { type Rulebook, readClocks } from "../case/clocks.ts";
import type { ClockReading } from "../case/reading.ts";
import type { Instant } from "../kernel/instant.ts";
import type { Locale } from "../kernel/text.ts";
import { dueOf } from "../policy/due.ts";
import { explain, sayMoment } from "../policy/explain.ts";
import type { Deadline } from "./views.ts";

const WORDS = {
  "zh-CN": {
    extended: (due: string, at: string) => `延期批准（${at}）：新期限 ${due}`,
    late: (due: string, at: string) => `逾期后批准延期（${at}）：新期限 ${due}，原逾期仍计`,
    excused: (promised: string, at: string) => `例外批准（${at}）：不再按此期限，改为承诺 ${promised}`,
    excusedLate: (promised: string, at: string) => `逾期后批准例外（${at}）：另承诺 ${promised}，原逾期仍计`,
  },
  en: {
    extended: (due: string, at: string) => `Extension approved ${at}: now due ${due}`,
    late: (due: string, at: string) => `Extension approved late, ${at}: now due ${due}; the breach stands`,
    excused: (promised: string, at: string) => `Exception approved ${at}: promised for ${promised} instead`,
    excusedLate: (promised: string, at: string) =>
      `Exception approved late, ${at}: promised for ${promised}; the breach stands`,
  },
} as const;

const deadlineOf = (rulebook: Rulebook, current: Case, reading: ClockReading, locale: Locale): Deadline => {
  const { policy, calendar } = rulebook;
  const zone = policy.calendar.timeZone;
  const show = (at: Instant | undefined): string | undefined => (at === undefined ? undefined : withOffset(at, zone));
  const { clock, extensions, excused } = reading;
  const given = dueOf(policy, clock, { from: reading.startAt, facts: current.facts, calendar });
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
    explanation: [...explain(given, locale, policy), ...moved, ...instead],
  };
};

/** Every promise of a case at a moment, each with the days that were counted and skipped, and why. */
export const deadlines = (rulebook: Rulebook, current: Case, now: Instant, locale: Locale): Deadline[] =>
  readClocks(rulebook, current, now).map((reading) => deadlineOf(rulebook, current, reading, locale));
