import { expect, test } from "vitest";
import { type Broken, problemsOf } from "./broken.ts";

test("the small policy holds", () => {
  expect(problemsOf(() => undefined)).toEqual([]);
});

test("a draft that does not answer every rule yet has its examples run all the same", () => {
  const found = problemsOf((p) => {
    p.notSoftware = [];
    p.kpis[0].examples[0].met = false;
  });
  expect(found.map(({ code }) => code)).toEqual(["rule-missing", "example-fails"]);
});

test.each<{ why: string; change: (p: Broken) => void; code: string; path: string; says: RegExp }>([
  {
    why: "a rule of another regulation",
    change: (p) => {
      p.kpis[0].rules = ["DFA-01"];
    },
    code: "rule-of-another",
    path: "kpis[0]",
    says: /DFA-01/,
  },
  {
    why: "a rule beyond the register",
    change: (p) => {
      p.kpis[0].rules = ["SMW-04"];
    },
    code: "rule-out-of-range",
    path: "kpis[0]",
    says: /SMW-04.*3/,
  },
  {
    why: "a rule carried and not",
    change: (p) => {
      p.notSoftware.push({ rule: "SMW-02", why: "no" });
    },
    code: "rule-twice",
    path: "notSoftware[1]",
    says: /SMW-02.*carried/,
  },
  {
    why: "a rule planned and carried",
    change: (p) => {
      Object.assign(p, { planned: [{ rule: "SMW-02", by: "later" }] });
    },
    code: "rule-twice",
    path: "planned[0]",
    says: /carried already/,
  },
  {
    why: "a rule forgotten",
    change: (p) => {
      p.notSoftware = [];
    },
    code: "rule-missing",
    path: "",
    says: /SMW-03 is nowhere/,
  },
  {
    why: "a clock twice",
    change: (p) => {
      p.clocks.push(p.clocks[0]);
    },
    code: "duplicate-id",
    path: "clocks[1]",
    says: /"answer"/,
  },
  {
    why: "a fact that the form asks too",
    change: (p) => {
      p.facts.push(p.intake.fields[0]);
    },
    code: "duplicate-id",
    path: "facts[6]",
    says: /"kind"/,
  },
  {
    why: "an unknown calendar",
    change: (p) => {
      p.calendar.holidays = "XX";
    },
    code: "unknown-calendar",
    path: "calendar.holidays",
    says: /XX.*CN/,
  },
  {
    why: "an unknown time zone",
    change: (p) => {
      p.calendar.timeZone = "Asia/Atlantis";
    },
    code: "unknown-zone",
    path: "calendar.timeZone",
    says: /Atlantis/,
  },
  {
    why: "an example with a due that does not come out",
    change: (p) => {
      p.clocks[0].examples[0].effectiveDue = "2026-03-16T00:00:00+08:00";
    },
    code: "example-fails",
    path: "clocks[0].examples[0]",
    says: /"plain" of clock answer.*2026-03-17/,
  },
  {
    why: "an example with a clock that does not exist",
    change: (p) => {
      p.clocks[0].examples[0].applies = false;
    },
    code: "example-fails",
    path: "clocks[0].examples[0]",
    says: /the clock applies/,
  },
  {
    why: "an example that leaves a fact open",
    change: (p) => {
      p.clocks[0].when = { km: { upTo: 1 } };
    },
    code: "example-fails",
    path: "clocks[0].examples[0]",
    says: /leave open km/,
  },
  {
    why: "an example of photos",
    change: (p) => {
      p.evidence[0].examples[0].photos = [["a", "a"]];
    },
    code: "example-fails",
    path: "evidence[0].examples[0]",
    says: /complete is false/,
  },
  {
    why: "an example of a share",
    change: (p) => {
      p.kpis[0].examples[0].met = false;
    },
    code: "example-fails",
    path: "kpis[0].examples[0]",
    says: /met is true/,
  },
])("$why", ({ change, code, path, says }) => {
  expect(problemsOf(change)).toContainEqual({ severity: "error", path, code, says: expect.stringMatching(says) });
});
