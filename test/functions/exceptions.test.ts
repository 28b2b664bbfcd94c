import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseView } from "../../shared/api/case-view.ts";
import { Problem } from "../../shared/api/problem.ts";
import { tableOrgs } from "../../shared/aws/orgs.ts";
import compiled from "../../shared/policies/compiled/door-factory-after-sales.json" with { type: "json" };
import { PUBLICATION } from "../fixtures/worlds.ts";
import { must } from "../stack/call.ts";
import { clockOf } from "../stack/moments.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
  await publishExcusing();
});
afterAll(() => demo.close());

const title = { "zh-CN": "按承诺答复", en: "Plan as promised" };
const from = "2026-03-10T09:30:00+08:00";

/** The door factory's regulation, whose plan may be excused for a festival, by the operations director. */
const publishExcusing = async (): Promise<void> => {
  const orgs = tableOrgs(demo.demo.client, demo.demo.table);
  const org = (await orgs.org(demo.org)) ?? expect.unreachable("the demo company is there");
  const promise = {
    id: "promised-plan",
    title,
    rules: ["DFA-03"],
    start: "planExcused",
    stop: "planReplied",
    until: "promisedPlan",
    grade: "binding",
    examples: [{ why: "a promise", from, facts: { promisedPlan: from } }],
  };
  const source = {
    ...compiled,
    version: 2,
    effectiveFrom: "2026-03-10",
    facts: [
      ...("facts" in compiled ? (compiled.facts as object[]) : []),
      { id: "promisedPlan", type: "moment", label: title },
    ], // absent or a list of objects
    events: [...("events" in compiled ? (compiled.events as object[]) : []), { id: "planExcused", title }], // likewise
    clocks: [...compiled.clocks, promise],
    exceptions: [
      {
        clock: "plan",
        rules: ["DFA-03"],
        reasons: [{ value: "FESTIVAL", label: { "zh-CN": "逢年过节", en: "a festival" } }],
        approver: "operationsDirector",
        promise: "promised-plan",
      },
    ],
    notifications: [{ on: "clockBreached", clocks: ["promised-plan"], to: ["afterSales"], template: "breach" }],
  };
  const ref = { id: compiled.id, version: 2, hash: createHash("sha256").update(JSON.stringify(source)).digest("hex") };
  expect(await orgs.publish(org.id, ref, source, PUBLICATION)).toBe("published");
  await orgs.putOrg({ ...org, policies: [{ ref, effectiveFrom: "2026-03-10" }, ...org.policies] });
};

const wanted = { clock: "plan", reason: "FESTIVAL", promised: "2026-03-20T12:00:00+08:00", remark: "展会期间" };

test("an exception is recorded, decided once, told to the customer, and its promise is kept count of", async () => {
  const filed = await demo.file();
  const [clerk, director] = [demo.as("clerk"), demo.as("director")];
  const at = `/cases/${filed.caseId}/exceptions`;
  const code = async (answer: ReturnType<typeof clerk.post>, status: number) =>
    Problem.parse(must(await answer, status).body).code;
  expect((await clerk.see(filed)).mayExcuse).toMatchObject([{ clock: "plan", reasons: [{ value: "FESTIVAL" }] }]);

  expect(await code(clerk.post(at, { ...wanted, clock: "execution" }), 404)).toBe("not-excusable");
  expect(await code(clerk.post(at, { ...wanted, reason: "RAIN" }), 400)).toBe("bad-fields");
  expect(await code(clerk.post(at, { ...wanted, promised: "soon" }), 400)).toBe("bad-fields");
  expect(await code(clerk.post(at, { ...wanted, more: 1 }), 400)).toBe("bad-fields");
  expect(await code(clerk.post(at, wanted, { "if-match": '"99"' }), 412)).toBe("overtaken");

  const key = { "idempotency-key": "k-1" };
  const first = CaseView.parse(must(await clerk.post(at, wanted, key), 200).body);
  expect(CaseView.parse(must(await clerk.post(at, wanted, key), 200).body).version).toBe(first.version);
  expect(first.exceptions).toMatchObject([{ id: "plan-1", reason: { value: "FESTIVAL" }, mayDecide: false }]);
  expect(await code(clerk.post(at, wanted), 409)).toBe("exception-pending");
  expect(await code(clerk.post(`${at}/plan-1/decision`, { approve: true }), 403)).toBe("not-your-role");
  expect(await code(director.post(`${at}/plan-2/decision`, { approve: true }), 404)).toBe("unknown-exception");

  const decided = CaseView.parse(must(await director.post(`${at}/plan-1/decision`, { approve: true }), 200).body);
  expect(decided.exceptions).toMatchObject([{ decision: { approved: true } }]);
  expect(await code(director.post(`${at}/plan-1/decision`, { approve: false }), 409)).toBe("already-decided");

  const told = await demo.tracking(filed);
  expect(clockOf(told, "plan").state).toBe("EXCUSED");
  expect(clockOf(told, "promised-plan")).toMatchObject({ state: "RUNNING", due: wanted.promised });
  expect(JSON.stringify(told)).not.toMatch(/展会期间|FESTIVAL|逢年过节|a festival/);

  await demo.until("2026-03-20T12:05+08:00");
  const late = await clerk.see(filed);
  expect(clockOf(late, "promised-plan")).toMatchObject({ state: "BREACHED", onTime: false });
  expect(clockOf(late, "plan")).toMatchObject({ state: "EXCUSED" });
  expect(late.mails.filter(({ template }) => template === "breach")).toMatchObject([
    { to: expect.stringMatching(/After-sales|售后/) },
  ]);
});
