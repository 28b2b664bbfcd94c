import fc from "fast-check";
import { expect, test } from "vitest";
import { readWritten, written } from "../../infra/policy/files.ts";
import { calendarOf } from "../../shared/calendar/known.ts";
import { spellCents } from "../../shared/kernel/cents.ts";
import { Instant } from "../../shared/kernel/instant.ts";
import { Locale } from "../../shared/kernel/text.ts";
import type { Clock } from "../../shared/policy/clock.ts";
import { dueOf } from "../../shared/policy/due.ts";
import { explain } from "../../shared/policy/explain.ts";
import type { Field } from "../../shared/policy/field.ts";
import { leaves } from "../../shared/policy/lint-facts.ts";
import { factFields, type Policy } from "../../shared/policy/policy.ts";
import type { Fact, Facts } from "../../shared/policy/terms.ts";
import { within } from "../../shared/policy/within.ts";

const moment = fc
  .date({ min: new Date("2024-01-01T00:00:00Z"), max: new Date("2026-12-31T00:00:00Z"), noInvalidDate: true })
  .map((at) => Instant.parse(at.toISOString()));

const anyValue = (policy: Policy, field: Field): fc.Arbitrary<Fact> => {
  switch (field.type) {
    case "choice":
      return fc.constantFrom(...field.of.map(({ value }) => value));
    case "category":
      return fc.constantFrom(...leaves(policy.categories));
    case "flag":
      return fc.boolean();
    case "number":
      return fc.double({ min: field.min ?? 0, max: field.max ?? 5000, noNaN: true });
    case "money":
      return fc.integer({ min: 0, max: 500_000 }).map((amount) => spellCents(BigInt(amount)));
    case "date":
      return moment.map((at) => at.slice(0, 10));
    case "moment":
      return moment;
    default:
      return fc.constant("said");
  }
};

const factsOf = (policy: Policy): fc.Arbitrary<Facts> =>
  fc.record(Object.fromEntries(factFields(policy).map((field) => [field.id, anyValue(policy, field)])));

/** How many steps must count: the figure of the clock, or of the band that holds for these facts. */
const figure = ({ within: plain, bands, until }: Clock, facts: Facts): number => {
  if (until !== undefined) return 1;
  const fact = bands && facts[bands.fact];
  const band = bands?.of.find(({ is, ...span }) => (typeof fact === "number" ? within(span, fact) : is === fact));
  const { kind, n } = plain ?? band?.within ?? expect.unreachable("a clock has a figure");
  return kind === "hours" || kind === "sameDay" ? 1 : n;
};

/** Every clock of every regulation, from any moment of three years, for any facts. */
for (const id of written()) {
  const policy = readWritten(id).policy ?? expect.unreachable(`${id} does not parse`);
  const calendar = calendarOf(policy.calendar.holidays) ?? expect.unreachable("the calendar ships");

  test.each(policy.clocks.map((clock) => ({ id: clock.id, clock })))(
    `${id} $id: what is counted adds up to the figure, and the explanation is there in both languages`,
    ({ clock }) => {
      fc.assert(
        fc.property(moment, factsOf(policy), (from, facts) => {
          const due = dueOf(policy, clock, { from, facts, calendar });
          for (const locale of Locale.options)
            expect(explain(due, locale, policy).every((line) => line.trim() !== "")).toBe(true);
          if (due.applies !== true || due.state !== "RUNNING") return;
          expect(due.steps.filter(({ counts }) => counts)).toHaveLength(figure(clock, facts));
          expect(clock.until !== undefined || due.nominalDue > from).toBe(true);
          expect(clock.roll === "previous" || due.nominalDue <= due.effectiveDue).toBe(true);
          expect(due.reminders.every((at) => at >= from && at < due.effectiveDue)).toBe(true);
          if (clock.kind === "retention") expect(due.reminders).toEqual([]);
        }),
        { numRuns: 40 },
      );
    },
  );
}
