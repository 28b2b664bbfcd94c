import { expect, test } from "vitest";
import { type Broken, problemsOf } from "./broken.ts";

const formula =
  (of: object, over: object = {}) =>
  (p: Broken): void => {
    Object.assign(p.kpis[0], { formula: of, ...over });
  };

test.each<{ why: string; change: (p: Broken) => void; code: string; path: string; says: RegExp }>([
  {
    why: "clocks are counted, and none is named",
    change: formula({ is: "clocks" }, { clocks: [] }),
    code: "kpi-misfit",
    path: "kpis[0].formula",
    says: /clocks/,
  },
  {
    why: "a share that calls itself a count",
    change: formula({ is: "clocks" }, { unit: "count" }),
    code: "kpi-misfit",
    path: "kpis[0].formula",
    says: /percent/,
  },
  {
    why: "hours that call themselves a share",
    change: formula({ is: "hours", from: "received", to: "received" }),
    code: "kpi-misfit",
    path: "kpis[0].formula",
    says: /count/,
  },
  {
    why: "cases of a survey",
    change: formula({ is: "cases", numerator: { of: "received" }, denominator: { of: "given" } }, { period: "survey" }),
    code: "kpi-misfit",
    path: "kpis[0].formula",
    says: /surveys/,
  },
  {
    why: "an event that nobody declares, above the line",
    change: formula({ is: "cases", numerator: { of: "event", event: "painted" }, denominator: { of: "received" } }),
    code: "unknown-event",
    path: "kpis[0].formula.numerator.event",
    says: /painted/,
  },
  {
    why: "a schedule that nobody declares",
    change: formula({ is: "duties", schedules: ["never-done"] }),
    code: "unknown-schedule",
    path: "kpis[0].formula.schedules[0]",
    says: /never-done/,
  },
  {
    why: "a fact that nobody declares, below it",
    change: formula({
      is: "cases",
      numerator: { of: "ended" },
      denominator: { of: "received", when: { colour: "red" } },
    }),
    code: "unknown-fact",
    path: "kpis[0].formula.denominator.when.colour",
    says: /colour/,
  },
  {
    why: "hours to an event that nobody declares",
    change: formula({ is: "hours", from: "received", to: "painted" }, { unit: "count" }),
    code: "unknown-event",
    path: "kpis[0].formula.to",
    says: /painted/,
  },
  {
    why: "nothing counts it, and nobody brings it",
    change: (p) => {
      p.kpis[0].formula = undefined;
    },
    code: "kpi-misfit",
    path: "kpis[0].broughtBy",
    says: /nobody is named/,
  },
  {
    why: "somebody brings what is counted",
    change: formula({ is: "clocks" }, { broughtBy: ["clerk"] }),
    code: "kpi-misfit",
    path: "kpis[0].broughtBy",
    says: /counted/,
  },
  {
    why: "a role brings it that nobody declares",
    change: formula(
      { is: "cases", numerator: { of: "received" }, denominator: { of: "given" } },
      { broughtBy: ["painter"] },
    ),
    code: "unknown-role",
    path: "kpis[0].broughtBy[0]",
    says: /painter/,
  },
])("$why", ({ change, code, path, says }) => {
  expect(problemsOf(change)).toContainEqual(
    expect.objectContaining({ severity: "error", code, path, says: expect.stringMatching(says) }),
  );
});
