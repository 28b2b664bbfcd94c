import { afterAll, beforeAll, expect, test } from "vitest";
import { CaseView } from "../../../shared/api/case-view.ts";
import { Problem } from "../../../shared/api/problem.ts";
import { must } from "../../stack/call.ts";
import type { Filed } from "../../stack/customer.ts";
import { functionOf, openTest, type TestStack } from "../../stack/stack.ts";

let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-11-02T09:00+08:00", policies: ["service-quality-safety"] });
});
afterAll(() => demo.close());

const complaint = {
  contact: { name: "Du Fei", email: "du@customer.example" },
  category: "1-2",
  description: "The form was lost.",
};

/** A complaint about an employee, judged; what is counted follows within a minute. */
const judged = async (employee: string, founded = true): Promise<Filed> => {
  const filed = await demo.file(complaint);
  await demo.as("complaintHandler").step(filed, "verify", { findings: "Looked into.", founded, employee });
  return filed;
};
const seen = (filed: Filed) => demo.as("management").see(filed);
const trainings = async (all: readonly Filed[]) =>
  (await Promise.all(all.map(seen))).map(({ actions }) => actions.map(({ state }) => state));
const fault = async (given: Record<string, unknown>) => {
  const { id } = functionOf(demo.stack, "wake.schedule");
  must(await demo.ask("PUT", "/_local/faults", { body: { function: id, ...given } }), 200);
};

test("AS-124 the third founded complaint about one employee in a quarter opens a training; an unfounded one does not count", async () => {
  const first = [await judged("周敏"), await judged("Zhou  Min"), await judged("周敏", false)];
  const second = await judged(" 周敏 ");
  await demo.pass("2 minutes");
  expect(await trainings([...first, second])).toEqual([[], [], [], []]);
  const third = await judged("周敏");
  await demo.pass("2 minutes");
  expect(await trainings([...first, second, third])).toEqual([[], [], [], [], ["OPEN"]]);
  const { actions, timeline } = await seen(third);
  expect(actions).toMatchObject([
    {
      action: "frequent-complaints-1",
      what: "training",
      rules: ["SQS-04"],
      repeated: { subject: "周敏", period: "2026-Q4", times: 3 },
      waitsFor: ["Management"],
    },
  ]);
  expect(timeline.find(({ what }) => what === "Action asked for")?.who).toBe("Aftercare");
  expect(JSON.stringify(await demo.tracking(third))).not.toMatch(/2026-Q4|Counted|Action/);
  const told = (await demo.mails({ about: third })).filter(({ subject }) => subject.includes("Action to plan"));
  expect(told.map(({ to }) => to)).toEqual([["management@demo-doors.example"]]);

  const fourth = await judged("周敏");
  await demo.pass("2 minutes");
  expect(await trainings([fourth]), "once for an employee in a quarter").toEqual([[]]);
});

test("the training is planned for somebody, held, and verified by another side", async () => {
  const all = [await judged("何岚"), await judged("何岚"), await judged("何岚")];
  await demo.pass("2 minutes");
  const filed = all[(await trainings(all)).findIndex((one) => one.length === 1)] ?? expect.unreachable("none opened");
  const path = `/cases/${filed.caseId}/actions`;
  const training = { measure: "He Lan: how forms are kept", owner: "Bai Lu", due: "2026-11-20" };
  const corrective = "frequent-complaints";
  const own = await demo.as("management").post(path, { corrective, ...training, ownerRole: "management" });
  expect([own.status, Problem.parse(own.body).fields?.map((one) => one.path)]).toEqual([400, ["/ownerRole"]]);
  must(await demo.as("management").post(path, { corrective, ...training, ownerRole: "afterSales" }), 200);
  const done = `${path}/${corrective}-1/done`;
  must(await demo.as("afterSales").post(done, { result: "Half a day, with a test." }), 200);
  const verified = await demo
    .as("management")
    .post(`${path}/${corrective}-1/verification`, { effective: true, finding: "No more lost forms." });
  expect(CaseView.parse(must(verified, 200).body).actions).toMatchObject([
    { state: "VERIFIED", repeated: { subject: "何岚" }, promise: "MET" },
  ]);
});

test("a new quarter begins anew", async () => {
  await demo.until("2026-12-31T23:50+08:00");
  const before = [await judged("马骏"), await judged("马骏")];
  await demo.until("2027-01-01T00:10+08:00");
  const after = await judged("马骏");
  await demo.pass("2 minutes");
  expect(await trainings([...before, after])).toEqual([[], [], []]);
});

test.each([
  ["each wake-up delivered twice", "吴一", { twice: true }],
  ["killed before the first six wake-ups", "吴二", { kill: "before", times: 6 }],
  ["killed after the first six wake-ups, before anybody heard of it", "吴三", { kill: "after", times: 6 }],
])("one training and no more: %s", async (_why, employee, given) => {
  await fault(given);
  const all = [];
  for (let n = 0; n < 4; n += 1) all.push(await judged(employee));
  await demo.pass("10 minutes");
  must(await demo.ask("DELETE", "/_local/faults"), 200);
  const opened = (await trainings(all)).flat();
  expect(opened).toEqual(["OPEN"]);
  const lines = (await Promise.all(all.map(seen))).flatMap(({ timeline }) => timeline.map(({ what }) => what));
  expect(lines.filter((what) => what === "Counted")).toHaveLength(4);
});
