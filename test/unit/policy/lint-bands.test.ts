import { expect, test } from "vitest";
import { type Broken, problemsOf, withBands } from "./broken.ts";

const withChoices =
  (of: readonly object[]) =>
  (policy: Broken): void => {
    withBands(of)(policy);
    policy.clocks[0].bands.fact = "kind";
  };

test("bands of a choice hold when each value stands once", () => {
  const both = problemsOf((p) => {
    withChoices([{ is: "a" }, { is: "b" }])(p);
    p.clocks[0].examples = [
      {
        why: "the first",
        from: "2026-03-10T09:30:00+08:00",
        facts: { kind: "a" },
        effectiveDue: "2026-03-11T09:30:00+08:00",
      },
    ];
  });
  expect(both).toEqual([]);
});

test.each<{ why: string; change: (p: Broken) => void; code: string; path: string; says: RegExp }>([
  {
    why: "a clock with two figures",
    change: (p) => {
      withBands([{ upTo: 1 }, { over: 1 }])(p);
      p.clocks[0].within = "1 day";
    },
    code: "clock-two-figures",
    path: "clocks[0]",
    says: /"answer" has more than one/,
  },
  {
    why: "AS-119 exactly 300 is in no band",
    change: withBands([{ below: 300 }, { over: 300, upTo: 1000 }, { over: 1000 }]),
    code: "bands-gap",
    path: "clocks[0].bands",
    says: /holds exactly 300/,
  },
  {
    why: "AS-119 above 1000 is in no band",
    change: withBands([{ upTo: 300 }, { over: 300, upTo: 1000 }]),
    code: "bands-gap",
    path: "clocks[0].bands",
    says: /above 1000/,
  },
  {
    why: "below the first band, where the fact begins at 0",
    change: withBands([{ over: 0, upTo: 300 }, { over: 300 }]),
    code: "bands-gap",
    path: "clocks[0].bands",
    says: /exactly 0/,
  },
  {
    why: "a stretch in no band",
    change: withBands([{ upTo: 300 }, { over: 400 }]),
    code: "bands-gap",
    path: "clocks[0].bands",
    says: /between 300 and 400/,
  },
  {
    why: "a stretch in two bands",
    change: withBands([{ upTo: 300 }, { over: 200 }]),
    code: "bands-overlap",
    path: "clocks[0].bands",
    says: /from 200 to 300/,
  },
  {
    why: "one figure in two bands",
    change: withBands([{ upTo: 300 }, { from: 300 }]),
    code: "bands-overlap",
    path: "clocks[0].bands",
    says: /exactly 300/,
  },
  {
    why: "a band that says its edge twice",
    change: withBands([{ upTo: 300, below: 300 }, { over: 300 }]),
    code: "span-contradicts",
    path: "clocks[0].bands.of[0]",
    says: /not both/,
  },
  {
    why: "a band that holds nothing",
    change: withBands([{ over: 300, upTo: 300 }, { over: 300 }]),
    code: "span-empty",
    path: "clocks[0].bands.of[0]",
    says: /No number/,
  },
  {
    why: "bands of what is no number",
    change: (p) => {
      withBands([{ upTo: 1 }, { over: 1 }])(p);
      p.clocks[0].bands.fact = "urgent";
    },
    code: "not-a-number",
    path: "clocks[0].bands.fact",
    says: /urgent/,
  },
  {
    why: "AS-40 a choice with a value in no band",
    change: withChoices([{ is: "a" }, { is: "a" }]),
    code: "bands-gap",
    path: "clocks[0].bands",
    says: /No band of clock "answer" holds "b"/,
  },
  {
    why: "a value in two bands",
    change: withChoices([{ is: "a" }, { is: "b" }, { is: "b" }]),
    code: "bands-overlap",
    path: "clocks[0].bands.of[2].is",
    says: /both hold "b"/,
  },
  {
    why: "a value that nobody can choose",
    change: withChoices([{ is: "a" }, { is: "b" }, { is: "c" }]),
    code: "unknown-value",
    path: "clocks[0].bands.of[2].is",
    says: /"c" is no choice of kind; there are a, b/,
  },
  {
    why: "a span among choices",
    change: withChoices([{ is: "a" }, { is: "b", upTo: 3 }]),
    code: "span-contradicts",
    path: "clocks[0].bands.of[1]",
    says: /no span/,
  },
  {
    why: "values of what is no choice",
    change: (p) => {
      withChoices([{ is: "a" }, { is: "b" }])(p);
      p.clocks[0].bands.fact = "km";
    },
    code: "not-a-choice",
    path: "clocks[0].bands.fact",
    says: /"km" is a number/,
  },
])("$why", ({ change, code, path, says }) => {
  expect(problemsOf(change)).toContainEqual({ severity: "error", path, code, says: expect.stringMatching(says) });
});
