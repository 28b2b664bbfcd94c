import { afterAll, beforeAll, expect, test } from "vitest";
import { type CaseView, CaseView as View } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { endOf } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:00+08:00", policies: ["company-quality-supervision"] });
});
afterAll(() => demo.close());

const complaint = {
  contact: { name: "He Lan", email: "he@customer.example" },
  category: "2",
  department: "Repair desk",
  description: "Nobody called back for a week.",
};
const plan = {
  corrective: "founded-complaint",
  cause: "The call-back list was not handed over.",
  measure: "The customer was called and the visit made.",
  prevention: "The list is handed over at every change of shift.",
  ownerRole: "departmentHead",
  owner: "Zhou Min",
  due: "2026-11-20",
};
const proposal = {
  sanction: "violation",
  kind: "Criticism",
  subject: "The shift leader of the repair desk",
  basis: "Found in the investigation.",
};

const verified = async (founded: boolean): Promise<Filed> => {
  const filed = await demo.file(complaint);
  await demo.as("complaintBody").step(filed, "verify", { findings: "As described.", founded });
  return filed;
};
const post = (who: string, { caseId }: Filed, path: string, body: unknown) =>
  demo.as(who).post(`/cases/${caseId}/${path}`, body);
const done = async (who: string, filed: Filed, path: string, body: unknown): Promise<CaseView> =>
  View.parse(must(await post(who, filed, path, body), 200).body);
const refused = async (who: string, filed: Filed, path: string, body: unknown = {}) => {
  const { status, body: said } = await post(who, filed, path, body);
  const { code, rules, fields } = Problem.parse(said);
  return { status, code, rules, at: fields?.map(({ path: where }) => where) };
};
const tracked = async (filed: Filed): Promise<void> => {
  const body = demo.as("complaintBody");
  await body.step(filed, "answer", { reply: "We are sorry." });
  await body.step(filed, "solve", { measures: "Visited." });
  await body.step(filed, "track-result", { tracking: "All well.", lesson: "Hand the list over." });
};

test("AS-128 a sanction is proposed and approved by people, and only they know of it; the result is tracked first", async () => {
  const unfounded = await verified(false);
  expect(await refused("complaintBody", unfounded, "sanctions", proposal)).toMatchObject({
    status: 409,
    code: "not-for-this-case",
    rules: ["CQS-01", "CQS-08"],
  });

  const filed = await verified(true);
  expect((await demo.as("complaintBody").see(filed)).sanctions, "none by itself").toEqual([]);
  expect(await refused("committee", filed, "sanctions", proposal)).toMatchObject({
    status: 403,
    code: "not-your-role",
  });
  expect(await refused("complaintBody", filed, "sanctions", { ...proposal, kind: "Dismissal" })).toMatchObject({
    status: 400,
    at: ["/kind"],
  });
  expect(await refused("complaintBody", filed, "sanctions", { ...proposal, sanction: "flogging" })).toMatchObject({
    status: 404,
    code: "unknown-sanction",
  });
  const proposed = await done("complaintBody", filed, "sanctions", proposal);
  expect(proposed.sanctions).toMatchObject([
    { sanction: "violation-1", kind: "Criticism", subject: proposal.subject, rules: ["CQS-01", "CQS-08"] },
  ]);
  expect(proposed.sanctions[0]?.decided).toBeUndefined();

  expect(await refused("complaintBody", filed, "sanctions/violation-1/decision", { approve: true })).toMatchObject({
    status: 403,
    code: "not-your-role",
  });
  expect(await refused("committee", filed, "sanctions/violation-2/decision", { approve: true })).toMatchObject({
    status: 404,
    code: "unknown-sanction",
  });
  const decided = await done("committee", filed, "sanctions/violation-1/decision", { approve: true, remark: "agreed" });
  expect(decided.sanctions[0]?.decided).toMatchObject({ approved: true, remark: "agreed" });
  expect(await refused("committee", filed, "sanctions/violation-1/decision", { approve: false })).toMatchObject({
    status: 409,
    code: "already-decided",
  });

  const word = /violation|shift leader|Criticism|批评|Sanction (proposed|approved)|处理建议/;
  const outside = await demo.as("management").see(filed);
  expect(outside.sanctions).toEqual([]);
  expect(JSON.stringify(outside)).not.toMatch(word);
  expect(JSON.stringify(await demo.tracking(filed))).not.toMatch(/sanction/i);
  expect(JSON.stringify(await demo.tracking(filed))).not.toMatch(word);
  expect(JSON.stringify(await demo.tracking(filed, "zh-CN"))).not.toMatch(word);
  const page = await demo.ask("GET", `/${demo.org}/case/${filed.caseId}/${filed.trackingToken}`);
  expect([page.status, word.test(page.text)]).toEqual([200, false]);
  await demo.pass("2 minutes");
  for (const mail of await demo.mails({ about: filed })) expect(await demo.source(mail)).not.toMatch(word);

  expect(await refused("complaintBody", filed, "steps/close")).toMatchObject({ status: 409, code: "wrong-state" });
});

