import { describe, expect, test } from "vitest";
import type { CaseView } from "../../../shared/api/case-view.ts";
import { answersOf, closedCategories, offsetOf, startOf } from "../../../web/console/api/entered.ts";
import { dueBefore } from "../../../web/console/case/before.ts";
import { actErrands, decideErrands, extendErrand, noteErrand, stepErrands } from "../../../web/console/case/errand.ts";
import { decideExcuseErrands, excuseErrands } from "../../../web/console/case/excuse-errand.ts";
import { gather } from "../../../web/console/case/gather.ts";
import { dayAfter, sayLength, sayMoment } from "../../../web/console/words/time.ts";
import { wordsIn } from "../../../web/console/words/words.ts";
import { CASE } from "./sample.ts";

const field = (id: string, type: string) => ({ id, type, label: id, required: false });

describe("what is sent of a form", () => {
  test.each([
    ["a number is a number", "number", "2.5", 2.5],
    ["nought is an answer", "number", "0", 0],
    ["no is an answer", "flag", false, false],
    ["a moment is the office's, not this computer's", "moment", "2026-03-10T09:30", "2026-03-10T09:30:00+08:00"],
    ["seconds that a browser added stay", "moment", "2026-03-10T09:30:15", "2026-03-10T09:30:15+08:00"],
    ["an amount gets its two decimals", "money", "5,000.5", "5000.50"],
    ["text stays as it was written", "longText", " a\nb ", " a\nb "],
  ])("%s", (_why, type, entered, sent) => {
    expect(answersOf([field("x", type)], { x: entered }, "+08:00")).toEqual({ x: sent });
  });

  test.each([
    ["nothing", undefined],
    ["an empty text", ""],
    ["blanks", "  \n"],
  ])("%s is no answer", (_why, entered) => {
    expect(answersOf([field("x", "text")], { x: entered }, "Z")).toEqual({});
  });

  test("a list is sent block by block, each answer as its field's type", () => {
    const parts = { ...field("parts", "list"), fields: [field("name", "text"), field("n", "number")] };
    const blocks = [
      { name: "Air pump", n: "2" },
      { name: "Belt", n: "" },
    ];
    expect(answersOf([parts], { parts: blocks }, "Z")).toEqual({
      parts: [{ name: "Air pump", n: 2 }, { name: "Belt" }],
    });
  });

  test("what the step does not ask is not sent", () => {
    expect(answersOf([field("x", "text")], { x: "1", y: "2" }, "Z")).toEqual({ x: "1" });
  });

  test("a correction starts from what is known", () => {
    const fields = [field("category", "category"), field("n", "number"), field("sure", "flag"), field("new", "text")];
    expect(startOf(fields, { category: "1-1", n: 3, sure: true, other: "x" })).toEqual({
      category: "1-1",
      n: "3",
      sure: true,
    });
  });

  test("the office's offset is read from what the API shows", () => {
    expect([offsetOf("2026-03-10T09:30:00+08:00"), offsetOf("2026-03-10T01:30:00Z")]).toEqual(["+08:00", "Z"]);
  });
});

describe("categories that only some products have", () => {
  const tree = [
    {
      code: "1",
      children: [
        { code: "1-1", children: [] },
        { code: "1-2", onlyFor: { field: "line", in: ["gate"] }, children: [{ code: "1-2-1", children: [] }] },
      ],
    },
  ];
  test.each([
    ["are open for them", { line: "gate" }, []],
    ["are closed for others, with all below", { line: "pipe" }, ["1-2", "1-2-1"]],
    ["are closed while it is not known", {}, ["1-2", "1-2-1"]],
  ])("%s", (_why, known, closed) => {
    expect([...closedCategories(tree, known)]).toEqual(closed);
  });
});

