import { describe, expect, test } from "vitest";
import type { Command } from "../../../shared/case/decide.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import { plusMs } from "../../../shared/kernel/instant.ts";
import { complaint, endOf, sh, staff, step, story } from "../../fixtures/cases.ts";
import { invented, inventedBody } from "../../fixtures/invented.ts";

const desk = staff("afterSales");
const director = staff("operationsDirector");
const late = complaint({ category: "2-3", damages: [], promisedDate: "2026-03-06", shippedDate: "2026-03-09" });
const extension = (newDue: string, clock = "plan"): Command => ({
  do: "requestExtension",
  clock,
  newDue,
  reason: "模具返修",
});
const decision = (id: string, approve: boolean): Command => ({ do: "decideExtension", extension: id, approve });

/** A complaint received on a Tuesday, due the Monday after. */
const opened = () => {
  const told = story(sh("2026-03-10 09:30"), late);
  told.must(sh("2026-03-10 10:00"), desk, step("accept"));
  return told;
};
const due = endOf("2026-03-16");

describe("a clock tells its state", () => {
  test("AS-01 plain working days: running, met, and execution after it", () => {
    const told = opened();
    expect(told.clock("plan", sh("2026-03-11 08:00"))).toMatchObject({
      state: "RUNNING",
      nominalDue: due,
      effectiveDue: due,
      due,
      onTime: undefined,
      missed: undefined,
    });
    told.must(sh("2026-03-13 15:00"), desk, step("reply-plan", { plan: "更换门扇" }));
    expect(told.clock("plan", sh("2026-04-01 00:00"))).toMatchObject({ state: "MET", onTime: true, due });
    expect(told.clock("execution", sh("2026-03-14 00:00"))).toMatchObject({
      state: "RUNNING",
      due: endOf("2026-03-18"),
    });
  });

  test.each([
    ["AS-02 across National Day with a make-up Saturday", "2026-09-29 10:00", "2026-10-10"],
    ["AS-03 received on a make-up Sunday", "2026-09-20 14:00", "2026-09-24"],
    ["AS-10 missing photos do not stop it", "2026-03-10 09:30", "2026-03-16"],
  ])("%s", (_why, received, last) => {
    expect(story(sh(received)).clock("plan", sh(received)).due).toBe(endOf(last));
  });

  test("AS-02 the reminder goes out on the last working day before", () => {
    expect(story(sh("2026-09-29 10:00")).clock("plan", sh("2026-09-29 10:00")).reminders).toEqual([
      sh("2026-10-09 09:00"),
    ]);
  });

  test("AS-03 execution across Mid-Autumn", () => {
    const told = story(sh("2026-09-20 14:00"), late);
    told.must(sh("2026-09-20 15:00"), desk, step("accept"));
    told.must(sh("2026-09-24 17:00"), desk, step("reply-plan", { plan: "更换" }));
    expect(told.clock("execution", sh("2026-09-24 17:00")).due).toBe(endOf("2026-09-30"));
  });

  test.each([
    ["exactly at the due is on time", 0, "MET", true],
    ["a millisecond later is not", 1, "BREACHED", false],
  ])("K-2 %s", (_why, ms, state, onTime) => {
    const told = opened();
    told.must(plusMs(due, ms), desk, step("reply-plan", { plan: "更换" }));
    expect(told.clock("plan", sh("2026-04-01 00:00"))).toMatchObject({ state, onTime });
  });

  test.each([
    ["at the due it still runs", 0, "RUNNING"],
    ["a millisecond later it is breached, whether or not anybody woke it", 1, "BREACHED"],
  ])("%s", (_why, ms, state) => {
    expect(opened().clock("plan", plusMs(due, ms)).state).toBe(state);
  });

  test("the second reply of a plan moves nothing: the first counts", () => {
    const policy = invented({
      workflow: {
        ...invented().workflow,
        steps: [
          { id: "answer", title: { "zh-CN": "答", en: "answer" }, from: ["OPEN"], by: ["desk"], event: "answered" },
        ],
      },
    });
    const told = story(sh("2026-03-10 09:30"), inventedBody(), policy);
    told.must(sh("2026-03-10 12:00"), staff("desk"), step("answer"));
    told.must(sh("2026-03-12 12:00"), staff("desk"), step("answer"));
    expect(told.clock("reply", sh("2026-03-13 00:00"))).toMatchObject({ state: "MET", metAt: sh("2026-03-10 12:00") });
  });

  test("K-12 a year without a calendar is said, not guessed", () => {
    const reading = story(sh("2026-12-29 10:00"), late).clock("plan", sh("2026-12-30 10:00"));
    expect([reading.state, reading.due]).toEqual(["CALENDAR_MISSING", undefined]);
  });
});

