import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { type Answer, must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { complaint, negotiated } from "./complaint-form.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-07-06T09:00+08:00", policies: ["customer-complaint-form"] });
});
afterAll(() => demo.close());

const problem = (answer: Answer, status: number) => Problem.parse(must(answer, status).body);
const office = () => demo.as("productionGroup");
const opinion = { founded: "founded", compositeOpinion: "It is our fault." };

/** A complaint on which an amount is proposed. */
const proposed = async (amountProposed: string): Promise<Filed> => {
  const filed = await demo.file(complaint);
  await negotiated(demo, filed);
  await office().step(filed, "compose-opinion", { ...opinion, amountProposed });
  return filed;
};
const decision = (approvedAmount: string) => ({ decision: "As proposed.", settlement: "compensation", approvedAmount });
const MANAGERS = ["businessManager", "deputyGeneralManager", "generalManager"];

describe("AS-44 who decides on an amount (CCF-21)", () => {
  test.each([
    { amount: "5000.00", right: "businessManager", named: "Business manager", why: "up to 5,000.00" },
    { amount: "5000.01", right: "deputyGeneralManager", named: "Deputy general manager", why: "a cent over" },
    { amount: "50000.01", right: "generalManager", named: "General manager", why: "a cent over 50,000.00" },
  ])("$amount is for the $right, $why; anybody else is told so", async ({ amount, right, named }) => {
    const filed = await proposed(amount);
    for (const wrong of MANAGERS.filter((one) => one !== right)) {
      const refused = problem(await demo.as(wrong).tryStep(filed, "approve", decision(amount)), 403);
      expect([refused.code, refused.rules]).toEqual(["beyond-authority", ["CCF-21", "CCF-29"]]);
      expect(refused.title.toLowerCase()).toContain(named.toLowerCase());
    }
    expect((await demo.as(right).step(filed, "approve", decision(amount))).state.id).toBe("APPROVED");
  });

  test("what is approved beyond what was proposed counts, and so does the larger proposal", async () => {
    const filed = await proposed("5000.00");
    const manager = demo.as("businessManager");
    expect(problem(await manager.tryStep(filed, "approve", decision("5000.01")), 403).code).toBe("beyond-authority");
    const dear = await proposed("5000.01");
    expect(problem(await manager.tryStep(dear, "approve", decision("1.00")), 403).code).toBe("beyond-authority");
  });

  test.each(["5,000.00", "5000", "-5.00", "5000.001", 5000])("an amount %s is no amount", async (approvedAmount) => {
    const filed = await proposed("1.00");
    const sent = { ...decision("1.00"), approvedAmount };
    const refused = problem(await demo.as("businessManager").tryStep(filed, "approve", sent), 400);
    expect(refused.fields?.map(({ path }) => path)).toEqual(["/approvedAmount"]);
  });
});

describe("AS-44 promises before the decision (CCF-29)", () => {
  const promise = (who: string, { caseId }: Filed, amount: string) =>
    demo.as(who).post(`/cases/${caseId}/promises`, { amount, said: "You will get it." });

  test("a salesperson's 8,000.00 is refused, names who may, and leaves a trace that no customer sees", async () => {
    const filed = await demo.file(complaint);
    const refused = problem(await promise("business", filed, "8000.00"), 403);
    expect([refused.code, refused.rules]).toEqual(["beyond-authority", ["CCF-21", "CCF-29"]]);
    expect(refused.title).toContain("Deputy general manager");
    const seen = await demo.as("business").see(filed);
    expect(seen.promises).toEqual([]);
    expect(seen.timeline.at(-1)).toMatchObject({
      what: "Refused attempt",
      detail: ["makePromise: beyond-authority"],
    });
    expect(JSON.stringify(await demo.tracking(filed))).not.toContain("makePromise");
  });

  test.each([
    { who: "business", amount: "0.01", status: 403, why: "who may decide on nothing may promise nothing" },
    { who: "businessManager", amount: "5000.00", status: 200, why: "within one's authority" },
    { who: "businessManager", amount: "5000.01", status: 403, why: "a cent beyond it" },
    { who: "deputyGeneralManager", amount: "300.00", status: 200, why: "whoever may more may less" },
    { who: "generalManager", amount: "900000.00", status: 200, why: "without a limit" },
  ])("$who promises $amount: $why", async ({ who, amount, status }) => {
    const filed = await demo.file(complaint);
    const answer = must(await promise(who, filed, amount), status);
    const kept = (await demo.as(who).see(filed)).promises.map((one) => one.amount);
    expect(kept).toEqual(answer.status === 200 ? [amount] : []);
  });

  test("after the decision anybody may tell the customer what was decided, and not a cent more", async () => {
    const filed = await proposed("800.00");
    await demo.as("businessManager").step(filed, "approve", decision("800.00"));
    must(await promise("business", filed, "800.00"), 200);
    expect(problem(await promise("business", filed, "800.01"), 403).code).toBe("beyond-authority");
  });
});

