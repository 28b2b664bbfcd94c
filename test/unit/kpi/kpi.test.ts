import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import { countedBy, figureOf, type Given, sumOf, totalOf } from "../../../shared/kpi/figure.ts";
import { type Counting, partsOf } from "../../../shared/kpi/kpi.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { type Story, sh, staff, step, story } from "../../fixtures/cases.ts";
import { busFault } from "../../fixtures/customer-sends.ts";

const policy = (id: string): Policy => publishedPolicy(id)?.policy ?? expect.unreachable(`${id} ships`);
const buses = policy("bus-maker-after-sales");
const kpiOf = ({ kpis, id }: Policy, kpi: string) =>
  kpis.find((one) => one.id === kpi) ?? expect.unreachable(`${id} has no ${kpi}`);
const partsIn = ({ book, current }: Story, kpi: string) =>
  partsOf(book, current())
    .filter((one) => one.kpi === kpi)
    .map(({ period, member, at, numerator, denominator }) => ({ period, member, at, of: [numerator, denominator] }));
const LATE = sh("2026-12-31 09:00");
const parts = (above: number, below: number): readonly Counting[] => [
  ...Array.from({ length: above }, (_, n) => ({ member: `a${n}`, at: LATE, numerator: 1, denominator: 0 })),
  ...Array.from({ length: below }, (_, n) => ({ member: `b${n}`, at: LATE, numerator: 0, denominator: 1 })),
];
const figure = (of: Policy, id: string, all: readonly Counting[], given: Given = {}, now: Instant = LATE) => {
  const kpi = kpiOf(of, id);
  return figureOf(kpi, sumOf(kpi, totalOf(countedBy(all, now)), given));
};

describe("clocks that fell due", () => {
  const kept = (n: number, of: number) =>
    Array.from({ length: of }, (_, at) => ({ member: `${at}`, at: LATE, numerator: at < n ? 1 : 0, denominator: 1 }));

  test.each([
    [900, 1000, "90.0 %", true],
    [899, 1000, "89.9 %", false],
    [8999, 10_000, "89.99 %", false],
  ])("AS-21 %i of %i in time", (n, of, shown, met) => {
    expect(figure(buses, "timely-service-rate", kept(n, of)).verdict).toMatchObject({ shown, met });
  });

  test("a clock counts in the month in which it falls due, kept or not, and not before it does (BUS-02)", () => {
    const told = story(sh("2026-06-30 22:40"), { ...busFault, fault: "chassis" }, buses);
    const [due, ...more] = partsIn(told, "timely-service-rate");
    expect(more).toEqual([]);
    expect(due).toMatchObject({ period: "2026-07", of: [0, 1] });
    const all = partsOf(told.book, told.current());
    expect(figure(buses, "timely-service-rate", all, {}, sh("2026-06-30 23:00")).verdict.met).toBeNull();
    expect(figure(buses, "timely-service-rate", all).verdict).toMatchObject({ shown: "0.0 %", met: false });
    told.must(
      sh("2026-07-01 09:00"),
      staff("serviceTeam"),
      step("contact-in-writing", { addressee: "Maker", letter: "x" }),
    );
    expect(partsIn(told, "timely-service-rate")[0]).toMatchObject({ period: "2026-07", at: due?.at, of: [1, 1] });
  });

  test("what an event adds is told from what was added before it, whenever either is asked", () => {
    const told = story(sh("2026-06-19 22:40"), { ...busFault, fault: "chassis" }, buses);
    const before = partsOf(told.book, told.current());
    expect(partsOf(told.book, told.current())).toEqual(before);
    told.wake(LATE);
    expect(partsOf(told.book, told.current()), "a reminder and a breach add nothing").toEqual(before);
  });
});

