import { afterAll, beforeAll, expect, test } from "vitest";
import { FileReply } from "../../../shared/api/bodies.ts";
import { must, told } from "../../stack/call.ts";
import { type Filed, plainComplaint } from "../../stack/customer.ts";
import { clockOf } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";
import { complaint, negotiated } from "../life/complaint-form.ts";

/** The separation rules of §3.8 that concern cases, asked of people who hold the roles of both sides. */
const FORM = "customer-complaint-form";
const SUPERVISION = "company-quality-supervision";
const DOORS = "door-factory-after-sales";
const person = (sub: string, ...roles: string[]) => ({
  sub,
  name: `${sub} of Riverside`,
  groups: roles.map((role) => `demo-doors:${role}`),
});

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({
    at: "2026-07-06T09:00+08:00",
    policies: [FORM, SUPERVISION, DOORS],
    people: [
      person("headWhoVerifies", "departmentHead", "complaintBody"),
      person("directorAtTheDesk", "afterSales", "operationsDirector"),
    ],
  });
});
afterAll(() => demo.close());

const filedBy = async (policy: string, body: Record<string, unknown>): Promise<Filed> =>
  FileReply.parse(must(await demo.ask("POST", `/v1/${demo.org}/cases?policy=${policy}`, { body }), 201).body);

test("PSI-09 nobody of the responsible department verifies its action, whatever other role they hold", async () => {
  const filed = await filedBy(SUPERVISION, {
    contact: { name: "He Lan", email: "he@customer.example" },
    category: "2",
    department: "Repair desk",
    description: "Nobody called back for a week.",
  });
  await demo.as("complaintBody").step(filed, "verify", { findings: "As described.", founded: true });
  const head = demo.as("departmentHead");
  await head.act(filed, "actions", {
    corrective: "founded-complaint",
    cause: "The list was not handed over.",
    measure: "The customer was called.",
    prevention: "It is handed over at every shift.",
    ownerRole: "departmentHead",
    owner: "Zhou Min",
    due: "2026-07-20",
  });
  await head.act(filed, "actions/founded-complaint-1/done", { result: "Handed over since Monday." });
  const verify = (who: string) =>
    demo.as(who).tryAct(filed, "actions/founded-complaint-1/verification", { effective: true, finding: "Checked." });
  const offered = async (who: string) =>
    (await demo.as(who).see(filed)).acts.find(({ act }) => act === "verifyAction")?.allowed;

  expect(await offered("headWhoVerifies")).toBe(false);
  expect(told(await verify("headWhoVerifies"))).toEqual([403, "same-side"]);
  const seen = await demo.as("complaintBody").see(filed);
  expect(seen.actions).toMatchObject([{ state: "DONE" }]);
  expect(JSON.stringify(seen.timeline), "the attempt is on record").toContain("headWhoVerifies");
  expect(await offered("complaintBody")).toBe(true);
  must(await verify("complaintBody"), 200);
});

test("DFA-04 whoever asked for an extension does not approve it, though they hold both roles", async () => {
  const filed = await filedBy(DOORS, plainComplaint());
  const both = demo.as("directorAtTheDesk");
  const day = { clock: "plan", newDue: "2026-07-20", reason: "The mould is being repaired." };
  must(await both.askExtension(filed, day), 200);
  const due = clockOf(await demo.tracking(filed), "plan").due;
  const seen = async (who: string) => (await demo.as(who).see(filed)).extensions[0];
  expect((await seen("directorAtTheDesk"))?.mayDecide).toBe(false);
  expect(told(await both.decide(filed, "plan-1", { approve: true }))).toEqual([403, "same-side"]);
  expect(told(await both.decide(filed, "plan-1", { approve: false })), "nor refuse it").toEqual([403, "same-side"]);
  expect(clockOf(await demo.tracking(filed), "plan").due, "DFA-07 nothing has moved").toBe(due);

  expect((await seen("operationsDirector"))?.mayDecide).toBe(true);
  must(await demo.as("operationsDirector").decide(filed, "plan-1", { approve: true }), 200);
  expect(clockOf(await demo.tracking(filed), "plan").due).not.toBe(due);
});

test("DFA-04 a director who also works at the desk approves what a colleague asked for", async () => {
  const filed = await filedBy(DOORS, plainComplaint());
  const day = { clock: "plan", newDue: "2026-07-20", reason: "The mould is being repaired." };
  must(await demo.as("afterSalesManager").askExtension(filed, day), 200);
  must(await demo.as("directorAtTheDesk").decide(filed, "plan-1", { approve: true }), 200);
});

test("CCF-31 whoever filed reads neither liability nor sanctions nor the internal form, by any way in", async () => {
  const filed = await filedBy(FORM, complaint);
  await negotiated(demo, filed);
  const judgement = { liability: "human-negligence", unitOfOrigin: "SECRET-shop", lossAmount: "987.65" };
  const judged = { ...judgement, penaltyProposed: "SECRET-reprimand" };
  await demo.as("productionGroup").step(filed, "set-liability", judged);
  const kind = "discipline by the company's own principles";
  const proposal = { sanction: "discipline", kind, subject: "SECRET-worker", basis: "SECRET-basis" };
  await demo.as("productionGroup").act(filed, "sanctions", proposal);
  await demo.as("generalManager").act(filed, "sanctions/discipline-1/decision", { approve: true });
  await demo.pass("2 minutes");

  const { trackingToken: token, caseId } = filed;
  const own = `/v1/${demo.org}/cases/${caseId}`;
  const form = await demo.ask("GET", `${own}/tracking/forms/complaint-form`, { token });
  expect(told(form)).toEqual([403, "internal-form"]);
  for (const path of ["", "/forms/complaint-form", "/audit", "/keeping"]) {
    expect((await demo.ask("GET", `${own}${path}`, { token })).status, path).toBe(401);
  }
  const letters = await demo.mails({ to: complaint.contact.email, about: filed });
  expect(letters.length).toBeGreaterThan(0);
  const theirs = [
    form.text,
    JSON.stringify([await demo.tracking(filed), await demo.tracking(filed, "zh-CN")]),
    must(await demo.ask("GET", `/${demo.org}/case/${caseId}/${token}`), 200).text,
    ...(await Promise.all(letters.map((letter) => demo.source(letter)))),
  ].join();
  // the regulation's assumptions, which anybody may read, speak of discipline; of this case they know nothing
  expect(theirs.match(/.{0,60}(?:SECRET|987\.65|negligence|own principles).{0,60}/gi) ?? []).toEqual([]);
  const inside = JSON.stringify(await demo.as("generalManager").see(filed));
  for (const secret of ["SECRET-shop", "SECRET-reprimand", "SECRET-worker", "987.65"]) expect(inside).toContain(secret);
});
