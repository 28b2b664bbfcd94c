import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { answer } from "../../../infra/policy/commands.ts";
import { source } from "./fixture.ts";

const CLI = fileURLToPath(new URL("../../../infra/policy/policy.ts", import.meta.url));
const run = (line: string, ...more: string[]) => {
  const args = [CLI, ...line.split(" ").filter((word) => word !== ""), ...more];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, stdout, stderr };
};
const json = (line: string, ...more: string[]): unknown => {
  const { status, stdout, stderr } = run(line, ...more);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return JSON.parse(stdout);
};

const BUS = "due bus-maker-after-sales arrival --from 2026-10-02T20:15+08:00";

/** The same command line, answered without starting a process. */
const ask = (line: string): unknown => {
  const said = answer(line.split(" ").filter((word) => word !== ""));
  return said.ok ? said.value : expect.unreachable(said.error);
};

describe("answers", () => {
  test("AS-02 due, with every day", () => {
    const given = json("due door-factory-after-sales plan --from 2026-09-29T10:00+08:00");
    expect(given).toMatchObject({
      policy: "door-factory-after-sales",
      clock: "plan",
      nominalDue: "2026-10-11T00:00:00+08:00",
      effectiveDue: "2026-10-11T00:00:00+08:00",
      firstReminder: "2026-10-09T09:00:00+08:00",
      grade: "binding",
    });
    const { steps } = given as { steps: { date: string; counts: boolean; why: string }[] }; // as printed
    expect(steps.filter(({ counts }) => counts).map(({ date }) => date)).toEqual([
      "2026-09-30",
      "2026-10-08",
      "2026-10-09",
      "2026-10-10",
    ]);
    expect(steps.at(-1)).toEqual({ date: "2026-10-10", counts: true, why: "第4个工作日（调休上班）" });
  });

  test("a clock that does not apply says why, in the language asked for", () => {
    const why = "only when fault is a body fault and service radius up to 100 km";
    expect(ask(`${BUS} --fact fault=body --fact distanceKm=100.1 --lang en`)).toEqual({ applies: false, why });
  });

  test("facts may stand in a row, and what is missing is named", () => {
    expect(ask(`${BUS} --fact fault=body distanceKm=100`)).toMatchObject({
      effectiveDue: "2026-10-03T20:15:00+08:00",
    });
    expect(ask(`${BUS} --fact fault=body`)).toEqual({ applies: "unknown", missingFacts: ["distanceKm"] });
  });

  test("the start may be given as the event it is", () => {
    const given = ask("due door-factory-after-sales plan --event received=2026-03-10T09:30:00+08:00");
    expect(given).toMatchObject({ effectiveDue: "2026-03-17T00:00:00+08:00" });
  });

  test("a missing calendar is a state with what is known (K-12)", () => {
    const given = ask("due door-factory-after-sales plan --from 2026-12-29T10:00+08:00");
    expect(given).toMatchObject({ state: "CALENDAR_MISSING", year: 2027 });
  });

  test("a schedule, row by row, with what it does not know as null", () => {
    const line = "schedule property-service-inspection monthly-collection --from 2026-10-01 --to 2026-10-31 --lang en";
    expect(ask(line)).toEqual([
      {
        window: ["2026-10-01", "2026-10-05"],
        nominalDue: "2026-10-06T00:00:00+08:00",
        effectiveDue: "2026-10-09T00:00:00+08:00",
        reminder: "2026-09-30T09:00:00+08:00",
        state: "planned",
        why: "by 5 Oct 2026; National Day, moved on to 8 Oct; covers September 2026",
      },
    ]);
    expect(ask(line.replaceAll("2026-10", "2027-10"))).toMatchObject([
      { nominalDue: "2027-10-06T00:00:00+08:00", effectiveDue: null, state: "CALENDAR_MISSING", year: 2027 },
    ]);
  });

  test("AS-130 a schedule without a frequency prints an empty list, and says why beside it", () => {
    const { status, stdout, stderr } = run(
      "schedule business-expo-management customer-visit --from 2026-01-01 --to 2026-12-31 --lang en",
    );
    expect([status, JSON.parse(stdout), stderr]).toEqual([0, [], "policy: frequency not stated in the regulation\n"]);
  });

  test("a KPI and a day of the calendar", () => {
    const kpi = ask("kpi bus-maker-after-sales complaint-rate --numerator 3 --denominator 100");
    expect(kpi).toEqual({ value: 3, shown: "3.0 %", met: false });
    expect(ask("calendar CN 2026-10-10")).toEqual({ working: true, why: "调休上班", holiday: "国庆节" });
    expect(ask("calendar CN 2026-10-02 --lang en")).toEqual({ working: false, why: "National Day" });
  });

  test("list shows all regulations, trace every rule", () => {
    const list = ask("list");
    expect(list).toHaveLength(39);
    expect(list).toContainEqual(
      expect.objectContaining({ id: "door-factory-after-sales", written: true, carried: 34, registered: 34 }),
    );
    expect(ask("trace")).toHaveLength(665);
    expect(ask("trace --summary")).toMatchObject({ rules: 665, missing: 0 });
    expect(ask("trace --summary bus-maker-after-sales")).toMatchObject({ rules: 45, missing: 0 });
    const rows = ask("trace bus-maker-after-sales");
    expect(rows).toHaveLength(45);
    expect(rows).toContainEqual(expect.objectContaining({ rule: "BUS-05", status: "carried" }));
  });

  test("AS-130 lint warns of what is written where a regulation states no frequency, and finds no error", () => {
    const said = json("lint") as { severity: string; code: string }[]; // as printed
    expect(said.filter(({ severity }) => severity !== "warning")).toEqual([]);
    expect(said.map(({ code }) => code)).toContain("frequency-not-stated");
  });

  test("lint is exact on what is not right, and exits with 1", () => {
    const file = join(mkdtempSync(join(tmpdir(), "policy-")), "broken.yaml");
    writeFileSync(file, stringify({ ...source(), extensions: [{ ...source().extensions[0], clock: "reply" }] }));
    const { status, stdout } = run("lint", file);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject([
      { severity: "error", path: "extensions[0].clock", code: "unknown-clock", line: expect.any(Number) },
    ]);
  });
});

