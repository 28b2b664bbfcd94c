import { afterEach, describe, expect, test } from "vitest";
import { Problem } from "../../shared/api/problem.ts";
import { clockOf, endOf, officeTime } from "../stack/moments.ts";
import { openTest, type TestStack } from "../stack/stack.ts";

/** Acceptance scenarios of the door factory, section 4.1, that turn on time. Each on a system of its own. */
let demo: TestStack;
const at = async (moment: string) => {
  demo = await openTest({ at: moment });
};
afterEach(() => demo.close());

const plan = { plan: "更换门扇，运费由本公司承担" };
const reminders = async (to = "after-sales@demo-doors.example") =>
  (await demo.mails({ to })).filter(({ subject }) => subject.includes("提醒")).map(({ at: sent }) => officeTime(sent));

test("AS-01 plain working-day clocks", async () => {
  await at("2026-03-10T09:30+08:00");
  const filed = await demo.file();
  expect(clockOf(filed, "plan")).toMatchObject({ state: "RUNNING", due: endOf("2026-03-16") });
  const counted = clockOf(filed, "plan").steps.filter(({ counts }) => counts);
  expect(counted.map(({ date }) => date)).toEqual(["2026-03-11", "2026-03-12", "2026-03-13", "2026-03-16"]);

  const clerk = demo.as("clerk");
  await clerk.step(filed, "accept");
  await demo.until("2026-03-13T15:00+08:00");
  const replied = await clerk.step(filed, "reply-plan", plan);
  expect(clockOf(replied, "plan")).toMatchObject({ state: "MET", onTime: true, due: endOf("2026-03-16") });
  expect(clockOf(replied, "execution")).toMatchObject({ state: "RUNNING", due: endOf("2026-03-18") });
});

test("AS-02 across National Day with a make-up Saturday", async () => {
  await at("2026-09-29T10:00+08:00");
  const filed = await demo.file();
  const { due, steps } = clockOf(filed, "plan");
  expect(due).toBe(endOf("2026-10-10"));
  const wrong = {
    "holiday ignored": endOf("2026-10-05"),
    "make-up day ignored": endOf("2026-10-12"),
    "start day counted": endOf("2026-10-09"),
  };
  for (const [why, answer] of Object.entries(wrong)) expect(due, why).not.toBe(answer);
  const counted = steps.filter(({ counts }) => counts).map(({ date }) => date);
  expect(counted).toEqual(["2026-09-30", "2026-10-08", "2026-10-09", "2026-10-10"]);

  await demo.until("2026-10-09T08:30+08:00");
  expect(await reminders()).toEqual([]);
  await demo.until("2026-10-09T10:00+08:00");
  expect(await reminders()).toEqual(["2026-10-09 09:00"]);
  await demo.until("2026-10-11T00:00+08:00");
  expect(await demo.mails({ to: "director@" }), "nothing is overdue until 24:00 has passed").toEqual([]);
  await demo.until("2026-10-12T00:00+08:00");
  expect(await reminders(), "and no second reminder").toEqual(["2026-10-09 09:00"]);
  const breach = (await demo.mails({ to: "director@" })).map(({ at: sent, subject }) => [officeTime(sent), subject]);
  expect(breach).toEqual([["2026-10-11 00:01", expect.stringContaining("超期")]]);
  expect(clockOf(await demo.tracking(filed), "plan")).toMatchObject({ state: "BREACHED", onTime: false });
});

test("AS-03 received on a make-up Sunday; execution across Mid-Autumn", async () => {
  await at("2026-09-20T14:00+08:00");
  const filed = await demo.file();
  expect(clockOf(filed, "plan").due).toBe(endOf("2026-09-24"));
  expect(clockOf(filed, "plan").steps[0]).toMatchObject({ date: "2026-09-20", counts: false });
  const clerk = demo.as("clerk");
  await clerk.step(filed, "accept");
  await demo.until("2026-09-24T17:00+08:00");
  const replied = await clerk.step(filed, "reply-plan", plan);
  expect(clockOf(replied, "execution").due).toBe(endOf("2026-09-30"));
  const counted = clockOf(replied, "execution").steps.filter(({ counts }) => counts);
  expect(counted.map(({ date }) => date)).toEqual(["2026-09-28", "2026-09-29", "2026-09-30"]);
});

