import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarOf } from "../../../shared/calendar/known.ts";
import { fromMs, HOUR, Instant, plusMs, toMs } from "../../../shared/kernel/instant.ts";
import { dueWith } from "../../../shared/policy/due.ts";
import type { Pause } from "../../../shared/policy/pause.ts";
import { Policy } from "../../../shared/policy/policy.ts";
import { source } from "./fixture.ts";

const why = { "zh-CN": "暂停", en: "paused" };
const moment = fc
  .date({ min: new Date("2025-01-01T00:00:00Z"), max: new Date("2026-06-30T00:00:00Z"), noInvalidDate: true })
  .map((at) => Instant.parse(at.toISOString()));
const length = fc.oneof(
  fc.integer({ min: 1, max: 20 }).map((n) => `${n} working days`),
  fc.integer({ min: 1, max: 40 }).map((n) => `${n} days`),
  fc.integer({ min: 1, max: 200 }).map((n) => `${n} hours`),
);
/** Pauses as spans of hours after the start; they may overlap. */
const spans = fc.array(
  fc.record({ after: fc.integer({ min: -50, max: 600 }), hours: fc.integer({ max: 200, min: 0 }) }),
  {
    maxLength: 4,
  },
);
type Spans = readonly { readonly after: number; readonly hours: number }[];

const pausesOf = (from: Instant, all: Spans): readonly Pause[] =>
  all
    .map(({ after, hours }) => ({ from: plusMs(from, after * HOUR), to: plusMs(from, (after + hours) * HOUR), why }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));

const asked = (within: string, from: Instant, pauses: readonly Pause[]) => {
  const base = source();
  const policy = Policy.parse({ ...base, clocks: [{ ...base.clocks[0], within }] });
  const [clock] = policy.clocks;
  const calendar = calendarOf("CN");
  if (clock === undefined || calendar === undefined) return expect.unreachable("the fixture has both");
  return dueWith(policy, clock, { from, facts: {}, calendar, pauses });
};
const dueIn = (within: string, from: Instant, pauses: readonly Pause[]): Instant | undefined => {
  const due = asked(within, from, pauses);
  return due.applies === true && due.state === "RUNNING" ? due.effectiveDue : undefined;
};

test("a pause never brings a due forward, and one more pause never does either", () => {
  fc.assert(
    fc.property(moment, length, spans, fc.nat(), (from, within, all, drop) => {
      const fewer = all.filter((_, at) => at !== drop % Math.max(1, all.length));
      const [more, less] = [all, fewer].map((some) => dueIn(within, from, pausesOf(from, some)));
      if (more === undefined || less === undefined) return; // a year whose holidays are not known
      expect(more >= less).toBe(true);
    }),
  );
});

test("a pause of no length changes nothing", () => {
  fc.assert(
    fc.property(moment, length, fc.integer({ min: 0, max: 600 }), (from, within, after) => {
      expect(dueIn(within, from, pausesOf(from, [{ after, hours: 0 }]))).toBe(dueIn(within, from, []));
    }),
  );
});

test("hours that stand still before the due go on afterwards, to the millisecond", () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 200 }), fc.nat(), fc.nat(1000), (from, n, after, hours) => {
      const begins = after % n; // while it runs
      const due = dueIn(`${n} hours`, from, pausesOf(from, [{ after: begins, hours }]));
      expect(due).toBe(fromMs(toMs(from) + (n + hours) * HOUR));
    }),
  );
});

test("the days that count add up to the figure, whatever stands still between them", () => {
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom("days", "working days"),
      spans,
      (from, n, unit, all) => {
        const due = asked(`${n} ${unit}`, from, pausesOf(from, all));
        if (due.applies !== true || due.state !== "RUNNING") return;
        expect(due.steps.filter(({ counts }) => counts)).toHaveLength(n);
      },
    ),
  );
});

test("a pause that goes on leaves no due, and one that began after the due leaves it as it was", () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 400 }), (from, n, after) => {
      const due = asked(`${n} hours`, from, [{ from: plusMs(from, after * HOUR), why }]);
      expect(due.applies === true && due.state).toBe(after < n ? "PAUSED" : "RUNNING");
    }),
  );
});