describe("rates of cases", () => {
  test.each([
    [3, 100, "3.0 %", false],
    [2, 100, "2.0 %", true],
  ])("AS-21 %i caused by service of %i services", (above, below, shown, met) => {
    expect(figure(buses, "complaint-rate", parts(above, below)).verdict).toMatchObject({ shown, met });
  });

  test("a service counts each time it ends, a complaint once service is to blame for it (BUS-04)", () => {
    const told = story(sh("2026-06-29 10:00"), busFault, buses);
    expect(partsIn(told, "complaint-rate")).toEqual([]);
    const serving = staff("serviceStaff");
    told.must(sh("2026-06-29 11:00"), staff("marketing"), step("issue-order", { staffCount: 1, staff: "Lin Bo" }));
    told.must(sh("2026-06-30 09:00"), serving, step("arrive"));
    told.must(
      sh("2026-07-01 10:00"),
      serving,
      step("finish-service", { handling: "Closed it.", agreed: "agreed", change: "none" }),
    );
    expect(partsIn(told, "complaint-rate")).toMatchObject([{ period: "2026-07", member: "below-1", of: [0, 1] }]);
    const answers = { inWarranty: "covered", dismantled: "untouched", trueCause: "found" };
    told.must(sh("2026-07-02 10:00"), serving, { do: "judgeLiability", answers, class: "service" });
    expect(partsIn(told, "complaint-rate")[0]).toMatchObject({ period: "2026-06", member: "above-1", of: [1, 0] });
  });

  test.each([
    ["residents-complaints", "founded-complaint-rate", 10, "1.0 %", true],
    ["unit-service-quality", "complaint-rate", 10, "1.0 %", false],
  ])("AS-81 %s: ten of a thousand that somebody wrote down", (id, kpi, above, shown, met) => {
    const of = policy(id);
    expect(figure(of, kpi, parts(above, 0)).verdict, "nobody has said of how many").toMatchObject({ met: null });
    expect(figure(of, kpi, parts(above, 0), { denominator: 1000 }).verdict).toMatchObject({ shown, met });
  });

  test("AS-115 one founded major complaint is one too many, and none is none", () => {
    const hotel = policy("hotel-service-quality");
    expect(figure(hotel, "major-complaints", parts(1, 0)).verdict).toMatchObject({ value: 1, met: false });
    expect(figure(hotel, "major-complaints", []).verdict).toMatchObject({ value: 0, met: true });
  });
});

test.each([
  [45, "10.0 %", true],
  [45.5, "9.0 %", false],
  [55, "-10.0 %", false],
  [45.000_05, "9.9999 %", false],
])("AS-115 mean handling time from 50 to %d minutes", (minutes, shown, met) => {
  const kpi = kpiOf(policy("hotel-service-quality"), "service-efficiency");
  // of three cases each: a mean need not be a whole number of milliseconds
  const of = (mean: number) => sumOf(kpi, { numerator: mean * 60_000 * 3, denominator: 3 }, {});
  expect(figureOf(kpi, of(minutes), of(50)).verdict).toMatchObject({ shown, met });
  expect(figureOf(kpi, of(minutes), sumOf(kpi, totalOf([]), {})).verdict, "no year before").toMatchObject({
    met: null,
  });
});

test("the mean of what cases took is in hours, and of none there is none (ESQ-01)", () => {
  const of = policy("ensure-service-quality");
  const took = (hours: number, n: number) => ({
    member: `${n}`,
    at: LATE,
    numerator: hours * 3_600_000,
    denominator: 1,
  });
  expect(figure(of, "response-time", [took(2, 1), took(3.5, 2)]).verdict).toMatchObject({ value: 2.75, met: null });
  expect(figure(of, "response-time", []).verdict.value).toBeNull();
});

test("the sum of the parts is the whole, however they are parted", () => {
  const kpi = kpiOf(buses, "timely-service-rate");
  const part = fc.record({
    member: fc.string(),
    at: fc.constant(LATE),
    numerator: fc.nat(1),
    denominator: fc.constant(1),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), fc.array(fc.nat(4), { maxLength: 60 }), (all, to) => {
      const groups = [0, 1, 2, 3, 4].map((group) => all.filter((_, at) => (to[at] ?? 0) === group));
      const sums = groups.map((some) => sumOf(kpi, totalOf(countedBy(some, LATE)), {}));
      const whole = sumOf(kpi, totalOf(countedBy(all, LATE)), {});
      expect(sums.reduce((sum, { numerator = 0 }) => sum + numerator, 0)).toBe(whole.numerator);
      expect(sums.reduce((sum, { denominator = 0 }) => sum + denominator, 0)).toBe(whole.denominator);
    }),
  );
});
