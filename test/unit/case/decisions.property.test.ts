import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { readApproval } from "../../../shared/case/approvals/approvals.ts";
import type { GiveVerdict } from "../../../shared/case/approvals/verdict.ts";
import type { JudgeLiability } from "../../../shared/case/liability/judge.ts";
import { readLiability } from "../../../shared/case/liability/liability.ts";
import { costsOf, totalsOf } from "../../../shared/case/money/costs.ts";
import { cents, spellCents } from "../../../shared/kernel/cents.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { type Story, sh, staff, step, story } from "../../fixtures/cases.ts";

const policyOf = (id: string): Policy => publishedPolicy(id)?.policy ?? expect.unreachable(`${id} ships`);
const contact = { name: "Bai Lu", email: "bai@builders.example" };
const at = sh("2026-03-10 10:00");
const received = sh("2026-03-10 09:30");

const machine = policyOf("machinery-complaints");
const machinery = (): Story =>
  story(received, { contact, object: "product", model: "LM-80", description: "It stops." }, machine);

test("costs: whatever is booked in whatever order, the totals are the sums to the cent, and none is lost", () => {
  const amount = fc.bigInt({ min: 0n, max: 99_999_999_999n }).map(spellCents);
  const cost = fc.record({ amount, staffOf: fc.constantFrom("branch", "manufacturing", "other") });
  fc.assert(
    fc.property(fc.array(cost, { maxLength: 12 }), (booked) => {
      const told = machinery();
      for (const { amount: paid, staffOf } of booked) {
        const rule = staffOf === "branch" ? "branch-staff" : "other-staff";
        told.must(at, staff("finance"), { do: "bookCost", cost: rule, amount: paid, facts: { staffOf } });
      }
      const totals = new Map(totalsOf(costsOf(machine, told.current())).map((one) => [one.bearer.en, one.amount]));
      const sum = (ofBranch: boolean) =>
        booked.filter((one) => (one.staffOf === "branch") === ofBranch).reduce((so, one) => so + cents(one.amount), 0n);
      expect(cents(totals.get("The sales branch") ?? "0.00")).toBe(sum(true));
      expect(cents(totals.get("The company") ?? "0.00")).toBe(sum(false));
    }),
    { numRuns: 30 },
  );
});

const form = policyOf("customer-complaint-form");
const complaint = (): Story =>
  story(
    received,
    {
      contact,
      customerName: "Fittings",
      orderNo: "O-1",
      partNo: "P-1",
      shippedOn: "2026-03-01",
      shippedQuantity: 10,
      defectiveQuantity: 1,
      market: "domestic",
      description: "Cracked.",
      demand: "discount",
    },
    form,
  );

describe("shares of liability (CCF-28)", () => {
  const judge = (shares: JudgeLiability["shares"]) =>
    complaint().ask(at, staff("productionGroup"), { do: "judgeLiability", shares });
  const named = (hundredths: readonly number[]) =>
    hundredths.map((share, n) => ({ department: `shop ${n}`, percent: share / 100 }));
  const parts = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 8 });

  test("any that add up to 100.00 % are taken, in two decimals, and a hundredth more or less is not", () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(-1, 0, 1), (some, off) => {
        const rest = 10_000 - some.reduce((sum, share) => sum + share, 0);
        fc.pre(rest > 1);
        expect(judge(named([...some, rest + off])).ok).toBe(off === 0);
      }),
    );
  });

  test.each([
    { why: "one third thrice, rounded the wrong way", shares: [33.33, 33.33, 33.33], sum: "99.99" },
    { why: "more than the whole", shares: [60, 60], sum: "120" },
    { why: "binary floating point would call it whole", shares: [0.1, 0.2, 99.71], sum: "100.01" },
    { why: "none at all", shares: [], sum: "0" },
  ])("$why: the sum of $sum is named", ({ shares, sum }) => {
    const judged = judge(shares.map((percent, n) => ({ department: `shop ${n}`, percent })));
    const faults = judged.ok || judged.error.code !== "bad-fields" ? [] : judged.error.fields;
    expect(faults.map(({ path, says }) => [path, says.en])).toEqual([
      ["/shares", `the shares must add up to 100 %; they add up to ${sum} %`],
    ]);
  });
});

describe("a joint decision (A-60)", () => {
  const motor = policyOf("micro-motor-after-sales");
  const deciders = ["afterSales", "technology", "quality", "production"] as const;
  const word = fc.record({ by: fc.constantFrom(...deciders), says: fc.constantFrom("own-quality", "customer-use") });

  test("is settled exactly when all four have said the same since anybody said anything else", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const told = story(received, { contact, kind: "complaint", model: "MM-40", problem: "It hums." }, motor);
        const warranty = { ownProduct: "yes", warranty: "in" };
        told.must(at, staff("salesperson"), step("triage", { ...warranty, triageNotes: "x" }));
        for (const { by, says } of words) {
          const answers = { causedBy: says === "own-quality" ? "works" : "customer" };
          told.must(at, staff(by), { do: "judgeLiability", class: says, answers });
        }
        const last = words.at(-1)?.says;
        const since = words.slice(words.findLastIndex(({ says }) => says !== last) + 1);
        const signed = new Set(since.map(({ by }) => by));
        const read = readLiability(motor, told.current());
        expect(read?.settled).toBe(signed.size === deciders.length);
        expect(read?.toSign).toEqual(deciders.filter((one) => !signed.has(one)));
      }),
      { numRuns: 60 },
    );
  });
});

describe("an approval holds for what was seen", () => {
  const booth = policyOf("booth-construction-entry");
  const rule = booth.approvals.find(({ id }) => id === "over-height") ?? expect.unreachable("it measures heights");
  const verdict = (say: GiveVerdict["verdict"]): GiveVerdict => ({
    do: "giveVerdict",
    approval: rule.id,
    verdict: say,
  });
  const drawings = {
    contact,
    eventName: "Fair",
    builderName: "Stands",
    exhibitor: "Fittings",
    standNo: "B-1",
    standLength: 9,
    standWidth: 6,
    standHeight: 6,
    structure: "wood",
    woodSpan: 5,
    safetyPlan: "Guyed.",
  };
  const change = fc.oneof(
    fc.constantFrom<GiveVerdict["verdict"]>("approve", "refuse").map((say) => ({ say })),
    fc.constantFrom(4, 5, 5.01, 6).map((height) => ({ height })),
  );

  test("it is given exactly when the last word about this height was a yes", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 10 }), (changes) => {
        const told = story(received, drawings, booth);
        let height = 6;
        const last = new Map<number, string>();
        let refused = -1;
        for (const [n, one] of changes.entries()) {
          if ("height" in one) {
            height = one.height;
            told.must(at, staff("committee"), step("request-changes", { changes: "x" }));
            told.must(at, staff("committee"), step("resubmit", { standHeight: height }));
            continue;
          }
          const answer = told.ask(at, staff("exhibitionCentre"), verdict(one.say));
          if (answer.ok) last.set(height, one.say);
          if (answer.ok && one.say === "refuse") refused = n;
        }
        const read = readApproval(booth, told.current(), rule);
        expect(read.needed).toBe(height > 5);
        if (height > 5) expect(read.state === "given").toBe(last.get(height) === "approve");
        if (refused === -1) expect(read.state).not.toBe("refused");
      }),
      { numRuns: 60 },
    );
  });
});