describe("moments", () => {
  test.each([
    ["an afternoon", "2026-03-10T14:05:00+08:00", false, "2026年3月10日 14:05", "10 Mar 2026 14:05"],
    [
      "a due at midnight ends the day before",
      "2026-03-01T00:00:00+08:00",
      true,
      "2026年2月28日 24:00",
      "28 Feb 2026 24:00",
    ],
    [
      "what happened at midnight did so that day",
      "2026-03-01T00:00:00+08:00",
      false,
      "2026年3月1日 00:00",
      "1 Mar 2026 00:00",
    ],
    ["milliseconds are not said", "2026-03-10T14:05:59.123+08:00", true, "2026年3月10日 14:05", "10 Mar 2026 14:05"],
    ["what is no moment is said as it is", "soon", true, "soon", "soon"],
  ])("%s", (_why, shown, due, zh, en) => {
    expect([sayMoment(shown, "zh-CN", due), sayMoment(shown, "en", due)]).toEqual([zh, en]);
  });

  test.each([
    [0, "0 min"],
    [59_999, "0 min"],
    [61 * 60_000, "1 h 1 min"],
    [24 * 3_600_000, "1 d"],
    [-(50 * 3_600_000 + 5 * 60_000), "2 d 2 h"],
  ])("a length of %i ms is %s", (ms, said) => {
    expect(sayLength(ms, "en")).toBe(said);
  });

  test.each([
    ["ends a day: the next one", "2026-03-18T00:00:00+08:00", "2026-03-18"],
    ["is within a day: the next one", "2026-03-17T15:00:00+08:00", "2026-03-18"],
    ["is at the end of a year", "2026-12-31T15:00:00+08:00", "2027-01-01"],
  ])("the first later day when a due %s", (_why, due, day) => {
    expect(dayAfter(due)).toBe(day);
  });
});

describe("extensions", () => {
  const asked = (id: string, clock: string, newDue: string, approved?: boolean) => ({
    id,
    clock,
    newDue,
    reason: "r",
    requestedAt: "t",
    mayDecide: false,
    ...(approved === undefined ? {} : { decision: { approved, at: "t" } }),
  });

  test("each says what was promised before it: only an approved one of the same clock changes that", () => {
    const extensions = [
      asked("plan-1", "plan", "d2", false),
      asked("plan-2", "plan", "d3", true),
      asked("plan-3", "plan", "d4"),
      asked("execution-1", "execution", "d9"),
    ];
    const deadlines = [{ ...CASE.deadlines[0]!, clock: "plan", effectiveDue: "d1" }];
    expect([...dueBefore({ deadlines, extensions })]).toEqual([
      ["plan-1", "d1"],
      ["plan-2", "d1"],
      ["plan-3", "d3"],
      ["execution-1", undefined],
    ]);
  });
});

describe("the timeline", () => {
  const line = (at: string, what: string, who: string, ...detail: string[]) => ({ at, what, who, detail });

  test("says once what one person did many times within a minute", () => {
    const lines = [
      line("2026-03-10T09:30:01+08:00", "Photo kept", "Reporter", "item 1"),
      line("2026-03-10T09:30:40+08:00", "Photo kept", "Reporter", "item 2"),
      line("2026-03-10T09:30:50+08:00", "Photo kept", "Reporter", "item 1"),
      line("2026-03-10T09:31:00+08:00", "Photo kept", "Reporter", "item 1"),
      line("2026-03-10T09:31:30+08:00", "Note", "A"),
      line("2026-03-10T09:31:31+08:00", "Note", "B"),
    ];
    expect(gather(lines).map(({ times, detail }) => [times, ...detail])).toEqual([
      [3, "item 1", "item 2"],
      [1, "item 1"],
      [1],
      [1],
    ]);
  });
});

