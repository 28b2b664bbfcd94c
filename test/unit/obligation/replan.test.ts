import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { addDays, type CivilDate } from "../../../shared/calendar/civil-date.ts";
import { calendarOf } from "../../../shared/calendar/known.ts";
import { civilDate, startOfDay } from "../../../shared/calendar/zone.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import type { ObligationEvent } from "../../../shared/obligation/event.ts";
import { obligationOf } from "../../../shared/obligation/obligation.ts";
import { replan } from "../../../shared/obligation/replan.ts";
import { slotsOf } from "../../../shared/obligation/slots.ts";

const policy = publishedPolicy("it-customer-service")?.policy ?? expect.unreachable();
const schedule = policy.schedules.find(({ id }) => id === "project-visit") ?? expect.unreachable();
const calendar = calendarOf(policy.calendar.holidays) ?? expect.unreachable();
const ground = { policy, schedule, calendar, draw: () => 0 };

const dayOf = (now: Instant): CivilDate => civilDate(now, "Asia/Shanghai");
const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays("2025-01-01" as CivilDate, n));
const owedBy = (delivered: CivilDate, now: Instant) =>
  slotsOf(ground, { id: "P", events: { delivered }, facts: {}, lastDone: {} }, [], { now, from: dayOf(now) });
const at = (date: CivilDate): Instant => startOfDay(date, "Asia/Shanghai");

type Stored = Map<string, ObligationEvent[]>;
const listed = (stored: Stored) => [...stored].map(([id, timeline]) => ({ id, timeline, schedule: schedule.id }));

/** One night of planning, as the worker does it; it may die after so many writes. */
const night = (stored: Stored, delivered: CivilDate, now: Instant, dies = Number.POSITIVE_INFINITY): number => {
  const { begun, changed } = replan(owedBy(delivered, now), listed(stored), now);
  const writes = [...begun, ...changed];
  for (const { id, event } of writes.slice(0, dies)) stored.set(id, [...(stored.get(id) ?? []), event]);
  return writes.length;
};

describe("planning the visits of an object", () => {
  test("again, late, or after it died in the middle comes to the same", () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: 0, max: 20 }), (delivered, today, dies) => {
        const [whole, broken]: [Stored, Stored] = [new Map(), new Map()];
        night(whole, delivered, at(today));
        night(broken, delivered, at(today), dies);
        night(broken, delivered, at(today));
        expect(new Map([...broken].sort())).toEqual(new Map([...whole].sort()));
        expect(night(whole, delivered, at(today)), "nothing is planned twice").toBe(0);
      }),
    );
  });

  test("a year ahead the open visits are those that are owed, whatever was planned before", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.nat(60)), { minLength: 1, maxLength: 6 }), (changes) => {
        const stored: Stored = new Map();
        let today = "2025-06-01" as CivilDate;
        for (const [delivered, days] of changes) {
          today = addDays(today, days);
          night(stored, delivered, at(today));
          const owed = owedBy(delivered, at(today)).map(({ id }) => id);
          const open = listed(stored)
            .filter(({ timeline }) => obligationOf(timeline).state === "PLANNED")
            .filter(({ timeline }) => obligationOf(timeline).slot.due > at(today));
          expect(new Set(open.map(({ id }) => id))).toEqual(new Set(owed));
        }
      }),
    );
  });

  test("what somebody touched, or was missed, is never planned anew", () => {
    const by = { at: at("2025-06-02" as CivilDate), by: { kind: "system" } } as const;
    fc.assert(
      fc.property(
        day,
        day,
        fc.constantFrom<ObligationEvent["type"]>("missed", "rebooked", "unreachable"),
        (from, to, type) => {
          const now = at("2025-06-01" as CivilDate);
          const [first] = owedBy(from, now);
          if (first === undefined) return;
          const last: ObligationEvent =
            type === "missed"
              ? { ...by, type }
              : type === "rebooked"
                ? { ...by, type, apology: "x", next: first.slot.due }
                : { ...by, type: "unreachable", channel: "phone", doneAt: by.at };
          const timeline: ObligationEvent[] = [{ ...by, type: "planned", slot: first.slot }, last];
          const { begun, changed } = replan(owedBy(to, now), [{ id: first.id, timeline, schedule: schedule.id }], now);
          expect([...begun, ...changed].filter(({ id }) => id === first.id)).toEqual([]);
        },
      ),
    );
  });
});
