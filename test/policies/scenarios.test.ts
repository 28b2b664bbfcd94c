import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readWritten, written } from "../../infra/policy/files.ts";
import { calendarOf } from "../../shared/calendar/known.ts";
import { runExamples } from "../../shared/policy/examples.ts";

const ROOT = join(import.meta.dirname, "../..");

/** A scenario about time, bands, KPIs, validation or numbers, and where it is worked out: policies, or files of test/. */
type Scenario = readonly [id: string, about: string, ...where: string[]];

const FIGURES = "policies/scenarios-figures.test.ts";
const RULES = "policies/scenarios-rules.test.ts";
const CLOCKS = "policies/stable-clocks.test.ts";
const KPIS = "policies/stable-schedules-and-kpis.test.ts";
const SCHEDULES = "policies/schedules.test.ts";

const scenarios: readonly Scenario[] = [
  ["AS-01", "plain working days", "door-factory-after-sales", CLOCKS],
  ["AS-02", "across National Day with a make-up Saturday", "door-factory-after-sales", CLOCKS],
  ["AS-03", "received on a make-up Sunday", "door-factory-after-sales", CLOCKS],
  ["AS-06", "an extension approved in time", "door-factory-after-sales", "unit/case/clocks.test.ts"],
  ["AS-10", "photos missing, the clock runs", "door-factory-after-sales", "unit/case/clocks.test.ts"],
  ["AS-11", "the same photo twice counts once", "door-factory-after-sales", "unit/evidence/evidence.test.ts"],
  ["AS-12", "a category of one product line", "unit/case/filing.test.ts"],
  ["AS-14", "late delivery needs no photo", "door-factory-after-sales", "unit/evidence/evidence.test.ts"],
  ["AS-15", "exactly 100 km on a holiday", "bus-maker-after-sales", CLOCKS, "functions/life/bus-maker.test.ts"],
  ["AS-17", "near, and the supplier is needed", "bus-maker-after-sales", CLOCKS, "functions/life/bus-maker.test.ts"],
  ["AS-18", "a chassis fault needs writing", "bus-maker-after-sales", CLOCKS, "functions/life/bus-maker.test.ts"],
  ["AS-21", "KPIs at their boundaries", "bus-maker-after-sales", KPIS],
  [
    "AS-24",
    "four distances on the eve of Qingming",
    "distance-tier-after-sales",
    CLOCKS,
    "functions/life/distance-tier.test.ts",
  ],
  [
    "AS-25",
    "an exception over Spring Festival",
    "distance-tier-after-sales",
    CLOCKS,
    "unit/case/excuse.test.ts",
    "functions/life/distance-tier.test.ts",
  ],
  ["AS-29", "the chain of reports", "property-service-inspection", FIGURES],
  ["AS-30", "the report of January covers the quarter before", "property-service-inspection", FIGURES],
  ["AS-32", "a week without a working day", "property-service-inspection", FIGURES],
  ["AS-37", "an unannounced check a month", "group-service-supervision", SCHEDULES],
  [
    "AS-38",
    "15 days into National Day",
    "customer-complaint-form",
    CLOCKS,
    "functions/life/customer-complaint-form-clocks.test.ts",
  ],
  [
    "AS-40",
    "plain periods of 15 and 20 days",
    "customer-complaint-form",
    CLOCKS,
    "functions/life/customer-complaint-form-clocks.test.ts",
  ],
  [
    "AS-41",
    "numbers by the month of acceptance",
    "customer-complaint-form",
    FIGURES,
    "unit/record/numbering.test.ts",
    "functions/life/customer-complaint-form-clocks.test.ts",
  ],
  [
    "AS-44",
    "who approves how much",
    "customer-complaint-form",
    FIGURES,
    "unit/policy/money.test.ts",
    "functions/life/customer-complaint-form-authority.test.ts",
  ],
  ["AS-48", "statistics of a month", "customer-complaint-form", SCHEDULES],
  ["AS-51", "without a loss no period of 15 days", RULES, "functions/life/customer-complaint-form-clocks.test.ts"],
  ["AS-52", "R&D only when needed", "customer-complaint-form", "functions/life/customer-complaint-form-clocks.test.ts"],
  ["AS-53", "not caused by quality, the same clocks", "machinery-complaints", RULES],
  ["AS-57", "a document changed", "delivered-product-after-sales"],
  ["AS-60", "an invoice on the same day", "service-center-dispatch", CLOCKS],
  ["AS-63", "a ledger is kept a year", "courier-service-quality", CLOCKS, FIGURES],
  ["AS-64", "a claim after its period", "courier-service-quality", CLOCKS, FIGURES],
  ["AS-66", "damage to what was insured", "courier-service-quality", FIGURES],
  ["AS-67", "an indirect loss", "courier-service-quality", FIGURES],
  ["AS-69", "an answer over a holiday", "courier-service-quality", CLOCKS, "functions/life/courier-clocks.test.ts"],
  ["AS-71", "visits counted from the delivery", "it-customer-service", SCHEDULES],
  ["AS-72", "a report at the end of the month", "it-customer-service", SCHEDULES],
  [
    "AS-80",
    "the same day, also on a Saturday",
    "residents-complaints",
    CLOCKS,
    "functions/life/residents-clocks.test.ts",
  ],
  ["AS-81", "operators differ", "residents-complaints", "unit-service-quality", KPIS],
  ["AS-82", "an appointed answer", "residents-complaints", "functions/life/residents-clocks.test.ts"],
  ["AS-84", "forums and visits", "residents-complaints", SCHEDULES],
  [
    "AS-88",
    "a major complaint before Labour Day",
    "industrial-park-property",
    CLOCKS,
    "functions/life/industrial-park-clocks.test.ts",
  ],
  [
    "AS-91",
    "opinions of a survey",
    "industrial-park-property",
    CLOCKS,
    "functions/life/industrial-park-clocks.test.ts",
  ],
  ["AS-92", "a visit without signature is not done", "industrial-park-property"],
  ["AS-95", "twice a day", "industrial-park-property", SCHEDULES],
  ["AS-97", "vacant units", "industrial-park-property", SCHEDULES],
  ["AS-98", "a safety inspection is not rolled", "gas-network-after-sales", SCHEDULES],
  ["AS-100", "a failed regulator", "gas-network-after-sales", CLOCKS],
  [
    "AS-102",
    "an appointment that is made anew",
    "gas-network-after-sales",
    "functions/life/gas-network-clocks.test.ts",
  ],
  ["AS-104", "limits of a stand", "booth-construction-entry", FIGURES],
  ["AS-107", "nothing before the plan is approved", "project-return-visit"],
  ["AS-108", "a survey a year", "project-return-visit", FIGURES, SCHEDULES],
  ["AS-110", "half of the forms must come back", "owner-satisfaction-survey", FIGURES, KPIS],
  ["AS-111", "an owner counts once", "owner-satisfaction-survey"],
  ["AS-113", "a commendation after the analysis", "owner-satisfaction-survey"],
  ["AS-115", "the targets of a hotel", "hotel-service-quality", KPIS],
  ["AS-117", "a case keeps its version", RULES, "unit/record/numbering.test.ts", "functions/policy-version.test.ts"],
  ["AS-119", "a policy that does not hold", RULES, "unit/policy/lint-bands.test.ts", "unit/policy/lint-clocks.test.ts"],
  [
    "AS-120",
    "advisory clocks never count",
    "enterprise-after-sales",
    RULES,
    "unit/case/clocks.test.ts",
    "functions/life/enterprise-clocks.test.ts",
  ],
  ["AS-122", "an inspection a month", "service-work-quality"],
  ["AS-123", "four modes of inspection", "guest-service-quality"],
  ["AS-126", "audits by the plan of the year", "ops-service-audit"],
  ["AS-129", "no intake, and schedules that run", "service-incentive", RULES],
  ["AS-130", "visits without a frequency", RULES, SCHEDULES, "unit/policy/cli.test.ts"],
];

