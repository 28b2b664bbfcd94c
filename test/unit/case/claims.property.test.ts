import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { claimPeriod, isLate, lastMoment } from "../../../shared/case/claim/period.ts";
import { cents, spellCents } from "../../../shared/kernel/cents.ts";
import { fromMs, plusMs } from "../../../shared/kernel/instant.ts";
import { compensationOf } from "../../../shared/policy/money.ts";
import { rulebook, sh } from "../../fixtures/cases.ts";

const courier = rulebook(
  publishedPolicy("courier-service-quality")?.policy ?? expect.unreachable("the courier's regulation ships"),
);
const DAY = 86_400_000;
const money = fc.bigInt({ min: 0n, max: 10n ** 13n }).map(spellCents);
const paid = (...asked: Parameters<typeof compensationOf>): bigint => {
  const sum = compensationOf(...asked);
  return sum.ok ? cents(sum.value) : expect.unreachable(sum.error);
};

describe("what is paid", () => {
  test("a share of what was insured, half up to the cent, as whole numbers work it out", () => {
    fc.assert(
      fc.property(money, fc.integer({ min: 0, max: 100_000 }), (insured, thousandths) => {
        const exactly = cents(insured) * BigInt(thousandths) * 2n; // in two hundred-thousandths of a cent
        const halfUp = (exactly + 100_000n) / 200_000n;
        const sum = paid("ratio-of-insured", { insured, percent: thousandths / 1000 });
        expect(sum).toBe(halfUp);
        expect(sum).toBeLessThanOrEqual(cents(insured));
      }),
    );
  });

  test("a larger share never pays less", () => {
    fc.assert(
      fc.property(money, fc.nat({ max: 1000 }), fc.nat({ max: 1000 }), (insured, a, b) => {
        const [less, more] = [Math.min(a, b) / 10, Math.max(a, b) / 10];
        expect(paid("ratio-of-insured", { insured, percent: less })).toBeLessThanOrEqual(
          paid("ratio-of-insured", { insured, percent: more }),
        );
      }),
    );
  });

  test("what is negotiated is at most the value, and at most what is claimed", () => {
    fc.assert(
      fc.property(money, money, (value, claimed) => {
        const sum = paid("actual-value-at-most", { value, claimed });
        expect([cents(value), cents(claimed)]).toContain(sum);
        expect(sum).toBeLessThanOrEqual(cents(value));
        expect(sum).toBeLessThanOrEqual(cents(claimed));
      }),
    );
  });
});

describe("AS-64 the period for claims", () => {
  /** A day of the office from 2023-12-31 on for two years, whose year later has a calendar. */
  const day = fc.nat({ max: 700 }).map((n) => plusMs(sh("2023-12-31 00:00"), n * DAY));
  const hour = fc.nat({ max: DAY - 1 });
  const periodFrom = (sentAt: string) => claimPeriod(courier, { kind: "claim", sentAt });

  test("is the same whatever the hour on the waybill", () => {
    fc.assert(
      fc.property(day, hour, hour, (sent, a, b) => {
        expect(lastMoment(periodFrom(plusMs(sent, a)))).toBe(lastMoment(periodFrom(plusMs(sent, b))));
      }),
    );
  });

  test("is kept at any hour of its last day and missed at any of the next", () => {
    fc.assert(
      fc.property(day, hour, (sent, ms) => {
        const period = periodFrom(sent);
        const end = lastMoment(period) ?? expect.unreachable("it runs");
        expect(isLate(period, plusMs(end, ms - DAY))).toBe(false);
        expect(isLate(period, end), "24:00 is the end of the day").toBe(false);
        expect(isLate(period, plusMs(end, ms + 1))).toBe(true);
      }),
    );
  });

  test("nobody is late for want of a calendar", () => {
    const period = periodFrom(sh("2026-10-01 10:00"));
    expect(period).toMatchObject({ applies: true, state: "CALENDAR_MISSING" });
    expect(isLate(period, fromMs(Date.parse("2031-01-01T00:00:00Z")))).toBe(false);
  });
});