describe("liability of a case", () => {
  const judge = (filed: Filed, body: unknown, who = "productionGroup") =>
    demo.as(who).post(`/cases/${filed.caseId}/liability`, body);
  const shares = (...percents: readonly number[]) =>
    percents.map((percent, at) => ({ department: `Shop ${at + 1}`, percent }));
  const answers = { classOfCause: "quality", ownQuality: "yes", thirdParty: "no" };

  test("AS-48 the shares of the departments add up to exactly 100 %", async () => {
    const filed = await demo.file(complaint);
    const refused = problem(await judge(filed, { class: "own-quality", shares: shares(70, 29.99) }), 400);
    expect(refused.fields).toMatchObject([{ path: "/shares", code: "sum", rule: "CCF-28" }]);
    expect(refused.fields?.[0]?.says).toContain("99.99 %");
    const settled = await judge(filed, { answers, class: "own-quality", shares: shares(33.33, 33.33, 33.34) });
    const seen = CaseView.parse(must(settled, 200).body);
    expect(seen.liability).toMatchObject({ settled: true, tracked: true, class: { value: "own-quality" }, open: [] });
    expect(seen.facts.liability).toBe("own-quality");
  });

  test.each([
    { why: "a class that there is not", body: { class: "fate" }, path: "/class" },
    { why: "an answer that there is not", body: { answers: { ownQuality: "perhaps" } }, path: "/answers/ownQuality" },
    { why: "a question that there is not", body: { answers: { weather: "yes" } }, path: "/answers/weather" },
    { why: "a department twice", body: { shares: [...shares(50), ...shares(50)] }, path: "/shares/1/department" },
    { why: "more than two decimals", body: { shares: shares(33.333, 66.667) }, path: "/shares/0/percent" },
    { why: "nobody's share", body: { shares: shares(0, 100) }, path: "/shares/0/percent" },
  ])("$why is refused and changes nothing", async ({ body, path }) => {
    const filed = await demo.file(complaint);
    expect(problem(await judge(filed, body), 400).fields?.map((field) => field.path)).toEqual([path]);
    expect((await office().see(filed)).liability).toMatchObject({ answers: [], shares: [], settled: false });
  });

  test("is for those who decide on it, and never seen by the customer (CCF-31)", async () => {
    const filed = await demo.file(complaint);
    const refused = problem(await judge(filed, { class: "own-quality" }, "business"), 403);
    expect(refused.code).toBe("not-your-role");
    must(await judge(filed, { answers, class: "human-negligence", shares: shares(100) }), 200);
    await demo.pass("2 minutes");
    const letters = await demo.mails({ to: complaint.contact.email, about: filed });
    expect(letters.length).toBeGreaterThan(0);
    const sources = await Promise.all(letters.map((letter) => demo.source(letter)));
    const told = [JSON.stringify(await demo.tracking(filed)), ...sources].join();
    for (const secret of ["negligence", "Shop 1", "human-negligence"]) expect(told).not.toContain(secret);
  });

  test("AS-50 human negligence is decided like any other class, and its improvement is not tracked", async () => {
    const filed = await demo.file(complaint);
    const seen = await judge(filed, { answers, class: "human-negligence", shares: shares(100) });
    expect(CaseView.parse(must(seen, 200).body).liability).toMatchObject({ settled: true, tracked: false });
  });
});

describe("AS-47 a quantity that is not known yet (CCF-14)", () => {
  const returning = { ...complaint, demand: "return" };

  test("an empty return quantity is refused, and the placeholder is taken as the demand", async () => {
    const refused = Problem.parse((await demo.tryFile(returning)).body);
    expect(refused.fields?.map(({ path, code }) => [path, code])).toEqual([["/returnQuantity", "required"]]);
    const filed = await demo.file({ ...complaint, demand: "undetermined" });
    const tracked = await demo.tracking(filed, "zh-CN");
    expect(tracked.answers.find(({ id }) => id === "demand")?.value).toBe("客户加工中未确定");
  });

  test("nothing is settled by a return before a number is entered, and its slip is approved for that number alone", async () => {
    const filed = await demo.file({ ...returning, returnQuantity: 12 });
    await negotiated(demo, filed);
    await office().step(filed, "compose-opinion", { ...opinion, amountProposed: "0.00" });
    const back = { decision: "They come back.", settlement: "return" };
    const manager = demo.as("businessManager");
    const early = problem(await manager.tryStep(filed, "approve", back), 400);
    expect(early.fields?.map(({ path, code }) => [path, code])).toEqual([["/approvedReturnQuantity", "required"]]);
    await manager.step(filed, "approve", { ...back, approvedReturnQuantity: 12 });
    const business = demo.as("business");
    await business.step(filed, "answer-customer", { answer: "Send them back.", answerChannel: "letter" });
    await business.step(filed, "customer-accepts");
    const say = (verdict: string) =>
      manager.post(`/cases/${filed.caseId}/approvals`, { approval: "return-slip", verdict });
    expect(problem(await say("approve"), 409).code).toBe("not-ready");
    const slip = { returnReason: "Stripped threads", returnHandling: "Return", returnBasis: "Form", slipQuantity: 12 };
    await business.step(filed, "issue-return-slip", slip);
    const counted = { actualReturnQuantity: 12, agreesWithSlip: "agrees" };
    const store = demo.as("finishedGoods");
    const refused = problem(await store.tryStep(filed, "receive-return", counted), 409);
    expect([refused.code, refused.rules]).toEqual(["approval-missing", ["CCF-41"]]);
    expect(refused.title).toMatch(/business manager/i);
    must(await say("approve"), 200);

    await business.step(filed, "confirm-quantity", { demand: "return", returnQuantity: 13 });
    expect(problem(await store.tryStep(filed, "receive-return", counted), 409).code, "another quantity").toBe(
      "approval-missing",
    );
    must(await say("approve"), 200);
    await store.step(filed, "receive-return", counted);
  });
});
