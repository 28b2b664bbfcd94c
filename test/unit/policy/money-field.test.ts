import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAnswers } from "../../../shared/case/answers.ts";
import { spellCents } from "../../../shared/kernel/cents.ts";
import { Condition } from "../../../shared/policy/condition.ts";
import { Field } from "../../../shared/policy/field.ts";
import { holds } from "../../../shared/policy/holds.ts";
import { lint } from "../../../shared/policy/lint.ts";
import { Policy } from "../../../shared/policy/policy.ts";
import { sayCondition } from "../../../shared/policy/wording.ts";
import { small, source } from "./fixture.ts";

const fee = Field.parse({ id: "fee", type: "money", label: { "zh-CN": "费用", en: "fee" } });
const priced = (when: unknown) =>
  Policy.parse({ ...source(), facts: [...source().facts, fee], approvals: [approval(when)] });
const approval = (when: unknown) => ({
  id: "dear",
  title: fee.label,
  rules: ["SMW-01"],
  of: fee.label,
  when,
  approvedBy: ["clerk"],
});
const over = { fee: { over: "200.00" } };

describe("conditions on money are compared in cents", () => {
  test.each<{ why: string; when: unknown; paid: string | number; is: boolean }>([
    { why: "up to includes the figure", when: { fee: { upTo: "200.00" } }, paid: "200.00", is: true },
    { why: "a cent more is not up to it", when: { fee: { upTo: "200.00" } }, paid: "200.01", is: false },
    { why: "over excludes it", when: over, paid: "200.00", is: false },
    { why: "a cent more is over", when: over, paid: "200.01", is: true },
    { why: "nine is less than two hundred: no comparison of texts", when: over, paid: "9.00", is: false },
    { why: "from includes it", when: { fee: { from: "200.00" } }, paid: "200.00", is: true },
    { why: "below excludes it", when: { fee: { below: "200.00" } }, paid: "200.00", is: false },
    { why: "a number is no amount", when: over, paid: 300, is: false },
    { why: "an amount is in no span of numbers", when: { fee: { over: 200 } }, paid: "300.00", is: false },
    { why: "exactly an amount", when: { fee: "200.00" }, paid: "200.00", is: true },
  ])("$why", ({ when, paid, is }) => {
    expect(holds(small(), Condition.parse(when), { fee: paid })).toEqual({ is });
  });

  test("any amount lies on exactly one side of any other, however large", () => {
    const amount = fc.bigInt({ min: 0n, max: 99_999_999_999_999n });
    fc.assert(
      fc.property(amount, amount, (edge, paid) => {
        const side = (test: object) => holds(small(), { fee: test }, { fee: spellCents(paid) }).is;
        expect(side({ over: spellCents(edge) })).toBe(paid > edge);
        expect(side({ upTo: spellCents(edge) })).toBe(paid <= edge);
      }),
    );
  });
});

test.each<{ why: string; said: unknown; read: string | undefined }>([
  { why: "as it is written", said: "5000.00", read: "5000.00" },
  { why: "a number would be a floating-point one", said: 5000, read: undefined },
  { why: "without its decimals", said: "5000", read: undefined },
  { why: "with a third one", said: "5000.001", read: undefined },
  { why: "with a sign", said: "-5000.00", read: undefined },
  { why: "grouped", said: "5,000.00", read: undefined },
  { why: "more than twelve figures", said: "1000000000000.00", read: undefined },
])("an answer $why: $said", ({ said, read }) => {
  const { answers, faults } = readAnswers(small(), [fee], { fee: said }, {});
  expect(answers.fee).toBe(read);
  expect(faults.map(({ path, code }) => [path, code])).toEqual(read === undefined ? [["/fee", "invalid"]] : []);
});

test.each<{ why: string; when: unknown; codes: readonly string[] }>([
  { why: "a span of amounts is what money needs", when: over, codes: [] },
  { why: "numbers are not", when: { fee: { over: 200 } }, codes: ["not-money"] },
  { why: "an amount that no money can be", when: { fee: "two hundred" }, codes: ["unknown-value"] },
  { why: "no amount lies between", when: { fee: { over: "200.00", upTo: "200.00" } }, codes: ["span-empty"] },
  { why: "an amount where a number is asked", when: { km: { over: "200.00" } }, codes: ["not-a-number"] },
])("lint: $why", ({ when, codes }) => {
  const found = lint(priced(when)).filter(({ path }) => path.startsWith("approvals"));
  expect(found.map(({ code }) => code)).toEqual(codes);
});

test("a condition on money is said with its currency", () => {
  expect(sayCondition(priced(over), over)).toEqual({ "zh-CN": "费用超过200.00元", en: "fee over 200.00 yuan" });
});