test("AS-06 extension approved in time", async () => {
  await at("2026-03-10T09:30+08:00");
  const filed = await demo.file();
  const [clerk, director] = [demo.as("clerk"), demo.as("director")];
  await clerk.step(filed, "accept");
  await demo.until("2026-03-16T10:00+08:00");
  const reason = "供应商配件延期到货";
  expect(await clerk.askExtension(filed, { clock: "plan", newDue: "2026-03-20", reason })).toMatchObject({
    status: 200,
  });
  const asked = await clerk.see(filed);
  expect(clockOf(asked, "plan"), "asking moves nothing").toMatchObject({ state: "RUNNING", due: endOf("2026-03-16") });
  await demo.pass("2 minutes");
  const [letter] = await demo.mails({ to: "director@", about: filed });
  expect(letter?.text).toContain(reason);

  await demo.until("2026-03-16T16:00+08:00");
  const [{ id = "" } = {}] = (await director.see(filed)).extensions;
  expect(await director.decide(filed, id, { approve: true })).toMatchObject({ status: 200 });
  const extended = clockOf(await demo.tracking(filed), "plan");
  expect(extended).toMatchObject({ state: "EXTENDED", effectiveDue: endOf("2026-03-16"), due: endOf("2026-03-20") });

  await demo.until("2026-03-19T11:00+08:00");
  const replied = await clerk.step(filed, "reply-plan", plan);
  expect(clockOf(replied, "plan")).toMatchObject({
    state: "MET",
    onTime: true,
    effectiveDue: endOf("2026-03-16"),
    due: endOf("2026-03-20"),
    extensions: [{ newDue: endOf("2026-03-20"), late: false }],
  });
  expect(clockOf(replied, "execution").due).toBe(endOf("2026-03-24"));
  await demo.until("2026-03-21T00:00+08:00");
  const notices = (await demo.mails({ about: filed })).filter(({ subject }) => subject.includes("超期"));
  expect(notices, "what was extended in time is never overdue").toEqual([]);
});

describe("AS-08 extension by the wrong role or without a reason", () => {
  const wanted = { clock: "plan", newDue: "2026-03-20", reason: "等待物流鉴定" };

  test("the head of after-sales may not approve, a request needs its reason, a refusal moves nothing", async () => {
    await at("2026-03-10T09:30+08:00");
    const filed = await demo.file();
    const [clerk, manager, director] = [demo.as("clerk"), demo.as("manager"), demo.as("director")];

    for (const reason of [undefined, "", "   "]) {
      const answer = await clerk.askExtension(filed, { ...wanted, reason });
      expect(answer.status).toBe(400);
      expect(Problem.parse(answer.body).fields?.map(({ path }) => path)).toEqual(["/reason"]);
    }
    expect((await clerk.see(filed)).extensions).toEqual([]);

    await clerk.askExtension(filed, wanted);
    const before = await clerk.see(filed);
    const [{ id = "" } = {}] = before.extensions;
    const refused = await manager.decide(filed, id, { approve: true });
    expect(refused.status).toBe(403);
    expect(Problem.parse(refused.body)).toMatchObject({
      code: "not-your-role",
      rules: expect.arrayContaining(["DFA-04"]),
    });
    expect(await clerk.see(filed)).toEqual(before);

    const no = await director.decide(filed, id, { approve: false, remark: "请按期完成" });
    expect(no.status).toBe(200);
    const after = await clerk.see(filed);
    expect(clockOf(after, "plan")).toMatchObject({ state: "RUNNING", due: endOf("2026-03-16"), extensions: [] });
    expect(after.extensions).toMatchObject([{ id, decision: { approved: false, remark: "请按期完成" } }]);
    expect(after.timeline.at(-1)?.what).toBe("Extension refused");
  });
});
