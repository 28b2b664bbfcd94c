import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { brokenVase } from "../../fixtures/customer-sends.ts";
import type { Answer } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { endOf } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-16T09:00+08:00", policies: ["courier-service-quality"] });
});
afterAll(() => demo.close());

const claim = (over: Record<string, unknown> = {}) => ({ ...brokenVase, ...over });

const refused = ({ status, body }: Answer): [number, string, readonly string[]] => {
  const { code, rules = [] } = Problem.parse(body);
  return [status, code, rules];
};
const company = () => demo.as("originCompany");
const letter = (over: Record<string, unknown> = {}) => ({
  letterFrom: "He Lian",
  letterDate: "2026-03-16",
  sentAt: "2025-03-20T10:20:00+08:00",
  ...over,
});
const claimOf = ({ claim: seen }: Pick<CaseView, "claim">) => seen ?? expect.unreachable("no claim");
const stateOf = (seen: Pick<CaseView, "claim">) => claimOf(seen).state.id;
const offeredIn = ({ next }: CaseView, step: string) =>
  next.find((one) => one.step === step)?.offered ?? expect.unreachable(step);
const paper = ({ caseId }: Filed, body: unknown): Promise<Answer> =>
  company().post(`/cases/${caseId}/claim/documents`, body);
const assess = ({ caseId }: Filed, body: unknown): Promise<Answer> =>
  company().post(`/cases/${caseId}/claim/assessment`, body);

/** A claim whose letter came and whose papers are there, accepted. */
const accepted = async (over: Record<string, unknown> = {}): Promise<Filed> => {
  const filed = await demo.file(claim(over));
  await company().step(filed, "record-written-claim", letter());
  await company().sign(filed, "written-claim", "sender");
  await paper(filed, { document: "claim-letter" });
  await paper(filed, { document: "waybill" });
  await company().step(filed, "check-claim", { exclusion: "none" });
  await company().step(filed, "accept-claim", { claimAccepted: true, acceptNote: "We take your claim." });
  return filed;
};

describe("who claims, and how", () => {
  test("AS-65 the recipient is told to go through the sender, and nothing is stored", async () => {
    const before = (await demo.items()).length;
    const answer = await demo.tryFile(claim({ capacity: "recipient" }));
    expect(answer.status).toBe(400);
    expect(Problem.parse(answer.body).fields).toMatchObject([
      { path: "/capacity", code: "wrong-claimant", rule: "COU-26", says: expect.stringContaining("Sender") },
    ]);
    expect(await demo.items()).toHaveLength(before);
    const complaint = { ...claim({ capacity: "recipient", kind: "complaint" }) };
    const { sentAt: _at, insured: _is, insuredAmount: _sum, ...asked } = complaint;
    expect((await demo.tryFile(asked)).status, "but may complain").toBe(201);
  });

  test("AS-65 the sender phones: the call is on record, and no claim exists until it is in writing", async () => {
    const filed = await demo.file(claim({ source: "phone" }));
    const seen = await company().see(filed);
    expect(stateOf(seen)).toBe("OPEN");
    expect(claimOf(seen).findings[0]).toMatchObject({ code: "not-in-writing", rules: ["COU-26", "COU-27"] });
    expect((await company().tryStep(filed, "check-claim", { exclusion: "none" })).status).toBe(409);
    expect(refused(await assess(filed, { of: "insured", percent: 35 }))[1]).toBe("not-in-writing");
    const written = await company().step(filed, "record-written-claim", letter());
    expect([stateOf(written), written.state.id]).toEqual(["FILED", "CLAIM_RECEIVED"]);
    const again = await company().tryStep(filed, "record-written-claim", letter());
    expect(again.status).toBe(409);
  });

  test("a letter cannot have come later than now", async () => {
    const filed = await demo.file(claim());
    const answer = await company().tryStep(
      filed,
      "record-written-claim",
      letter({ letterArrivedAt: "2027-01-01T00:00:00+08:00" }),
    );
    expect(Problem.parse(answer.body).fields).toMatchObject([{ path: "/letterArrivedAt", rule: "COU-26" }]);
  });

  test("COU-26, COU-27 a check waits for letter and waybill, and says what is missing", async () => {
    const filed = await demo.file(claim());
    await company().step(filed, "record-written-claim", letter());
    await company().sign(filed, "written-claim", "sender");
    await paper(filed, { document: "claim-letter" });
    const answer = await company().tryStep(filed, "check-claim", { exclusion: "none" });
    expect(refused(answer)).toEqual([409, "claim-incomplete", ["COU-27"]]);
    const { documents } = claimOf(await company().see(filed));
    expect(documents.map(({ missing }) => missing)).toEqual([[], ["the document"]]);
  });

  test.each([
    ["force-majeure", "COU-20"],
    ["wrong-address", "COU-23"],
  ])(
    "%s: whoever accepts is refused by %s, and the customer reads the reason with the rule",
    async (exclusion, rule) => {
      const filed = await demo.file(claim());
      await company().step(filed, "record-written-claim", letter());
      await company().sign(filed, "written-claim", "sender");
      await paper(filed, { document: "claim-letter" });
      await paper(filed, { document: "waybill" });
      await company().step(filed, "check-claim", { exclusion });
      const answer = await company().tryStep(filed, "accept-claim", { claimAccepted: true });
      expect(refused(answer)).toEqual([409, "claim-excluded", [rule]]);
      await company().step(filed, "refuse-claim", { refusalReason: "Not our doing." });
      const seen = (await demo.tracking(filed)).claim;
      expect(seen).toMatchObject({
        state: { id: "REFUSED" },
        refusal: { reason: "Not our doing.", grounds: [{ code: "claim-excluded", rules: [rule] }] },
      });
      expect(Object.keys(seen ?? {}).sort()).toEqual(["refusal", "state"]);
    },
  );
});

