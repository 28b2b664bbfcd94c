import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaseList } from "../../../shared/api/list-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { tableOrgs } from "../../../shared/aws/orgs.ts";
import { peelingParts } from "../../fixtures/customer-sends.ts";
import { must } from "../../stack/call.ts";
import { clockOf, endOf, officeTime } from "../../stack/moments.ts";
import { openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T08:00+08:00", policies: ["customer-complaint-form"] });
});
afterAll(() => demo.close());

type Known = { readonly caseId: string };
const form = (over: Record<string, unknown> = {}) => ({ ...peelingParts, ...over });
const sent = async (over?: Record<string, unknown>) => {
  const filed = await demo.file(form(over));
  await send(filed);
  return filed;
};
const send = (filed: Known) =>
  demo.as("business").step(filed, "send-to-office", { sample: "impossible", businessOpinion: "See the photos." });
const register = (filed: Known) => demo.as("productionGroup").step(filed, "register");

/** Every step from the registration to the decision, by whom the regulation names. */
const WAY: readonly (readonly [role: string, step: string, answers: object])[] = [
  ["quality", "trace-cause", { category: "2", cause: "Oven too cold.", departmentNamed: "Coating", rdNeeded: false }],
  [
    "manufacturing",
    "draft-countermeasure",
    {
      productionUnit: "Coating",
      machineShift: "C2, night",
      workers: "Lin Wei",
      producedOn: "2026-02-18",
      countermeasure: "Probe in the oven.",
    },
  ],
  ["managerOffice", "manager-opinion", { managerOpinion: "Agreed." }],
  ["productionGroup", "office-check", {}],
  [
    "business",
    "negotiate",
    { businessProposal: "A discount.", explainedAt: "2026-03-10T11:00:00+08:00", negotiationResult: "They agree." },
  ],
  ["business", "return-to-office", {}],
  [
    "productionGroup",
    "compose-opinion",
    { founded: "founded", compositeOpinion: "A discount.", amountProposed: "0.00" },
  ],
];
const decide = async (filed: Known) => {
  const checked = { signoff: "negotiation-check", by: "businessSupervisor", name: "Supervisor", method: "typed" };
  for (const [role, step, answers] of WAY) {
    if (step === "return-to-office") await demo.as("businessSupervisor").act(filed, "signatures", checked);
    await demo.as(role).step(filed, step, answers);
  }
};
const approve = (filed: Known) =>
  demo.as("businessManager").step(filed, "approve", { decision: "So be it.", settlement: "none" });

describe("AS-40 fifteen days at home, twenty abroad", () => {
  test("closed ten minutes before the end is in time, ten minutes after it late and on the list of the overdue", async () => {
    await demo.until("2026-03-10T10:00+08:00");
    const [home, late, abroad] = [await sent(), await sent(), await sent({ market: "abroad" })];
    for (const filed of [home, late, abroad]) await register(filed);
    const group = demo.as("productionGroup");
    const closing = async (filed: Known) => clockOf(await group.see(filed), "closing");
    expect((await closing(home)).due).toBe(endOf("2026-03-25"));
    expect((await closing(abroad)).due).toBe(endOf("2026-03-30"));
    for (const filed of [home, late]) await decide(filed);
    await demo.until("2026-03-25T23:50+08:00");
    expect(clockOf(await approve(home), "closing")).toMatchObject({ state: "MET", onTime: true });
    await demo.until("2026-03-26T00:10+08:00");
    const { items } = CaseList.parse((await group.get("/cases")).body);
    expect(items.filter(({ overdue, clock }) => overdue && clock === "closing").map(({ caseId }) => caseId)).toEqual([
      late.caseId,
    ]);
    expect(clockOf(await approve(late), "closing")).toMatchObject({ state: "BREACHED", onTime: false });
    const number = (await group.see(late)).number;
    const told = await demo.mails({ to: "productiongroup@", about: { number } });
    expect(told.filter(({ subject }) => subject.includes("Overdue"))).toHaveLength(1);
  });
});

describe("AS-51 nothing was lost", () => {
  test("there is an abnormality slip alone: no number and no fifteen days", async () => {
    const filed = await demo.file(form());
    expect(filed).toMatchObject({ provisional: true, number: expect.stringMatching(/^T-/) });
    const slip = { abnormality: "A scratch.", unitConcerned: "Packing", reportedBack: "Thank you." };
    const down = await demo.as("business").step(filed, "downgrade", slip);
    expect(down).toMatchObject({ number: filed.number, provisional: true, state: { id: "DOWNGRADED", final: true } });
    expect(down.deadlines.map(({ clock }) => clock)).not.toContain("closing");
    const register = await demo.as("productionGroup").tryStep(filed, "register");
    expect([register.status, Problem.parse(register.body).code]).toEqual([409, "wrong-state"]);
  });
});