describe("what may be done", () => {
  const words = wordsIn("en");

  test("are the API's steps, the closed ones with the reason", () => {
    const errands = stepErrands(CASE, "+08:00");
    expect(errands.map(({ id, path, closed }) => [id, path, closed])).toEqual([
      ["reply-plan", "/steps/reply-plan", undefined],
      ["close", "/steps/close", "the case is not done"],
    ]);
    expect(errands[0]?.body({ plan: "New panel", stray: "x" })).toEqual({ plan: "New panel" });
  });

  test("what can be done beside the steps is sent with what is settled already; a closed one says why", () => {
    const act = {
      act: "sign",
      title: "Signature of the user",
      rules: ["BUS-12"],
      path: "signatures",
      fields: [{ id: "name", type: "text", label: "Name", required: true }],
    };
    const acts: CaseView["acts"] = [
      { ...act, of: "user-signature", given: { signoff: "user-signature", by: "user" }, allowed: true },
      {
        ...act,
        of: "part-write-off",
        given: { signoff: "part-write-off" },
        allowed: false,
        why: "not before the return",
      },
    ];
    const [open, shut] = actErrands({ ...CASE, acts }, "+08:00");
    expect([open?.path, open?.closed, shut?.closed]).toEqual(["/signatures", undefined, "not before the return"]);
    expect(open?.body({ name: "Gao Yuan" })).toEqual({ signoff: "user-signature", by: "user", name: "Gao Yuan" });
    expect(open?.id).not.toBe(shut?.id);
  });

  test("what belongs below a member of the body is sent there", () => {
    const acts: CaseView["acts"] = [
      {
        act: "recordEvent",
        of: "moved",
        title: "Moved",
        rules: [],
        path: "events",
        given: { event: "moved" },
        fields: [field("at", "moment"), field("facts.place", "text"), field("facts.floor", "number")],
        allowed: true,
      },
    ];
    const [moved] = actErrands({ ...CASE, acts }, "+08:00");
    expect(moved?.body({ at: "2026-03-10T09:30", "facts.place": "Hall 2", "facts.floor": "3" })).toEqual({
      event: "moved",
      at: "2026-03-10T09:30:00+08:00",
      facts: { place: "Hall 2", floor: 3 },
    });
  });

  test("an exception is recorded for a reason that the API names, with a promise at the office's hour", () => {
    const [excuse, ...more] = excuseErrands(CASE, words, "+08:00");
    expect(more).toEqual([]);
    expect(excuse?.path).toBe("/exceptions");
    expect(excuse?.fields.find(({ id }) => id === "reason")?.choices).toEqual([
      { value: "FESTIVAL", label: "a festival" },
    ]);
    expect(excuse?.body({ reason: "FESTIVAL", promised: "2026-03-24T12:00", remark: " " })).toEqual({
      clock: "plan",
      reason: "FESTIVAL",
      promised: "2026-03-24T12:00:00+08:00",
    });
  });

  test("only the exceptions that wait for the caller are offered to decide", () => {
    const errands = decideExcuseErrands(CASE, words, "en");
    expect(errands.map(({ path }) => path)).toEqual(["/exceptions/plan-1/decision"]);
    expect(errands[0]?.title).toContain("24 Mar 2026 12:00 (a festival)");
    expect(errands[0]?.body({ approve: true, remark: "go" })).toEqual({ approve: true, remark: "go" });
  });

  test("asking for a later due is offered for the clocks that the API names, from the day after", () => {
    const errand = extendErrand(CASE, words, "en");
    expect(errand?.start).toEqual({ clock: "plan" });
    expect(errand?.fields.find(({ id }) => id === "newDue")?.min).toBe("2026-03-17");
    expect(errand?.body({ clock: "plan", newDue: "2026-03-20", reason: " late proof " })).toEqual({
      clock: "plan",
      newDue: "2026-03-20",
      reason: "late proof",
    });
    expect(extendErrand({ ...CASE, mayExtend: [] }, words, "en")).toBeUndefined();
  });

  test("only the decisions that wait for the caller are offered, and a remark may be left out", () => {
    const errands = decideErrands(CASE, words, "en");
    expect(errands.map(({ path }) => path)).toEqual(["/extensions/plan-1/decision"]);
    expect(errands[0]?.body({ approve: false, remark: " " })).toEqual({ approve: false });
    expect(errands[0]?.body({ approve: true, remark: "ok" })).toEqual({ approve: true, remark: "ok" });
  });

  test("a note is sent without the blanks around it", () => {
    expect(noteErrand(words).body({ text: " called \n" })).toEqual({ text: "called" });
  });
});