describe("how much", () => {
  test("AS-66 insured 2,000.00 at 35 % is 700.00, all the way to the end of the case", async () => {
    const filed = await accepted();
    expect(
      refused(
        await company().tryStep(filed, "assess", {
          basis: "ratio-of-insured",
          lossPercent: 35,
          assessedAmount: "700.00",
        }),
      ),
    ).toEqual([409, "not-assessed", ["COU-19", "COU-16"]]);
    const offered = (await company().see(filed)).acts.filter(({ act }) => act === "assessClaim");
    expect(offered.map(({ of, allowed }) => [of, allowed])).toEqual([
      ["insured", true],
      ["indirect-loss", true],
    ]);
    const worked = await assess(filed, { of: "insured", percent: 35 });
    expect(worked.status).toBe(200);
    expect(claimOf(await company().see(filed))).toMatchObject({
      sum: "700.00",
      heads: [{ of: "insured", pays: "700.00" }],
    });
    expect(refused(await assess(filed, { of: "insured", percent: 35 }))[1]).toBe("nothing-to-do");

    expect(offeredIn(await company().see(filed), "assess")).toEqual({ assessedAmount: "700.00" });
    const basis = { basis: "ratio-of-insured", lossPercent: 35 };
    const more = await company().tryStep(filed, "assess", { ...basis, assessedAmount: "700.01" });
    expect(Problem.parse(more.body).fields).toMatchObject([
      { path: "/assessedAmount", rule: "COU-19", says: "by the rules it is 700.00" },
    ]);
    await company().step(filed, "assess", { ...basis, assessedAmount: "700.00" });

    const dispute = (way: string) => company().tryStep(filed, "record-dispute", { disputeAbout: "amount", way });
    expect(refused(await dispute("lawsuit"))).toEqual([409, "rung-too-early", ["COU-32"]]);
    expect((await dispute("negotiation")).status).toBe(200);
    expect((await dispute("complaint")).status).toBe(200);
    expect(claimOf(await company().see(filed)).rungs).toEqual(["Negotiation with the origin company", "Complaint"]);

    const tooMuch = await company().tryStep(filed, "agree", { settledAmount: "700.01", payee: "sender" });
    expect(Problem.parse(tooMuch.body).fields).toMatchObject([
      { path: "/settledAmount", says: "by the rules it is at most 700.00" },
    ]);
    const nobody = await company().tryStep(filed, "agree", { settledAmount: "650.00", payee: "beneficiary" });
    expect(Problem.parse(nobody.body).fields).toMatchObject([{ path: "/payee" }]);
    await company().step(filed, "agree", { settledAmount: "650.00", payee: "sender" });
    const other = await company().tryStep(filed, "pay", { paidOn: "2026-03-16", paidTo: "beneficiary" });
    expect(Problem.parse(other.body).fields).toMatchObject([{ path: "/paidTo", says: "it is paid to: The sender" }]);
    await company().step(filed, "pay", { paidOn: "2026-03-16", paidTo: "sender" });
    const closed = await company().step(filed, "close", {});
    expect([stateOf(closed), closed.state.id]).toEqual(["PAID", "CLOSED"]);

    const seen = await demo.tracking(filed);
    expect(seen.claim).toEqual({ state: { id: "PAID", says: "Paid" }, agreed: "650.00" });
    expect(seen.timeline.some(({ what }) => what === "Compensation worked out")).toBe(false);
  });

  test("AS-66 a total loss is a ratio of 100 %; a repeat under its key changes nothing", async () => {
    const filed = await accepted({ category: "2" });
    const key = { "idempotency-key": "total-loss" };
    const body = { of: "insured", percent: 100 };
    const path = `/cases/${filed.caseId}/claim/assessment`;
    const [first, second] = [await company().post(path, body, key), await company().post(path, body, key)];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(claimOf(await company().see(filed))).toMatchObject({ sum: "2000.00", heads: [{ pays: "2000.00" }] });
    expect(refused(await company().post(path, { of: "insured", percent: 35 }, key))[1]).toBe("key-reused");
  });

  test("AS-67 at most the actual value, and the lost profit is refused with the rule", async () => {
    const filed = await accepted({ insured: false, insuredAmount: undefined, actualValue: "500.00" });
    expect(refused(await assess(filed, { of: "insured", percent: 35 }))).toEqual([400, "bad-fields", ["COU-19"]]);
    await assess(filed, { of: "uninsured", claimed: "3500.00" });
    await assess(filed, { of: "indirect-loss", claimed: "3000.00" });
    const { sum, heads } = claimOf(await company().see(filed));
    expect(sum).toBe("500.00");
    expect(heads).toMatchObject([
      { of: "uninsured", pays: "500.00", refused: "3000.00", rules: ["COU-18"] },
      { of: "indirect-loss", pays: "0.00", refused: "3000.00", rules: ["COU-16"] },
    ]);
    await company().step(filed, "assess", { basis: "actual-value", assessedAmount: "500.00" });
    expect((await company().tryStep(filed, "agree", { settledAmount: "500.01", payee: "sender" })).status).toBe(400);
  });
});

