import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { figuresOf } from "../../../shared/survey/figures.ts";
import { countOf, meanInterval, meanOf, shareInterval } from "../../../shared/survey/interval.ts";
import { type Counted, count, emptyTally, type Tally } from "../../../shared/survey/tally.ts";
import { buses, counted, owners } from "../../fixtures/surveys.ts";

const tally = (all: readonly Counted[], survey = owners.survey): Tally => {
  const sum = emptyTally(survey);
  for (const one of all) count(survey, sum, one);
  return sum;
};
const SCALE = [1, 2, 3, 4, 5];
const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one);
const figures = (all: readonly Counted[], { policy, survey } = owners) => figuresOf(policy, survey, tally(all, survey));

describe("AS-110 the share of the forms that come back", () => {
  test.each([
    [199, "49.8 %", false],
    [200, "50.0 %", true],
    [201, "50.3 %", true],
  ])("%i of 400", (valid, shown, met) => {
    const { rate, insufficient } = figures([
      ...times(valid, counted({ overall: 4 })),
      ...times(400 - valid, counted()),
    ]);
    expect(rate).toMatchObject({ shown, met });
    expect(insufficient).toBe(!met);
  });

  test("A-43 what came back counts as sent, what was kept from going does not, what lacks the whole is not valid", () => {
    const sum = tally([
      counted({ overall: 5 }),
      counted({}),
      counted(),
      counted(undefined, { fate: "bounced" }),
      counted(undefined, { fate: "suppressed", wentOut: false }),
      counted(undefined, { fate: "waiting", wentOut: false }),
    ]);
    expect(sum).toMatchObject({ invited: 6, wentOut: 4, answered: 2, valid: 1, silent: 1 });
    expect(sum.fates).toMatchObject({ sent: 3, bounced: 1, suppressed: 1, waiting: 1 });
    expect(figuresOf(owners.policy, owners.survey, sum).rate.value).toBe(25);
  });

  test("nobody asked is no figure, neither met nor missed", () => {
    const { rate, rateBetween, insufficient, questions } = figures([]);
    expect(rate).toEqual({ value: null, shown: null, met: null });
    expect(rateBetween).toBeUndefined();
    expect(insufficient).toBe(false);
    expect(questions).toMatchObject([{ answers: 0, mean: undefined, share: { met: null } }]);
  });
});

describe("AS-113 what is answered very well is commended (OSS-12)", () => {
  test.each([
    [4.5, [...times(5, counted({ overall: 5 })), ...times(5, counted({ overall: 4 }))], ["overall"]],
    [4.4, [...times(4, counted({ overall: 5 })), ...times(6, counted({ overall: 4 }))], []],
    [4.499, [...times(499, counted({ overall: 5 })), ...times(501, counted({ overall: 4 }))], []],
  ])("a mean of %d", (mean, all, commended) => {
    const made = figures(all);
    expect(made.questions[0]?.mean).toBeCloseTo(mean, 10);
    expect(made.commended.map(({ question }) => question)).toEqual(commended);
  });
});

describe("AS-113 a department whose customers are very satisfied", () => {
  const of = (department: string, ...scores: number[]) =>
    scores.map((overall) => counted({ overall }, { groups: { department, building: "A" } }));

  test("is commended by itself where all together are not, with its mean and its answers", () => {
    const { commended } = figures([...of("Gardens", 5, 4), ...of("Repairs", 1, 4)]);
    expect(commended).toEqual([{ question: "overall", department: "Gardens", mean: 4.5, answers: 2 }]);
  });

  test("also by a list in Chinese, and no other group is", () => {
    const { commended } = figures([
      counted({ overall: 5 }, { groups: { 部门: "绿化", building: "A" } }),
      ...of("B", 1, 1),
    ]);
    expect(commended).toEqual([{ question: "overall", department: "绿化", mean: 5, answers: 1 }]);
  });

  test("OSS-09 is not where too few answered: the regulation does not lean on such figures", () => {
    const silent = times(3, counted(undefined, { groups: { department: "Gardens" } }));
    const made = figures([...of("Gardens", 5, 5), ...silent]);
    expect([made.insufficient, made.commended]).toEqual([true, []]);
  });
});

describe("by group", () => {
  test("each group has its own figures, in the order of its name", () => {
    const of = (building: string) => ({ groups: { building } });
    const { groups } = figures([
      counted({ overall: 2 }, of("B")),
      counted({ overall: 5 }, of("A")),
      counted({ overall: 4 }, of("A")),
      counted(undefined, of("A")),
    ]);
    expect(groups).toMatchObject([
      { by: "building", value: "A", invited: 3, questions: [{ answers: 2, satisfied: 2, mean: 4.5 }] },
      { by: "building", value: "B", invited: 1, questions: [{ answers: 1, satisfied: 0, mean: 2 }] },
    ]);
  });

  test("a value may say anything, also what parts a name from it", () => {
    const { groups } = figures([counted({ overall: 5 }, { groups: { project: "a=b" } })]);
    expect(groups).toMatchObject([{ by: "project", value: "a=b" }]);
  });
});

