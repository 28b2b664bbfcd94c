import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cents, spellCents } from "../../../shared/kernel/cents.ts";
import { AuthorityTable } from "../../../shared/policy/authority.ts";
import { approverOf, compensationOf } from "../../../shared/policy/money.ts";

const title = { "zh-CN": "审批权限", en: "authority" };
const table = (rest: object): AuthorityTable => AuthorityTable.parse({ id: "sums", title, rules: ["CCF-21"], ...rest });

describe("who may approve an amount (CCF-21)", () => {
  const three = table({
    bands: [
      { upTo: "5000.00", approver: "manager" },
      { over: "5000.00", upTo: "50000.00", approver: "deputy" },
      { over: "50000.00", approver: "general" },
    ],
  });

  test.each([
    ["5000.00", "manager"],
    ["5000.01", "deputy"],
    ["50000.00", "deputy"],
    ["50000.01", "general"],
    ["999999999999.99", "general"],
    ["0.00", "manager"],
  ])("AS-44 %s goes to the %s", (amount, approver) => {
    expect(approverOf(three, amount)).toBe(approver);
  });

  test("A-33 without figures everything goes to one, and without that to nobody", () => {
    expect(approverOf(table({ otherwise: "general" }), "0.01")).toBe("general");
    expect(approverOf(table({}), "0.01")).toBeUndefined();
  });
});

describe("compensation", () => {
  test.each([
    {
      why: "AS-66 a share of what was insured",
      formula: "ratio-of-insured",
      insured: "2000.00",
      percent: 35,
      pays: "700.00",
    },
    { why: "AS-66 a total loss", formula: "ratio-of-insured", insured: "2000.00", percent: 100, pays: "2000.00" },
    { why: "half a cent goes up", formula: "ratio-of-insured", insured: "0.01", percent: 50, pays: "0.01" },
    {
      why: "less than half a cent goes down",
      formula: "ratio-of-insured",
      insured: "0.01",
      percent: 49.999,
      pays: "0.00",
    },
    {
      why: "a third and a bit, exactly",
      formula: "ratio-of-insured",
      insured: "100.00",
      percent: 33.335,
      pays: "33.34",
    },
    { why: "no floating point", formula: "ratio-of-insured", insured: "1.15", percent: 100, pays: "1.15" },
    {
      why: "AS-67 lost profit is not paid",
      formula: "actual-value-at-most",
      value: "500.00",
      claimed: "3000.00",
      pays: "500.00",
    },
    {
      why: "AS-67 less than the value",
      formula: "actual-value-at-most",
      value: "500.00",
      claimed: "320.00",
      pays: "320.00",
    },
    { why: "what was agreed", formula: "as-agreed", claimed: "800.00", pays: "800.00" },
    { why: "the freight", formula: "freight-refund", value: "12.00", pays: "12.00" },
    { why: "an exclusion", formula: "none", pays: "0.00" },
  ] as const)("$why", ({ formula, pays, ...loss }) => {
    expect(compensationOf(formula, loss)).toEqual({ ok: true, value: pays });
  });

  test.each([
    ["ratio-of-insured", /insured/],
    ["actual-value-at-most", /value/],
    ["as-agreed", /claimed/],
    ["freight-refund", /freight/],
  ] as const)("%s says what it needs", (formula, says) => {
    expect(compensationOf(formula, {})).toEqual({ ok: false, error: expect.stringMatching(says) });
  });

  test("a share is never more than the whole, and spelling an amount loses nothing", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), fc.integer({ min: 0, max: 1000 }), (amount, permille) => {
        expect(cents(spellCents(amount))).toBe(amount);
        const paid = compensationOf("ratio-of-insured", { insured: spellCents(amount), percent: permille / 10 });
        expect(paid.ok && cents(paid.value) <= amount).toBe(true);
      }),
    );
  });
});
