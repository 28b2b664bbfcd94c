import { describe, expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import type { CivilDate } from "../../../shared/calendar/civil-date.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import type { KeptPart } from "../../../shared/record/figures/figures.ts";
import { figuresOf } from "../../../shared/record/figures/figures-of.ts";
import { memoryFigures } from "../../../shared/record/figures/memory.ts";
import { caseIdText, sh, staff } from "../../fixtures/cases.ts";
import { ACME } from "../../fixtures/worlds.ts";

const policyOf = (id: string) => publishedPolicy(id)?.policy ?? expect.unreachable(`${id} ships`);

const begun = (id: string) => {
  const figures = memoryFigures();
  const policy = policyOf(id);
  return {
    figures,
    add: (kpi: string, period: string, at: Instant, [numerator, denominator]: readonly [number, number], of = "") =>
      figures.apply(
        { org: ACME, policy: id },
        { put: [{ kpi, period, at, of, member: `m${at}`, numerator, denominator } satisfies KeptPart], drop: [] },
      ),
    give: (kpi: string, period: string, said: { numerator?: number; denominator?: number }) =>
      figures.saveGiven(
        { org: ACME, policy: id, kpi, period },
        { version: 0, entries: [{ at: sh("2026-11-01 09:00"), by: staff("x"), key: "k", ...said }] },
      ),
    shown: async (kpi: string, on: string, now: Instant, earlier = 1) => {
      const asked = { org: ACME, policy, on: on as CivilDate, earlier, kpis: [kpi] };
      const [one] = await figuresOf({ figures, obligations: { ending: async () => [] }, now: () => now }, asked);
      return one ?? expect.unreachable(`${id} has no ${kpi}`);
    },
  };
};

describe("the figures of a regulation", () => {
  test.each([
    [900, "90.0 %", "met"],
    [899, "89.9 %", "missed"],
  ])("AS-21 %i of a thousand cases in time", async (kept, shown, standing) => {
    const here = begun("bus-maker-after-sales");
    for (let n = 0; n < 1000; n += 1) {
      const at = sh(`2026-10-${String(1 + (n % 31)).padStart(2, "0")} 09:00`);
      await here.add("timely-service-rate", "2026-10", at, [n < kept ? 1 : 0, 1], caseIdText(n));
    }
    const one = await here.shown("timely-service-rate", "2026-10-15", sh("2026-11-02 09:00"));
    expect(one).toMatchObject({
      period: "2026-10",
      denominator: 1000,
      verdict: { shown },
      standing,
      provisional: false,
    });
  });

  test("stand beside those of the periods before, the last first; one whose period runs may still change", async () => {
    const here = begun("bus-maker-after-sales");
    const id = "timely-service-rate";
    await here.add(id, "2026-08", sh("2026-08-10 09:00"), [1, 2]);
    await here.add(id, "2026-10", sh("2026-10-10 09:00"), [9, 10]);
    await here.add(id, "2026-10", sh("2026-10-20 09:00"), [0, 10]);
    const one = await here.shown(id, "2026-10-31", sh("2026-10-15 09:00"), 2);
    expect(one).toMatchObject({ numerator: 9, denominator: 10, provisional: true, standing: "met" });
    expect(one.earlier.map(({ period, standing }) => [period, standing])).toEqual([
      ["2026-09", "no-data"],
      ["2026-08", "missed"],
    ]);
  });

  test("AS-81 of what somebody wrote down: no data before, and the same ratio passes here and fails there", async () => {
    for (const [id, kpi, period, standing] of [
      ["residents-complaints", "founded-complaint-rate", "2026", "met"],
      ["unit-service-quality", "complaint-rate", "2026-10", "missed"],
    ] as const) {
      const here = begun(id);
      for (let n = 0; n < 10; n += 1) await here.add(kpi, period, sh(`2026-10-1${n} 09:00`), [1, 0], caseIdText(n));
      const now = sh("2026-11-02 09:00");
      expect(await here.shown(kpi, "2026-10-31", now)).toMatchObject({ numerator: 10, standing: "no-data" });
      await here.give(kpi, period, { denominator: 1000 });
      expect(await here.shown(kpi, "2026-10-31", now)).toMatchObject({ verdict: { shown: "1.0 %" }, standing });
    }
  });

  test("what is only striven for is not reached, and not missed (A-26)", async () => {
    const here = begun("residents-complaints");
    await here.add("founded-complaint-rate", "2026", sh("2026-10-10 09:00"), [11, 0]);
    await here.give("founded-complaint-rate", "2026", { denominator: 1000 });
    const one = await here.shown("founded-complaint-rate", "2026-10-31", sh("2027-01-02 09:00"));
    expect(one.standing).toBe("not-reached");
  });

  test("AS-115 the mean of a year is judged against that of the year before", async () => {
    const here = begun("hotel-service-quality");
    const minutes = (n: number) => n * 60_000;
    await here.add("service-efficiency", "2025", sh("2025-05-10 09:00"), [minutes(100), 2]);
    await here.add("service-efficiency", "2026", sh("2026-05-10 09:00"), [minutes(90), 2]);
    const now = sh("2027-01-02 09:00");
    expect(await here.shown("service-efficiency", "2026-12-31", now)).toMatchObject({
      verdict: { shown: "10.0 %" },
      standing: "met",
      earlier: [{ period: "2025", standing: "no-data" }],
    });
    await here.add("service-efficiency", "2026", sh("2026-06-10 09:00"), [minutes(46.5), 1]);
    expect(await here.shown("service-efficiency", "2026-12-31", now)).toMatchObject({
      verdict: { shown: "9.0 %" },
      standing: "missed",
    });
  });

  test("of surveys are those of the last one that was sent by the day, with the ones before", async () => {
    const here = begun("hotel-service-quality");
    await here.add("satisfaction", "survey", sh("2026-03-01 00:00"), [80, 100], "campaign-1");
    await here.add("satisfaction", "survey", sh("2026-09-01 00:00"), [95, 100], "campaign-2");
    const now = sh("2026-11-02 09:00");
    expect(await here.shown("satisfaction", "2026-10-31", now)).toMatchObject({
      ...{ campaign: "campaign-2", standing: "met" },
      earlier: [{ campaign: "campaign-1", standing: "missed" }],
    });
    expect(await here.shown("satisfaction", "2026-05-31", now)).toMatchObject({ campaign: "campaign-1", earlier: [] });
    expect(await here.shown("satisfaction", "2025-05-31", now)).toMatchObject({ standing: "no-data", earlier: [] });
  });
});
