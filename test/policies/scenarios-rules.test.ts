import { describe, expect, test } from "vitest";
import { answer } from "../../infra/policy/commands.ts";
import { readWritten, sourceOf, written } from "../../infra/policy/files.ts";
import { readPolicy } from "../../infra/policy/read.ts";
import { readClocks } from "../../shared/case/clocks.ts";
import { dueOf } from "../../shared/policy/due.ts";
import { leaves } from "../../shared/policy/lint-facts.ts";
import type { Policy } from "../../shared/policy/policy.ts";
import { isError } from "../../shared/policy/problem.ts";
import { endOf, rulebook, sh, staff, step, story } from "../fixtures/cases.ts";
import { schedule } from "./ask.ts";

const policyOf = (id: string): Policy => readWritten(id).policy ?? expect.unreachable(`${id} does not hold`);

describe("what a policy may say", () => {
  /** The errors of a written policy after one replacement in its text. */
  const errorsOf = (id: string, was: string, is: string) => {
    const text = sourceOf(id);
    expect(text, "the text that is replaced is there").toContain(was);
    return readPolicy(text.replace(was, is)).problems.filter(isError);
  };

  test("AS-117 under version 1 a case has four working days, under version 2 three", () => {
    const first = policyOf("door-factory-after-sales");
    const text = sourceOf(first.id).replace("within: 4 working days", "within: 3 working days");
    const second = { ...(readPolicy(text).policy ?? expect.unreachable("it parses")), version: 2 };
    const received = sh("2026-03-10 09:30");
    const last = [first, second].map((policy) => story(received, undefined, policy).clock("plan", received).due);
    expect(last).toEqual([endOf("2026-03-16"), endOf("2026-03-13")]);
  });

  test("AS-119 bands that leave out exactly 300 km do not hold", () => {
    const errors = errorsOf("distance-tier-after-sales", "{ upTo: 300, within", "{ below: 300, within");
    expect(errors.map(({ code }) => code)).toContain("bands-gap");
    expect(errors.find(({ code }) => code === "bands-gap")).toMatchObject({
      path: "clocks[0].bands",
      says: expect.stringMatching(/"arrival".*300|300.*"arrival"/),
    });
  });

  test("AS-119 a binding clock without a figure is named", () => {
    const errors = errorsOf("door-factory-after-sales", "    within: 4 working days\n", "");
    expect(errors).toMatchObject([{ code: "clock-no-figure", says: expect.stringContaining('"plan"') }]);
  });

  test.each([
    ["business-expo-management", "BEM-04"],
    ["courier-service-quality", "COU-04"],
    ["unit-service-quality", "USQ-05"],
  ])("AS-130 %s holds with a warning, and asks for no client visit", (id, rule) => {
    const { policy, problems } = readWritten(id);
    expect(problems.filter(isError)).toEqual([]);
    const at = policy?.schedules.findIndex((found) => found.id === "customer-visit") ?? -1;
    expect(policy?.schedules[at]?.rules).toContain(rule);
    expect(problems.find(({ path }) => path.startsWith(`schedules[${at}]`))).toMatchObject({ severity: "warning" });
    const given = answer(["schedule", id, "customer-visit", "--from=2026-01-01", "--to=2026-12-31", "--lang=en"]);
    expect(given).toMatchObject({ ok: true, value: [], note: "frequency not stated in the regulation" });
  });

  test("AS-129 background policies take no complaint, and their schedules run", () => {
    const without = written().filter((id) => policyOf(id).intake === undefined);
    const prefixes = without.map((id) => policyOf(id).prefix);
    expect(prefixes).toEqual(expect.arrayContaining(["EXD", "GCR", "BEM", "OQT", "ECR", "SQO", "INC"]));
    const rows = (id: string) => schedule(`service-incentive ${id} --from 2026-01-01 --to 2026-12-31`).length;
    expect(["monthly-performance", "quarterly-award", "half-year-bonus"].map(rows)).toEqual([12, 4, 2]);
  });
});

describe("what counts and what does not", () => {
  test("AS-120 one that is past its target is listed and reminded of, and is no breach", () => {
    const policy = policyOf("enterprise-after-sales");
    const body = {
      contact: { name: "Lin", email: "lin@dealer.example" },
      kind: "complaint",
      region: "East",
      description: "a noise",
    };
    const told = story(sh("2026-03-10 09:30"), body, policy);
    const given = [sh("2026-03-10 10:31"), sh("2026-03-20 00:00")].flatMap((at) => told.wake(at));
    expect(given.map(({ type }) => type)).toEqual(["reminded"]);
    expect(told.clock("first-feedback", sh("2026-03-20 00:00"))).toMatchObject({
      state: "RUNNING",
      due: sh("2026-03-10 11:30"),
    });
  });

  test.each(written().map((id) => ({ id })))("AS-120 $id: no KPI is fed by an advisory clock", ({ id }) => {
    const { kpis, clocks } = policyOf(id);
    const fed = new Set(kpis.flatMap((kpi) => kpi.clocks));
    expect(clocks.filter((clock) => fed.has(clock.id) && clock.grade === "advisory")).toEqual([]);
  });

  test("AS-53 class and cause change no clock of a machinery complaint", () => {
    const policy = policyOf("machinery-complaints");
    const [calendar, from] = [rulebook(policy).calendar, sh("2026-03-10 09:30")];
    const classes = leaves(policy.categories);
    const answers = classes.map((category) =>
      policy.clocks.map((clock) => dueOf(policy, clock, { from, facts: { category }, calendar })),
    );
    expect(classes.length).toBeGreaterThan(1);
    for (const given of answers) expect(given).toEqual(answers[0]);
  });

  test("AS-51 where nothing was lost a slip does: the period of 15 days never begins", () => {
    const body = {
      contact: { name: "Lin", email: "lin@buyer.example" },
      customerName: "East Gate Works",
      orderNo: "SO-1",
      partNo: "P-1",
      shippedOn: "2026-03-01",
      shippedQuantity: 100,
      defectiveQuantity: 2,
      market: "domestic",
      description: "two scratched",
      demand: "undetermined",
    };
    const told = story(sh("2026-03-10 09:30"), body, policyOf("customer-complaint-form"));
    told.must(
      sh("2026-03-10 10:00"),
      staff("quality"),
      step("downgrade", { abnormality: "a scratch", unitConcerned: "press" }),
    );
    const clocks = readClocks(told.book, told.current(), sh("2026-04-10 10:00")).map(({ clock }) => clock.id);
    expect(clocks).not.toContain("closing");
    expect(told.wake(sh("2026-04-10 10:00")).filter(({ type }) => type === "breached")).toEqual([]);
    expect(told.current().closedAt).toBe(sh("2026-03-10 10:00"));
  });
});