describe("AS-64 the period", () => {
  const answerTo = async (filed: Filed, over: Record<string, unknown> = {}) => {
    await company().step(filed, "record-written-claim", letter(over));
    await company().sign(filed, "written-claim", "sender");
    await paper(filed, { document: "claim-letter" });
    await paper(filed, { document: "waybill" });
    return company().tryStep(filed, "check-claim", { exclusion: "none" });
  };

  test("in time at 23:59 of the last day, refused at 09:00 of the next", async () => {
    const [last, next, kept] = [await demo.file(claim()), await demo.file(claim()), await demo.file(claim())];
    await demo.until("2026-03-20T23:59:00+08:00");
    expect((await answerTo(last)).status).toBe(200);
    await demo.until("2026-03-21T09:00:00+08:00");
    const answer = await answerTo(next);
    expect(refused(answer)).toEqual([409, "beyond-the-period", ["COU-26", "COU-27"]]);
    expect(Problem.parse(answer.body).title).toContain("beyond the period");
    const offered = offeredIn(await company().see(next), "refuse-claim").refusalReason;
    expect(offered).toMatch(/^beyond the period, which ended 20 Mar 2026 24:00/);
    await company().step(next, "refuse-claim", { refusalReason: "Too late." });
    expect((await demo.tracking(next)).claim?.refusal?.grounds).toMatchObject([{ code: "beyond-the-period" }]);
    const came = { letterArrivedAt: "2026-03-20T23:59:00+08:00" };
    expect((await answerTo(kept, came)).status, "recorded on Saturday, come on Friday").toBe(200);
  });

  test("the last day is National Day and moves behind the holiday", async () => {
    const filed = await demo.file(claim({ sentAt: "2025-10-01T10:20:00+08:00" }));
    expect(claimOf(await company().see(filed)).until).toBe(endOf("2026-10-08"));
  });
});
