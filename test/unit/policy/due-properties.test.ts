import fc from "fast-check";
import { expect, test } from "vitest";
import { Instant } from "../../../shared/kernel/instant.ts";
import { Locale } from "../../../shared/kernel/text.ts";
import { readDuration } from "../../../shared/policy/duration.ts";
import { explain } from "../../../shared/policy/explain.ts";
import { ask } from "./fixture.ts";

const moment = fc
  .date({ min: new Date("2024-01-01T00:00:00Z"), max: new Date("2026-11-30T00:00:00Z"), noInvalidDate: true })
  .map((at) => Instant.parse(at.toISOString()));
const length = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((n) => `${n} working days`),
  fc.integer({ min: 1, max: 60 }).map((n) => `${n} days`),
  fc.integer({ min: 1, max: 10 }).map((n) => `${n} weeks`),
  fc.integer({ min: 1, max: 6 }).map((n) => `${n} months`),
  fc.integer({ min: 1, max: 5 }).map((n) => `${n} years`),
  fc.integer({ min: 1, max: 100 }).map((n) => `${n} hours`),
  fc.constant("same day"),
);
const roll = fc.constantFrom("next", "previous", "none", undefined);

test("the steps that count add up to the figure of the regulation", () => {
  fc.assert(
    fc.property(moment, length, roll, (from, within, to) => {
      const { due } = ask({ within, roll: to }, from);
      if (due.applies !== true || due.state !== "RUNNING") return;
      const duration = readDuration(within);
      const target = duration?.kind === "hours" || duration?.kind === "sameDay" ? 1 : duration?.n;
      expect(due.steps.filter(({ counts }) => counts)).toHaveLength(target ?? -1);
    }),
  );
});

test("nothing is due before it starts, and reminders lie between", () => {
  fc.assert(
    fc.property(moment, length, (from, within) => {
      const { due } = ask({ within }, from);
      if (due.applies !== true || due.state !== "RUNNING") return;
      expect(due.startAt < due.nominalDue).toBe(true);
      expect(due.nominalDue <= due.effectiveDue).toBe(true);
      expect(due.reminders).toEqual([...new Set(due.reminders)].sort());
      expect(due.reminders.every((at) => from <= at && at < due.nominalDue)).toBe(true);
    }),
  );
});

test("a start that is later is never due earlier", () => {
  fc.assert(
    fc.property(moment, moment, length, (one, other, within) => {
      const [early, late] = one < other ? [one, other] : [other, one];
      const [first, second] = [ask({ within }, early).due, ask({ within }, late).due];
      if (first.applies !== true || first.state !== "RUNNING") return;
      if (second.applies !== true || second.state !== "RUNNING") return;
      expect(first.effectiveDue <= second.effectiveDue).toBe(true);
    }),
  );
});

test("every explanation is there in every language, and English ones hold no Chinese", () => {
  fc.assert(
    fc.property(moment, length, roll, (from, within, to) => {
      const { policy, due } = ask({ within, roll: to }, from);
      for (const locale of Locale.options) {
        const lines = explain(due, locale, policy);
        expect(lines.length).toBeGreaterThan(1);
        expect(lines.every((line) => line.trim().length > 0)).toBe(true);
        if (locale === "en") expect(lines.join("")).not.toMatch(/\p{Script=Han}/u);
      }
    }),
  );
});
