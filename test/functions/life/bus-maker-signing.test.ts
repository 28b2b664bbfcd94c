import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { busFault } from "../../fixtures/customer-sends.ts";
import { must, told } from "../../stack/call.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:00+08:00", policies: ["bus-maker-after-sales"] });
});
afterAll(() => demo.close());

test("AS-19 a signature from before the end of the service is refused, one from after it holds, and what is signed stays", async () => {
  const filed = await demo.file(busFault);
  const [marketing, staff] = [demo.as("marketing"), demo.as("serviceStaff")];
  await marketing.step(filed, "triage", { fault: "body", distanceKm: 60 });
  await marketing.step(filed, "issue-order", { staffCount: 1, staff: "Shen" });
  await demo.until("2026-11-02T13:00+08:00");
  await staff.step(filed, "arrive");
  const signature = { signoff: "user-signature", by: "user", name: "Gao Yuan", method: "drawn" };
  const sign = (over: object = {}, headers?: Record<string, string>) =>
    staff.post(`/cases/${filed.caseId}/signatures`, { ...signature, ...over }, headers);

  expect(told(await sign()), "BUS-13: the service has not even ended").toEqual([409, "signature-before-service"]);
  await demo.until("2026-11-02T14:30+08:00");
  await staff.step(filed, "finish-service", { handling: "Hinge replaced", agreed: "agreed", change: "none" });
  await demo.until("2026-11-02T14:40+08:00");
  const unsigned = await staff.tryStep(filed, "sign-off", { userSuggestion: "Check the other doors" });
  expect(told(unsigned)).toEqual([409, "signature-missing"]);
  expect(Problem.parse(unsigned.body)).toMatchObject({ rules: ["BUS-12", "BUS-13", "BUS-14"] });
  expect(Problem.parse(unsigned.body).title).toContain("User");

  expect(told(await sign({ signedAt: "2026-11-02T14:05:00+08:00" }))).toEqual([409, "signature-before-service"]);
  expect(told(await sign({ signedAt: "2026-11-02T14:41:00+08:00" })), "not yet").toEqual([400, "bad-fields"]);
  expect(told(await sign({ method: "stamp" })), "a stamp is shown").toEqual([400, "bad-fields"]);
  expect(told(await sign({ by: "leader" }))).toEqual([400, "bad-fields"]);
  const once = { "idempotency-key": "user-signs" };
  const view = CaseView.parse(must(await sign({ signedAt: "2026-11-02T14:35:00+08:00" }, once), 200).body);
  expect(view.signoffs.find(({ signoff }) => signoff === "user-signature")).toMatchObject({
    state: "signed",
    signatures: [{ name: "Gao Yuan", method: "drawn", signedAt: "2026-11-02T14:35:00+08:00" }],
  });
  must(await sign({ signedAt: "2026-11-02T14:35:00+08:00" }, once), 200);
  must(await sign(), 200);
  expect(told(await sign({ name: "Somebody else" }))).toEqual([409, "already-signed"]);
  const signed = await staff.step(filed, "sign-off", { userSuggestion: "Check the other doors" });
  expect(signed.state.id).toBe("SIGNED_OFF");
  expect(signed.timeline.filter(({ what }) => what === "Signed")).toHaveLength(1);

  const correct = (place: number | undefined, field: string) =>
    staff.post(`/cases/${filed.caseId}/corrections`, { place, field, value: "All is well", reason: "nicer" });
  const placeOf = (word: string) =>
    signed.timeline.find(({ detail }) => detail.some((line) => line.includes(word)))?.place;
  expect(told(await correct(placeOf("Check the other doors"), "userSuggestion"))).toEqual([403, "signed"]);
  expect(told(await correct(placeOf("Hinge replaced"), "handling"))).toEqual([403, "signed"]);
  const after = await staff.see(filed);
  expect(after.timeline.filter(({ what }) => what === "Refused attempt").map(({ detail }) => detail)).toEqual([
    ["sign: signature-before-service"],
    ["sign: signature-before-service"],
    ["correct: signed"],
    ["correct: signed"],
  ]);
  expect(JSON.stringify(after.timeline)).not.toContain("All is well");
  const own = await demo.tracking(filed);
  expect(own.timeline.find(({ what }) => what === "Signed")?.detail.join()).toContain("Gao Yuan");
});

test("an answer that nobody has signed is put right with a reason; before and after stay, and the facts follow", async () => {
  const filed = await demo.file(busFault);
  const marketing = demo.as("marketing");
  const view = await marketing.step(filed, "triage", { fault: "body", distanceKm: 60 });
  const place = view.timeline.find(({ mayCorrect = [] }) => mayCorrect.some(({ id }) => id === "distanceKm"))?.place;
  const correct = (who: string, over: object = {}) =>
    demo.as(who).post(`/cases/${filed.caseId}/corrections`, {
      place,
      field: "distanceKm",
      value: 120,
      reason: "measured",
      ...over,
    });
  expect(told(await correct("storekeeper"))).toEqual([403, "not-your-role"]);
  expect(told(await correct("marketing", { value: "far" }))).toEqual([400, "bad-fields"]);
  expect(told(await correct("marketing", { place: 0, field: "constructor" }))).toEqual([404, "nothing-to-correct"]);
  expect(told(await correct("marketing", { place: 9999 }))).toEqual([404, "nothing-to-correct"]);
  const right = CaseView.parse(must(await correct("marketing"), 200).body);
  expect(right.facts).toMatchObject({ distanceKm: 120 });
  expect(right.timeline.at(-1)?.detail.slice(1)).toEqual([expect.stringMatching(/60.* → 120/), "measured"]);
  must(await correct("marketing"), 200);
  expect((await marketing.see(filed)).timeline).toHaveLength(right.timeline.length);
});