describe("refusals are one line and exit code 1", () => {
  test.each([
    ["", /say one of list, lint, due/],
    ["sing", /no command "sing".*calendar/],
    ["due nowhere plan --from 2026-03-10T10:00Z", /no policy "nowhere".*door-factory-after-sales/],
    ["due door-factory-after-sales reply --from 2026-03-10T10:00Z", /no clock "reply"; known are plan, execution/],
    ["due door-factory-after-sales plan", /say --from/],
    ["due door-factory-after-sales plan --from yesterday", /"yesterday" is no moment/],
    ["due door-factory-after-sales plan --from 2026-03-10", /offset/],
    ["due door-factory-after-sales plan --from 9999-12-31T00:00Z", /1900 to 2199/],
    ["due door-factory-after-sales plan --from", /--from needs a value/],
    ["due door-factory-after-sales plan --when now", /no option --when/],
    [`${BUS} --fact fault=wheel`, /"wheel" is no choice of fault; there are body, chassis/],
    [`${BUS} --fact distanceKm=far`, /distanceKm is a number/],
    [`${BUS} --fact distanceKm=-1`, /at least 0/],
    [`${BUS} --fact supplierNeeded=maybe`, /true or false/],
    [`${BUS} --fact colour=red`, /no fact "colour"; known are fault/],
    [`${BUS} --fact distanceKm`, /name=value/],
    [`${BUS} --event sung=2026-03-10T10:00Z`, /no event "sung"/],
    ["schedule door-factory-after-sales weekly --from 2026-01-01 --to 2026-02-01", /no schedule "weekly"; it has none/],
    [
      "schedule residents-complaints weekly --from 2026-01-01 --to 2026-02-01",
      /no schedule "weekly"; known are .*quarterly-visit/,
    ],
    ["schedule residents-complaints quarterly-visit --from 2026-01-01", /say --from and --to/],
    ["schedule residents-complaints quarterly-visit --from soon --to 2026-02-01", /"soon" is no date/],
    ["schedule residents-complaints quarterly-visit --from 2026-01-01 --to 2026-02-30", /"2026-02-30" is no date/],
    ["schedule residents-complaints quarterly-visit --from 2026-02-01 --to 2026-01-01", /lies before/],
    ["schedule residents-complaints quarterly-visit --from 1026-02-01 --to 2026-01-01", /1900 to 2199/],
    ["schedule residents-complaints quarterly-visit --from 2000-02-01 --to 2026-01-01", /20 years/],
    [
      "schedule gas-network-after-sales station-inspection --from 2026-01-01 --to 2026-02-01",
      /not known yet: lastInspected; say --event lastInspected=<moment>/,
    ],
    [
      "schedule gas-network-after-sales regulator-overhaul --from 2026-01-01 --to 2026-02-01 --event inService=2020-01-01T00:00Z",
      /say --fact origin=/,
    ],
    [
      "schedule gas-network-after-sales station-inspection --from 2026-01-01 --to 2026-02-01 --event rain=2026-01-01T00:00Z",
      /no event "rain"/,
    ],
    ["kpi bus-maker-after-sales speed --numerator 1 --denominator 2", /no KPI "speed"; known are timely-service-rate/],
    ["kpi bus-maker-after-sales satisfaction --numerator many --denominator 2", /no number/],
    ["kpi bus-maker-after-sales satisfaction --numerator -1 --denominator 2", /--numerator cannot be negative/],
    ["kpi bus-maker-after-sales satisfaction --numerator 1 --denominator -2", /--denominator cannot be negative/],
    ["calendar CN 2027-01-01", /2027 are not loaded/],
    ["calendar XX 2026-01-01", /no calendar "XX"; known are CN/],
    ["calendar CN 2026-02-30", /no date/],
    ["trace nowhere", /no policy "nowhere"/],
    ["lint nowhere.yaml", /no file/],
  ])("policy %s", (line, says) => {
    const words = line.split(" ").filter((word) => word !== "");
    expect(answer(words)).toEqual({ ok: false, error: expect.stringMatching(says) });
  });

  test("on the standard error, and nothing else", () => {
    const { status, stdout, stderr } = run("due nowhere plan");
    expect(stderr).toMatch(/^policy: there is no policy "nowhere".*\n$/);
    expect(stdout).toBe("");
    expect(status).toBe(1);
  });
});
