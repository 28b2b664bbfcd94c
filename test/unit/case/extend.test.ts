import { describe, expect, test } from "vitest";
import type { Command } from "../../../shared/case/decide.ts";
import { codeOf, sh, staff, step, story } from "../../fixtures/cases.ts";
import { invented, inventedBody } from "../../fixtures/invented.ts";

const desk = staff("afterSales");
const manager = staff("afterSalesManager");
const director = staff("operationsDirector");
const noon = sh("2026-03-11 12:00");
const plan: Command = { do: "requestExtension", clock: "plan", newDue: "2026-03-20", reason: "模具返修" };
const opened = () => story(sh("2026-03-10 09:30"));

describe("extensions are asked for and decided", () => {
  test("AS-06 AS-08 the head of after-sales may ask and not approve", () => {
    const told = opened();
    told.must(noon, manager, plan);
    expect(codeOf(told.ask(noon, manager, { do: "decideExtension", extension: "plan-1", approve: true }))).toBe(
      "not-your-role",
    );
    expect(codeOf(told.ask(noon, desk, plan))).toBe("extension-pending");
    told.must(noon, director, { do: "decideExtension", extension: "plan-1", approve: true });
    expect(codeOf(told.ask(noon, director, { do: "decideExtension", extension: "plan-1", approve: false }))).toBe(
      "already-decided",
    );
  });

  test("AS-08 refused: the due stays, the refusal is in the history, and one may ask again", () => {
    const told = opened();
    const before = told.clock("plan", noon).due;
    told.must(noon, desk, plan);
    told.must(noon, director, { do: "decideExtension", extension: "plan-1", approve: false, remark: "理由不足" });
    expect(told.clock("plan", noon)).toMatchObject({ state: "RUNNING", due: before, extensions: [] });
    expect(told.current().extensions).toMatchObject([
      { reason: "模具返修", decision: { approved: false, remark: "理由不足" } },
    ]);
    const [again] = told.must(noon, desk, { ...plan, newDue: "2026-03-18" });
    expect(again).toMatchObject({ extension: "plan-2" });
  });

  test.each([
    ["a date means its end at the office", "2026-03-20", "2026-03-20T16:00:00.000Z"],
    ["a moment is that moment", "2026-03-20T12:00:00+08:00", "2026-03-20T04:00:00.000Z"],
  ])("%s", (_why, newDue, wanted) => {
    expect(opened().must(noon, desk, { ...plan, newDue })[0]).toMatchObject({ newDue: wanted });
  });

  test.each([
    ["the last moment of the most", "2026-03-13T09:30:00+08:00", true],
    ["one beyond it", "2026-03-13T09:30:01+08:00", false],
  ])("maxDays: %s", (_why, newDue, ok) => {
    const [rule] = invented().extensions;
    const told = story(sh("2026-03-10 09:30"), inventedBody(), invented({ extensions: [{ ...rule, maxDays: 2 }] }));
    expect(told.ask(sh("2026-03-10 10:00"), staff("desk"), { ...plan, clock: "reply", newDue } as Command).ok).toBe(ok); // the spread of a union forgets its member
  });
});

describe("a repeated command", () => {
  test.each([
    ["a step", [step("accept", {}, "k")], desk],
    ["a note", [{ do: "note", text: "电话已回", key: "k" } as const], desk],
    ["a request", [{ ...plan, key: "k" } as Command], desk],
    ["a decision", [plan, { do: "decideExtension", extension: "plan-1", approve: true, key: "k" } as const], director],
  ])("%s with its key is obeyed once", (_why, commands, by) => {
    const told = opened();
    for (const command of commands.slice(0, -1)) told.must(noon, desk, command);
    const last = commands.at(-1) ?? expect.unreachable();
    told.must(noon, by, last);
    const before = told.timeline();
    expect(told.must(sh("2026-03-12 12:00"), by, last)).toEqual([]);
    expect(told.timeline()).toEqual(before);
  });

  test.each([
    ["another step", step("reply-plan", { plan: "x" }, "k")],
    ["a note", { do: "note", text: "x", key: "k" } as const],
    ["a request", { ...plan, key: "k" } as Command],
    ["a decision", { do: "decideExtension", extension: "plan-1", approve: true, key: "k" } as const],
  ])("%s with the key of a step is refused, not passed over", (_why, command) => {
    const told = opened();
    told.must(noon, desk, step("accept", {}, "k"));
    expect(codeOf(told.ask(noon, staff("afterSales", "operationsDirector"), command))).toBe("key-reused");
  });

  test("a repeat is known by what it would have stored: text is compared as it is kept", () => {
    const told = opened();
    told.must(noon, desk, { do: "note", text: " 一\r\n二\u0000 ", key: "k" });
    expect(told.must(noon, desk, { do: "note", text: " 一\r\n二\u0000 ", key: "k" })).toEqual([]);
    told.must(noon, desk, { ...plan, reason: " e\u0301\r\n二 ", key: "l" } as Command);
    expect(told.must(noon, desk, { ...plan, reason: " e\u0301\r\n二 ", key: "l" } as Command)).toEqual([]);
  });

  test("a note without a key is written twice", () => {
    const told = opened();
    told.must(noon, desk, { do: "note", text: "x" });
    told.must(noon, desk, { do: "note", text: "x" });
    expect(told.timeline()).toHaveLength(3);
  });

  test("another key is another command", () => {
    const told = opened();
    told.must(noon, desk, step("accept", {}, "k"));
    expect(codeOf(told.ask(noon, desk, step("accept", {}, "l")))).toBe("wrong-state");
  });
});

test.each([
  ["a note", { do: "note", text: "a\u0000b\ud800\r\nc" } as const, desk, { text: "ab\ufffd\nc" }],
  ["a reason", { ...plan, reason: "a\u0000b\ud800" } as Command, desk, { reason: "ab\ufffd" }],
])("%s is stored like every other text: well formed, without control characters", (_why, command, by, wanted) => {
  expect(opened().must(noon, by, command)[0]).toMatchObject(wanted);
});

test("a remark is stored likewise", () => {
  const told = opened();
  told.must(noon, desk, plan);
  const [decided] = told.must(noon, director, {
    do: "decideExtension",
    extension: "plan-1",
    approve: false,
    remark: "不\u0000可\ud800",
  });
  expect(decided).toMatchObject({ remark: "不可\ufffd" });
});
