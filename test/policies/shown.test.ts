import { describe, expect, test } from "vitest";
import { answer } from "../../infra/policy/commands.ts";
import { namedTests } from "../rules/named.ts";
import written from "../rules/shown.generated.json" with { type: "json" };
import { lineOf, sightsOfRules } from "../rules/shown.ts";

const shown: Readonly<Record<string, readonly string[]>> = written;
const sights = sightsOfRules();

/** Rules that no test shows yet. The list shrinks: whoever shows one takes it out, and nobody may add one. */
const UNSHOWN: Readonly<Record<string, string>> = {
  BCE: "09",
  BUS: "11 17 23 24 25 29 30 32 36 38 39 40 42",
  BEM: "01 02 05 06 09",
  CAL: "04 10 12",
  COU: "05 08 20 21 22 23 24 25 30 32",
  CCF: "45 46",
  DPA: "02",
  DFA: "06",
  ESQ: "02 07",
  ENT: "03 04",
  EXD: "01 02",
  ECF: "01 05 07",
  ECR: "01 02 03",
  GAS: "01 07 09 10 18 30 33",
  GCR: "04 05 07",
  GSS: "01 07 16",
  GSQ: "05 07",
  HKC: "14",
  IPP: "35 40",
  ITS: "25",
  MMA: "04 16",
  OQT: "01 03",
  OSA: "03",
  OSS: "14",
  PRV: "06 12 13 24",
  PSI: "07",
  RES: "12",
  SCD: "03",
  INC: "01",
  SQS: "08",
  SWQ: "01 08",
  TAX: "10 11 12 13 14",
  USQ: "10",
};
const unshown = Object.entries(UNSHOWN).flatMap(([prefix, all]) => all.split(" ").map((n) => `${prefix}-${n}`));

describe("the test that shows a rule", () => {
  test("is written down for every carried rule but those of the list (npm run rules:build)", () => {
    expect(Object.keys(shown).sort()).toEqual([...sights.keys()].sort());
    expect(
      [...sights]
        .filter(([, all]) => all.length === 0)
        .map(([rule]) => rule)
        .filter((rule) => !unshown.includes(rule)),
    ).toEqual([]);
    expect(unshown.filter((rule) => (shown[rule]?.length ?? 0) > 0)).toEqual([]);
  });

  test("is there, and shows that rule", () => {
    const wrong = Object.entries(shown).flatMap(([rule, lines]) => {
      const known = new Set(sights.get(rule)?.map(lineOf));
      return lines.filter((line) => !known.has(line));
    });
    expect(wrong).toEqual([]);
  });

  test("is not one that only says what a policy may say, or lists names", () => {
    const files = namedTests().map(({ file }) => file);
    expect(files.filter((file) => /lint|test\/policies\/scenarios\.test/.test(file))).toEqual([]);
    expect(files).toContain("test/functions/life/bus-maker.test.ts");
  });
});

test("trace has a column for it, and a note where there is nothing to write", () => {
  const told = answer(["trace", "door-factory-after-sales"]);
  expect(told).toMatchObject({ ok: true });
  const rows = (told.ok ? told.value : []) as readonly { rule: string; status: string; shownBy: readonly string[] }[]; // what the command prints
  expect(rows.find(({ rule }) => rule === "DFA-03")?.shownBy.join()).toMatch(/test\/.*\.test\.ts › .*\(/);
  expect(rows.filter(({ status, shownBy }) => status !== "carried" && shownBy.length > 0)).toEqual([]);
  expect(answer(["trace", "--summary"])).toMatchObject({
    ok: true,
    value: { missing: 0, shown: Object.values(shown).filter((lines) => lines.length > 0).length },
  });
});
