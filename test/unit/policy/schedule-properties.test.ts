import fc from "fast-check";
import { expect, test } from "vitest";
import { dayOf } from "../../../shared/calendar/calendar.ts";
import { addDays, CivilDate } from "../../../shared/calendar/civil-date.ts";
import { calendarOf } from "../../../shared/calendar/known.ts";
import { operates } from "../../../shared/calendar/operating.ts";
import { daysOf } from "../../../shared/calendar/period.ts";
import { startOfDay } from "../../../shared/calendar/zone.ts";
import { rows } from "./schedule-fixture.ts";

const calendar = calendarOf("CN") ?? expect.unreachable("China's calendar ships");
const operatingDays = fc.constantFrom("working", "monday-to-saturday", "all");
const period = fc.constantFrom("week", "month", "quarter", "half-year", "year");
const roll = fc.constantFrom("next", "previous", "none");

const frequency = fc.oneof(
  fc.record({ kind: fc.constant("every"), period, operatingDays }),
  fc.record({ kind: fc.constant("random"), period, operatingDays }),
  fc.record({ kind: fc.constant("daily"), operatingDays }),
  fc.constant({
    kind: "by-age",
    event: "finished",
    bands: [{ until: "1 year", every: "1 month" }, { every: "10 days" }],
  }),
);
const date = fc.oneof(
  fc.record({ kind: fc.constant("monthly"), day: fc.integer({ min: 1, max: 28 }), roll }),
  fc.record({
    kind: fc.constant("quarterly"),
    month: fc.integer({ min: 1, max: 3 }),
    day: fc.integer({ min: 1, max: 28 }),
    roll,
  }),
  fc.record({ kind: fc.constant("weekday"), day: fc.integer({ min: 1, max: 7 }) }),
  fc.constant({ kind: "weekday", day: 1, before: "12:00" }),
  fc.constant({ kind: "month-end" }),
  fc.constant({ kind: "holidays" }),
  fc.record({
    kind: fc.constant("after"),
    event: fc.constant("finished"),
    lengths: fc.constantFrom([{ within: "14 days" }], [{ within: "1 month" }], [{ within: "9 working days" }]),
    roll,
  }),
);
const span = fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 400 })).map(([start, length]) => {
  const from = addDays(CivilDate.parse("2024-01-01"), start);
  return [from, addDays(from, length)] as const;
});
const more = { events: { finished: "2024-01-31T10:00:00+08:00" } };

test("nothing is due before its window begins, and every window ends within the days asked for", () => {
  fc.assert(
    fc.property(fc.oneof(frequency, date), span, (rhythm, [from, to]) => {
      for (const { window, nominalDue, effectiveDue, reminder } of rows(rhythm, from, to, more)) {
        const start = startOfDay(window[0], "Asia/Shanghai");
        expect(window[0] <= window[1] && window[1] >= from && window[1] <= to).toBe(true);
        expect(nominalDue === undefined || nominalDue > start).toBe(true);
        expect(effectiveDue === undefined || effectiveDue > start).toBe(true);
        expect(reminder === undefined || effectiveDue === undefined || reminder < effectiveDue).toBe(true);
      }
    }),
  );
});

test("the windows of a frequency follow one another without overlap", () => {
  fc.assert(
    fc.property(frequency, span, (rhythm, [from, to]) => {
      let before: string = "";
      for (const { window } of rows(rhythm, from, to, more)) {
        expect(window[0] > before).toBe(true);
        before = window[1];
      }
    }),
  );
});

test("what is waived holds no day of operation, what is planned holds one", () => {
  fc.assert(
    fc.property(period, operatingDays, span, (of, days, [from, to]) => {
      for (const { window, state } of rows({ kind: "every", period: of, operatingDays: days }, from, to)) {
        const open = daysOf(window).some((day) => {
          const is = operates(calendar, day, days);
          return is.ok && is.value;
        });
        if (state !== "CALENDAR_MISSING") expect(state).toBe(open ? "planned" : "waived");
      }
    }),
  );
});

test("a date that is moved ends on a working day, a weekday within its week", () => {
  const moved = fc.oneof(
    fc.record({ kind: fc.constant("weekday"), day: fc.integer({ min: 1, max: 7 }) }),
    fc.record({
      kind: fc.constant("monthly"),
      day: fc.integer({ min: 1, max: 28 }),
      roll: fc.constantFrom("next", "previous"),
    }),
    fc.constant({ kind: "month-end" }),
  );
  fc.assert(
    fc.property(moved, span, (rhythm, [from, to]) => {
      for (const { window, effectiveDue, state } of rows(rhythm, from, to)) {
        if (effectiveDue === undefined || state === "waived") continue;
        const day = daysOf([addDays(window[0], -12), addDays(window[1], 12)]).find(
          (one) => startOfDay(addDays(one, 1), "Asia/Shanghai") === effectiveDue,
        );
        const is = day && dayOf(calendar, day);
        expect(is?.ok && is.value.working).toBe(true);
        if (rhythm.kind === "weekday")
          expect(day !== undefined && day >= window[0] && day <= addDays(window[0], 6)).toBe(true);
      }
    }),
  );
});

test("asking for two stretches gives what asking for both at once gives", () => {
  fc.assert(
    fc.property(fc.oneof(frequency, date), span, fc.integer({ min: 0, max: 400 }), (rhythm, [from, to], at) => {
      const middle = addDays(from, at);
      if (middle >= to) return;
      const halves = [...rows(rhythm, from, middle, more), ...rows(rhythm, addDays(middle, 1), to, more)];
      const known = (list: ReturnType<typeof rows>) => list.filter(({ state }) => state !== "CALENDAR_MISSING");
      expect(known(halves)).toEqual(known(rows(rhythm, from, to, more)));
    }),
  );
});
