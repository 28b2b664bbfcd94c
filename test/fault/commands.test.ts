import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FileReply } from "../../shared/api/bodies.ts";
import { Problem } from "../../shared/api/problem.ts";
import { must } from "../stack/call.ts";
import { plainComplaint } from "../stack/customer.ts";
import { functionOf, openTest, type TestStack } from "../stack/stack.ts";

/** Requests that are sent again, at once with others, or to a function that dies after it has done its work. */
let demo: TestStack;
beforeAll(async () => {
  demo = await openTest({ at: "2026-03-10T09:30+08:00" });
});
afterAll(() => demo.close());

const killNext = async (file: string) => {
  const { id } = functionOf(demo.stack, file);
  must(await demo.ask("PUT", "/_local/faults", { body: { function: id, kill: "after" } }), 200);
};

describe("a command with an Idempotency-Key", () => {
  const commands = [
    { who: "clerk", path: "steps/accept", body: {} },
    { who: "clerk", path: "notes", body: { text: "called the dealer" } },
    { who: "clerk", path: "extensions", body: { clock: "plan", newDue: "2026-03-20", reason: "parts" } },
    { who: "director", path: "extensions/plan-1/decision", body: { approve: true } },
    { who: "clerk", path: "steps/reply-plan", body: { plan: "a new leaf" } },
  ];

  test("is obeyed once, however often it is sent: one after the other, at once, after a death", async () => {
    const filed = await demo.file();
    for (const [n, { who, path, body }] of commands.entries()) {
      const send = () =>
        demo.as(who).post(`/cases/${filed.caseId}/${path}`, body, { "idempotency-key": `command-${n}` });
      await killNext("cases.http");
      expect((await send()).status, "it was done, but the caller cannot know").toBe(500);
      const again = [await send(), ...(await Promise.all([send(), send(), send(), send()]))];
      expect(again.map(({ status }) => status)).toEqual(Array(5).fill(200));
      const { timeline, version } = await demo.as(who).see(filed);
      expect([timeline.length, version]).toEqual([n + 2, n + 2]);
    }
    const other = await demo
      .as("clerk")
      .post(`/cases/${filed.caseId}/notes`, { text: "something else" }, { "idempotency-key": "command-1" });
    expect(other.status, "a key stands for one command").toBe(422);

    await demo.pass("2 minutes");
    const mails = await demo.mails({ about: filed });
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(mails.length);
    expect(mails.map(({ to }) => to[0]).sort()).toEqual([
      "after-sales@demo-doors.example",
      "chen@dealer.example",
      "chen@dealer.example",
      "chen@dealer.example",
      "director@demo-doors.example",
      "head.after-sales@demo-doors.example",
    ]);
  });
});

test("a complaint whose answer was lost is filed once", async () => {
  const send = () => demo.tryFile(plainComplaint(), { key: "lost-answer" });
  await killNext("public.http");
  expect((await send()).status).toBe(500);
  const [again, once] = [await send(), await send()];
  expect([again.status, again.body]).toEqual([201, once.body]);
  const { caseId } = FileReply.parse(again.body);
  expect((await demo.items()).filter(({ pk }) => pk.includes(caseId))).toHaveLength(1);
});

test("fifty notes at once: none is lost, none is twice", async () => {
  const filed = await demo.file();
  const texts = Array.from({ length: 50 }, (_, n) => `note ${n}`);
  const answers = await Promise.all(texts.map((text) => demo.as("clerk").note(filed, text)));
  expect(answers.map(({ status }) => status)).toEqual(texts.map(() => 200));
  const { timeline } = await demo.as("clerk").see(filed);
  const noted = timeline.filter(({ what }) => what === "Note").flatMap(({ detail }) => detail);
  expect(noted.sort()).toEqual([...texts].sort());
});

test("fifty commands on the version that all of them saw: one is obeyed, the others are told that they were overtaken", async () => {
  const filed = await demo.file();
  const clerk = demo.as("clerk");
  const { version } = await clerk.see(filed);
  const commands = [
    ["steps/accept", {}],
    ["extensions", { clock: "plan", newDue: "2026-03-20", reason: "parts" }],
    ["notes", { text: "seen at this version" }],
  ] as const;
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => commands[n % commands.length] ?? commands[0]).map(([path, body]) =>
      clerk.post(`/cases/${filed.caseId}/${path}`, body, { "if-match": `"${version}"` }),
    ),
  );
  const told = answers.map(({ status, body }) => (status === 200 ? "obeyed" : Problem.parse(body).code));
  expect(told.filter((one) => one === "obeyed")).toHaveLength(1);
  // whoever wanted the very step or extension that was first is told that it is taken
  const others = told.filter((one) => !["obeyed", "overtaken"].includes(one));
  expect(["wrong-state", "extension-pending"]).toEqual(expect.arrayContaining([...new Set(others)]));
  expect(told.filter((one) => one === "overtaken").length).toBeGreaterThanOrEqual(32);
  expect((await clerk.see(filed)).version).toBe(version + 1);
});

test("one of two who take the same step at once is told that it is taken", async () => {
  const filed = await demo.file();
  const answers = await Promise.all(
    ["clerk", "manager", "clerk", "manager"].map((who) => demo.as(who).tryStep(filed, "accept")),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
});

test("one of two who decide an extension at once decides it", async () => {
  const filed = await demo.file();
  await demo.as("clerk").askExtension(filed, { clock: "plan", newDue: "2026-03-20", reason: "parts" });
  const director = demo.as("director");
  const answers = await Promise.all(
    [true, false, true, false].map((approve) => director.decide(filed, "plan-1", { approve })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
});