describe("AS-52 research is asked only when needed", () => {
  const given = async (rdNeeded: boolean) => {
    const filed = await sent();
    await register(filed);
    for (const [role, step, answers] of WAY.slice(0, 3)) {
      await demo.as(role).step(filed, step, step === "trace-cause" ? { ...answers, rdNeeded } : answers);
    }
    return filed;
  };
  test("not flagged, the office checks after the manager's opinion; flagged, it waits for R&D", async () => {
    const group = demo.as("productionGroup");
    const plain = await given(false);
    expect((await group.step(plain, "office-check")).state.id).toBe("OFFICE_CHECKED");
    expect((await group.see(plain)).deadlines.map(({ clock }) => clock)).not.toContain("unit-rd");

    const flagged = await given(true);
    const closed = await group.tryStep(flagged, "office-check");
    expect([closed.status, Problem.parse(closed.body)]).toMatchObject([
      409,
      { code: "consultation-open", rules: ["CCF-18"], title: expect.stringContaining("Research and development") },
    ]);
    const next = (await group.see(flagged)).next.find(({ step }) => step === "office-check");
    expect(next).toMatchObject({ allowed: false, why: expect.stringContaining("Research and development") });
    await demo.as("rd").step(flagged, "rd-opinion", { rdOpinion: "Raise the temperature." });
    expect((await group.step(flagged, "office-check")).state.id).toBe("OFFICE_CHECKED");
  });
});

test("AS-38 fifteen days into National Day end on the first working day after it", async () => {
  await demo.until("2026-09-21T09:30+08:00");
  const filed = await sent();
  await demo.until("2026-09-21T10:00+08:00");
  expect(clockOf(await register(filed), "closing")).toMatchObject({
    nominalDue: endOf("2026-10-06"),
    effectiveDue: endOf("2026-10-08"),
    state: "RUNNING",
  });
  await demo.until("2026-10-01T09:00+08:00");
  const { number } = await demo.as("business").see(filed);
  const reminded = (await demo.mails({ to: "productiongroup@", about: { number } })).filter(({ subject }) =>
    subject.includes("Closing of a complaint"),
  );
  expect(reminded.map(({ at }) => officeTime(at).slice(0, 10))).toEqual(["2026-09-30"]);
});

describe("AS-41 the number is of the month in which the form is accepted", () => {
  test("two forms of October, registered in the same second of November, get 001 and 002", async () => {
    await demo.until("2026-10-31T17:00+08:00");
    const orgs = tableOrgs(demo.demo.client, demo.demo.table);
    for (let n = 0; n < 14; n += 1) await orgs.next(demo.org, "customer-complaint-form-2026-10");
    const filed = [await sent(), await sent()];
    const [first] = filed;
    if (first === undefined) return expect.unreachable("two were filed");
    const page = `/${demo.org}/case/${first.caseId}/${first.trackingToken}`;
    expect((await demo.ask("GET", page)).text).toContain("Reference until it has a number");
    const group = demo.as("productionGroup");
    const called = async (number: string) =>
      CaseList.parse(must(await group.get(`/cases?number=${number}`), 200).body).items.map(({ caseId }) => caseId);
    expect(await called(first.number)).toEqual([first.caseId]);

    await demo.until("2026-11-02T09:00+08:00");
    const registered = await Promise.all(filed.map(register));
    expect(registered.map(({ number }) => number).sort()).toEqual(["2026-11-001", "2026-11-002"]);
    expect(registered.map(({ provisional }) => provisional)).toEqual([undefined, undefined]);
    for (const [n, { number }] of registered.entries()) {
      expect(await called(number)).toEqual([filed[n]?.caseId]);
      expect(await called(filed[n]?.number ?? ""), "and still by what it was called before").toEqual([
        filed[n]?.caseId,
      ]);
    }
    const [one] = registered;
    expect(clockOf(one ?? expect.unreachable("two"), "closing").due).toBe(endOf("2026-11-17"));
    expect((await demo.ask("GET", page)).text).not.toContain("Reference until it has a number");
    await demo.pass("2 minutes");
    const letters = await demo.mails({ to: "gao@plant.example" });
    const about = (number = "") => letters.filter(({ subject }) => subject.includes(`[${number}]`));
    expect(about(first.number)[0]?.text).toContain(`until then please quote ${first.number}`);
    expect(about(one?.number)[0]?.subject).toContain("Progress");
  });

  test("a registration that is sent twice at once gives one number", async () => {
    const filed = await sent();
    const path = `/cases/${filed.caseId}/steps/register`;
    const key = { "idempotency-key": "register-1" };
    const group = demo.as("productionGroup");
    const answers = await Promise.all([
      group.post(path, {}, key),
      group.post(path, {}, key),
      group.post(path, {}, key),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const seen = await group.see(filed);
    expect(seen.timeline.filter(({ what }) => what === "Numbered")).toHaveLength(1);
    expect(seen.number).toMatch(/^2026-11-00[3-5]$/);
  });
});