describe("extensions", () => {
  test("AS-06 approved in time: extended, then met, both dues visible", () => {
    const told = opened();
    told.must(sh("2026-03-16 10:00"), desk, extension("2026-03-20"));
    expect(told.clock("plan", sh("2026-03-16 11:00"))).toMatchObject({ state: "RUNNING", due });
    told.must(sh("2026-03-16 16:00"), director, decision("plan-1", true));
    expect(told.clock("plan", sh("2026-03-17 12:00"))).toMatchObject({
      state: "EXTENDED",
      nominalDue: due,
      effectiveDue: due,
      due: endOf("2026-03-20"),
      missed: undefined,
    });
    told.must(sh("2026-03-19 11:00"), desk, step("reply-plan", { plan: "更换门扇" }));
    expect(told.clock("plan", sh("2026-04-01 00:00"))).toMatchObject({
      state: "MET",
      onTime: true,
      effectiveDue: due,
      extensions: [{ newDue: endOf("2026-03-20"), approvedAt: sh("2026-03-16 16:00"), late: false }],
    });
    expect(told.clock("execution", sh("2026-03-19 11:00")).due).toBe(endOf("2026-03-24"));
  });

  const told = (approvedAt: Instant, repliedAt?: Instant) => {
    const one = opened();
    one.must(sh("2026-03-16 10:00"), desk, extension("2026-03-20"));
    one.must(approvedAt, director, decision("plan-1", true));
    if (repliedAt !== undefined) one.must(repliedAt, desk, step("reply-plan", { plan: "更换" }));
    return one;
  };
  test.each([
    ["approved at the due itself is in time", due, undefined, "EXTENDED", undefined],
    [
      "approved a millisecond later never erases the breach",
      plusMs(due, 1),
      undefined,
      "BREACHED_THEN_EXTENDED",
      false,
    ],
    [
      "nor does a reply inside the new promise",
      plusMs(due, 1),
      sh("2026-03-18 10:00"),
      "BREACHED_THEN_EXTENDED",
      false,
    ],
    ["in time, and then met", sh("2026-03-16 16:00"), sh("2026-03-20 23:59"), "MET", true],
    ["in time, and then missed all the same", sh("2026-03-16 16:00"), sh("2026-03-21 00:01"), "BREACHED", false],
  ])("A-08 %s", (_why, approvedAt, repliedAt, state, onTime) => {
    const reading = told(approvedAt, repliedAt).clock("plan", repliedAt ?? sh("2026-03-18 12:00"));
    expect({ state: reading.state, onTime: reading.onTime }).toEqual({ state, onTime });
    expect(reading.due).toBe(endOf("2026-03-20"));
  });

  test("A-08 several, each by itself: the last one holds", () => {
    const one = told(sh("2026-03-16 16:00"));
    one.must(sh("2026-03-18 10:00"), desk, extension("2026-03-27"));
    one.must(sh("2026-03-18 11:00"), director, decision("plan-2", true));
    expect(one.clock("plan", sh("2026-03-19 00:00"))).toMatchObject({ due: endOf("2026-03-27"), state: "EXTENDED" });
  });

  test("approved after the plan was replied: the clock had stopped, nothing moves", () => {
    const one = opened();
    one.must(sh("2026-03-16 10:00"), desk, extension("2026-03-20"));
    one.must(sh("2026-03-16 11:00"), desk, step("reply-plan", { plan: "更换" }));
    one.must(sh("2026-03-16 16:00"), director, decision("plan-1", true));
    expect(one.clock("plan", sh("2026-03-17 12:00"))).toMatchObject({ state: "MET", due, extensions: [] });
  });
});

describe("a closed case stops its clocks", () => {
  const closedAt = sh("2026-03-10 12:00");
  const closed = () => {
    const told = story(sh("2026-03-10 09:30"), inventedBody(), invented());
    told.must(closedAt, staff("desk"), step("close"));
    return told;
  };

  test("closed before its due it is cancelled, not breached", () => {
    expect(closed().clock("reply", sh("2026-03-20 00:00"))).toMatchObject({ state: "CANCELLED", onTime: undefined });
  });

  test("closed after its due it stays breached, and runs no longer", () => {
    const told = story(sh("2026-03-10 09:30"), inventedBody(), invented());
    told.must(sh("2026-03-12 09:30"), staff("desk"), step("close"));
    expect(told.clock("reply", sh("2026-03-20 00:00"))).toMatchObject({ state: "BREACHED", onTime: false });
    const asked = told.ask(sh("2026-03-12 10:00"), staff("desk"), extension("2026-03-30", "reply"));
    expect(asked).toMatchObject({ ok: false, error: { code: "clock-not-running" } });
  });

  test("a note written after the due does not breach a case that was closed before it", () => {
    const told = closed();
    told.must(sh("2026-03-13 09:00"), staff("desk"), { do: "note", text: "客户来电致谢" });
    expect(told.clock("reply", sh("2026-03-20 00:00")).state).toBe("CANCELLED");
    expect(told.wake(sh("2026-03-20 00:00"))).toEqual([]);
  });

  test("nor does an extension that is approved after it was closed move anything", () => {
    const told = story(sh("2026-03-10 09:30"), inventedBody(), invented());
    told.must(sh("2026-03-10 10:00"), staff("desk"), extension("2026-03-15", "reply"));
    told.must(closedAt, staff("desk"), step("close"));
    told.must(sh("2026-03-10 13:00"), staff("head"), decision("reply-1", true));
    told.must(sh("2026-03-10 14:00"), staff("desk"), { do: "note", text: "补记" });
    expect(told.clock("reply", sh("2026-03-20 00:00"))).toMatchObject({ state: "CANCELLED", extensions: [] });
  });
});

test("AS-120 an advisory clock is listed past its target and never breached", () => {
  const [clock] = invented().clocks;
  const policy = invented({
    clocks: [{ ...clock, grade: "advisory", within: "24 hours" }],
  });
  const told = story(sh("2026-03-10 09:30"), inventedBody(), policy);
  expect(told.clock("reply", sh("2026-03-20 00:00")).state).toBe("RUNNING");
  expect(told.wake(sh("2026-03-10 21:31")).map(({ type }) => type)).toEqual(["reminded"]);
  expect(told.wake(sh("2026-03-20 00:00"))).toEqual([]);
});