/** Scenarios about who may do what, papers, routes and mails, which the tests of cases, records and functions tell. */
const others = "08 19 20 23 27 34 35 46 47 50 54 55 59 61 65 70 74 75 76 78 79 83 86 87 96 99 103 106 109 118 124 128"
  .split(" ")
  .map((number) => `AS-${number}`);

/** The ids that a text names, `AS-10` not among those of `AS-104`. */
const names = (text: string): ReadonlySet<string> => new Set(text.match(/\bAS-\d+\b/g) ?? []);

const named = new Map(
  written().map((id) => {
    const { policy } = readWritten(id);
    const calendar = policy && calendarOf(policy.calendar.holidays);
    const examples = policy && calendar ? runExamples(policy, calendar) : [];
    return [id, names(examples.map(({ why }) => why).join("\n"))];
  }),
);

const namedIn = (where: string): ReadonlySet<string> =>
  named.get(where) ?? names(readFileSync(join(ROOT, "test", where), "utf8"));

test("no scenario is forgotten", () => {
  const ids = scenarios.map(([id]) => id);
  expect(new Set([...ids, ...others]).size).toBe(ids.length + others.length);
  expect(ids.length + others.length, "as many as the requirements have").toBe(94);
});

describe("each is worked out by its id", () => {
  test.each(scenarios.map(([id, about, ...where]) => ({ id, about, where })))("$id $about", ({ id, where }) => {
    expect(where.length).toBeGreaterThan(0);
    expect(where.filter((one) => !namedIn(one).has(id))).toEqual([]);
  });
});

test("no example names a scenario that there is not", () => {
  const known = new Set([...scenarios.map(([id]) => id), ...others]);
  const strangers = [...named].flatMap(([id, ids]) =>
    [...ids].filter((one) => !known.has(one)).map((one) => [id, one]),
  );
  expect(strangers).toEqual([]);
});