test("a founded complaint closes once its lesson was drawn by one side and verified by another (CQS-06, PSI-09)", async () => {
  const filed = await verified(true);
  const owed = (await demo.as("monitoring").see(filed)).actions;
  expect(owed).toMatchObject([
    { corrective: "founded-complaint", state: "OPEN", blocks: ["close"], waitsFor: ["Head of department"] },
  ]);
  expect(owed[0]?.action).toBeUndefined();
  await tracked(filed);
  expect(await refused("complaintBody", filed, "steps/close")).toEqual({
    status: 409,
    code: "action-missing",
    rules: ["CQS-06"],
  });

  expect(await refused("monitoring", filed, "actions", plan)).toMatchObject({ status: 403, code: "not-your-role" });
  expect(await refused("departmentHead", filed, "actions", { corrective: "founded-complaint" })).toMatchObject({
    status: 400,
    at: ["/cause", "/measure", "/prevention", "/ownerRole", "/owner", "/due"],
  });
  for (const wrong of [{ due: "2026-11-01" }, { due: "2026-02-30" }]) {
    expect(await refused("departmentHead", filed, "actions", { ...plan, ...wrong })).toMatchObject({ at: ["/due"] });
  }
  expect(
    await refused("departmentHead", filed, "actions", { ...plan, ownerRole: "complaintBody" }),
    "nobody would be left to verify",
  ).toMatchObject({ status: 400, at: ["/ownerRole"] });
  expect(
    await refused("departmentHead", filed, "actions", { ...plan, corrective: "monitoring-finding" }),
  ).toMatchObject({ status: 404, code: "unknown-action" });

  const planned = await done("departmentHead", filed, "actions", plan);
  expect(planned.actions).toMatchObject([
    {
      action: "founded-complaint-1",
      state: "PLANNED",
      due: endOf("2026-11-20"),
      promise: "RUNNING",
      owner: { role: "departmentHead", person: "Zhou Min", title: "Head of department" },
    },
  ]);
  const path = "actions/founded-complaint-1";
  expect(await refused("complaintBody", filed, "steps/close")).toMatchObject({ code: "action-unverified" });
  expect(
    await refused("complaintBody", filed, `${path}/verification`, { effective: true, finding: "x" }),
  ).toMatchObject({ status: 409, code: "nothing-to-do" });
  await done("departmentHead", filed, `${path}/done`, { result: "Handed over since Monday." });
  expect(
    await refused("departmentHead", filed, `${path}/verification`, { effective: true, finding: "x" }),
  ).toMatchObject({ status: 403, code: "not-your-role" });
  expect(await refused("complaintBody", filed, "steps/close")).toMatchObject({ code: "action-unverified" });

  const back = await done("complaintBody", filed, `${path}/verification`, {
    effective: false,
    finding: "Not at night.",
  });
  expect(back.actions).toMatchObject([{ state: "REOPENED", waitsFor: ["Head of department"] }]);
  await done("departmentHead", filed, `${path}/done`, { result: "At night too." });
  const well = await done("complaintBody", filed, `${path}/verification`, {
    effective: true,
    finding: "Twice checked.",
  });
  expect(well.actions).toMatchObject([{ state: "VERIFIED", waitsFor: [], promise: "MET", blocks: [] }]);
  await demo.as("complaintBody").step(filed, "close");

  await demo.pass("2 minutes");
  const letters = (await demo.mails({ about: filed })).map(({ to, subject }) => `${to[0]?.split("@")[0]}: ${subject}`);
  const about = (words: string) => letters.filter((line) => line.includes(words)).map((line) => line.split(":")[0]);
  expect(about("Action for you")).toEqual(["departmenthead"]);
  expect(about("Action to verify")).toEqual(["complaintbody", "complaintbody"]);
  expect(about("Action sent back")).toEqual(["departmenthead"]);
  expect(JSON.stringify(await demo.tracking(filed))).not.toContain("Zhou Min");
});

test("the owner is reminded before the due of an action, and all who are concerned are told when it passes", async () => {
  const filed = await verified(true);
  await done("departmentHead", filed, "actions", plan); // due Friday 20 November
  const told = async () =>
    (await demo.mails({ about: filed }))
      .filter(({ subject }) => /(Reminder|Overdue): Lessons/.test(subject))
      .map(({ to, subject }) => `${to[0]?.split("@")[0]} ${/Reminder|Overdue/.exec(subject)?.[0]}`);
  await demo.until("2026-11-19T09:01+08:00");
  expect(await told()).toEqual(["departmenthead Reminder"]);
  await demo.until("2026-11-21T00:02+08:00");
  expect((await told()).sort()).toEqual(["complaintbody Overdue", "departmenthead Overdue", "departmenthead Reminder"]);
  const seen = await demo.as("monitoring").see(filed);
  expect(seen.actions).toMatchObject([{ state: "PLANNED", promise: "BREACHED" }]);
  expect(seen.timeline.filter(({ what }) => what === "Action overdue")).toHaveLength(1);
});
