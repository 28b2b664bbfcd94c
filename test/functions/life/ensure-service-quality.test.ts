import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { must } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:00+08:00", policies: ["ensure-service-quality"] });
});
afterAll(() => demo.close());

const complaint = {
  contact: { name: "Ma Jun", email: "ma@customer.example" },
  category: "3",
  description: "The wrong form was sent twice.",
};

test("AS-128 the case closes only when its result is tracked; what is proposed for people is decided by people", async () => {
  const filed = await demo.file(complaint);
  const department = demo.as("department");
  const handled = await department.step(filed, "handle", { result: "The right form was sent.", founded: true });
  expect(handled.sanctions, "a founded complaint brings none by itself").toEqual([]);
  const path = `/cases/${filed.caseId}`;
  const proposal = { sanction: "reward", kind: "表彰", subject: "Team two", basis: "Put right within the hour." };
  const proposed = CaseView.parse(must(await department.post(`${path}/sanctions`, proposal), 200).body);
  expect(proposed.sanctions).toMatchObject([{ sanction: "reward-1", kind: "Commendation", rules: ["ESQ-08"] }]);
  expect((await demo.as("team").see(filed)).sanctions, "the rest of the house does not see it").toEqual([]);
  const own = await department.post(`${path}/sanctions/reward-1/decision`, { approve: true });
  expect([own.status, Problem.parse(own.body).code]).toEqual([403, "not-your-role"]);
  must(await demo.as("management").post(`${path}/sanctions/reward-1/decision`, { approve: true }), 200);
  expect(JSON.stringify(await demo.tracking(filed))).not.toMatch(/Team two|Commendation|表彰/);

  const early = await department.tryStep(filed, "close");
  expect([early.status, Problem.parse(early.body).code]).toEqual([409, "wrong-state"]);
  await department.step(filed, "track-result", { tracking: "The client confirmed it." });
  await department.step(filed, "close");
});

test("help for poor performance is a training that nobody has to verify (ESQ-08)", async () => {
  const filed = await demo.file(complaint);
  const department = demo.as("department");
  const handled = await department.step(filed, "handle", { result: "Sent.", founded: true });
  expect(handled.actions).toMatchObject([{ corrective: "help-for-poor-performance", what: "training", state: "OPEN" }]);
  const path = `/cases/${filed.caseId}/actions`;
  const training = { measure: "Team two, reading orders", ownerRole: "team", owner: "Lu Yan", due: "2026-11-13" };
  must(await department.post(path, { corrective: "help-for-poor-performance", ...training }), 200);
  const done = await demo
    .as("team")
    .post(`${path}/help-for-poor-performance-1/done`, { result: "Two hours, four people." });
  expect(CaseView.parse(must(done, 200).body).actions).toMatchObject([
    { state: "DONE", waitsFor: [], promise: "MET", measure: "Team two, reading orders" },
  ]);
});