describe("intervals of 95 %", () => {
  // Wilson's interval of a share, with z = 1.959964
  test.each([
    [5, 10, 0.2365931, 0.7634069],
    [9, 10, 0.5958499, 0.9821238],
    [199, 400, 0.448759, 0.546289],
    [0, 10, 0, 0.2775328],
    [10, 10, 0.7224672, 1],
  ])("%i of %i", (found, of, from, to) => {
    const between = shareInterval(found, of);
    expect(between?.from).toBeCloseTo(from, 4);
    expect(between?.to).toBeCloseTo(to, 4);
  });

  test("no share of nobody, no spread of one, and more found than counted is a mistake", () => {
    expect(shareInterval(0, 0)).toBeUndefined();
    expect(meanInterval({ 5: 1 }, SCALE)).toBeUndefined();
    expect(meanInterval({ 4: 1, 5: 1 }, SCALE), "no mean is beyond the scale").toMatchObject({ to: 5 });
    expect(() => shareInterval(2, 1)).toThrow(RangeError);
  });

  test("of a mean: 1.96 standard errors to either side", () => {
    const scores = { 1: 1, 2: 2, 3: 4, 4: 2, 5: 1 };
    expect([countOf(scores), meanOf(scores)]).toEqual([10, 3]);
    const between = meanInterval(scores, SCALE);
    expect(between?.from).toBeCloseTo(3 - 1.959964 * Math.sqrt(12 / 9 / 10), 5);
    expect(between?.to).toBeCloseTo(3 + 1.959964 * Math.sqrt(12 / 9 / 10), 5);
  });
});

describe("what is counted", () => {
  const score = fc.integer({ min: 1, max: 5 });
  const scores = fc.record({ quality: score, speed: score, attitude: score, overall: score }, { requiredKeys: [] });
  const one = fc.record({ scores: fc.option(scores), period: fc.constantFrom("Q3", "Q4"), wentOut: fc.boolean() });
  const all = fc.array(
    one.map(({ scores: given, period, wentOut }) =>
      counted(given ?? undefined, { wentOut: wentOut || given !== null, groups: { period } }),
    ),
  );
  const shown = (of: readonly Counted[]) => tally(of, buses.survey);

  test("does not depend on the order of the answers", () => {
    const mixed = all.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    );
    fc.assert(
      fc.property(mixed, ([before, after]) => {
        expect(shown(after)).toEqual(shown(before));
      }),
    );
  });

  test("of the parts adds up to that of the whole", () => {
    fc.assert(
      fc.property(all, (some) => {
        const whole = shown(some);
        const parts = ["Q3", "Q4"].map((period) => shown(some.filter(({ groups }) => groups.period === period)));
        const sum = (of: (part: Tally) => number): number => parts.reduce((total, part) => total + of(part), 0);
        expect(sum(({ invited }) => invited)).toBe(whole.invited);
        expect(sum(({ wentOut }) => wentOut)).toBe(whole.wentOut);
        expect(sum(({ valid }) => valid)).toBe(whole.valid);
        for (const question of ["quality", "speed", "attitude", "overall"])
          for (const value of [1, 2, 3, 4, 5])
            expect(sum((part) => part.scores[question]?.[value] ?? 0)).toBe(whole.scores[question]?.[value] ?? 0);
        expect(Object.values(whole.groups).reduce((total, group) => total + group.valid, 0)).toBe(whole.valid);
      }),
    );
  });

  test("every share lies within its interval, and every mean within its own", () => {
    fc.assert(
      fc.property(all, (some) => {
        for (const { share, shareBetween, mean, meanBetween } of figuresOf(buses.policy, buses.survey, shown(some))
          .questions) {
          if (share.value !== null && shareBetween !== undefined) {
            expect(share.value / 100).toBeGreaterThanOrEqual(shareBetween.from - 1e-9);
            expect(share.value / 100).toBeLessThanOrEqual(shareBetween.to + 1e-9);
          }
          if (mean !== undefined && meanBetween !== undefined) {
            expect(mean).toBeGreaterThanOrEqual(meanBetween.from);
            expect(mean).toBeLessThanOrEqual(meanBetween.to);
          }
        }
      }),
    );
  });
});

test("a column of more than fifty values, like a room, has no groups; the others keep theirs", () => {
  const asked = (rooms: number) =>
    figures(Array.from({ length: rooms }, (_, n) => counted({ overall: 4 }, { groups: { room: `${n}`, house: "A" } })));
  expect(asked(50).crowded).toEqual([]);
  expect(asked(50).groups).toHaveLength(51);
  expect(asked(5_000)).toMatchObject({ crowded: ["room"], groups: [{ by: "house", value: "A", invited: 5_000 }] });
});
