import { describe, expect, test } from "vitest";
import type { Command } from "../../../shared/case/decide.ts";
import { type Instant, plusMs } from "../../../shared/kernel/instant.ts";
import { arrivalBody, arrivalStory, dts } from "../../fixtures/arrivals.ts";
import { codeOf, type Story, sh, staff, step, story } from "../../fixtures/cases.ts";

const dispatcher = staff("serviceCentre");
const head = staff("afterSalesHead");
const due = sh("2026-02-16 18:00");
const sunday = sh("2026-02-15 10:00");
const promise = sh("2026-02-24 12:00");
const festival: Command = {
  do: "recordException",
  clock: "arrival",
  reason: "FESTIVAL",
  promised: "2026-02-24T12:00:00+08:00",
  remark: "班车停运",
};
const decision = (approve: boolean, exception = "arrival-1"): Command => ({
  do: "decideException",
  exception,
  approve,
});

/** A request of Saturday 14 February 18:00, 650 km away, under warranty. */
const requested = (): Story => arrivalStory(sh("2026-02-14 18:00"), 650);
const recorded = (): Story => {
  const told = requested();
  told.must(sunday, dispatcher, festival);
  return told;
};
const excused = (at: Instant = sunday): Story => {
  const told = recorded();
  told.must(at, head, decision(true));
  return told;
};
const arrive = (told: Story, at: Instant): void => {
  told.must(at, dispatcher, step("dispatch", { sentStaff: "何师傅", qualified: "yes" }));
  told.must(at, dispatcher, step("arrive"));
};
const isPromised = ({ current }: Story): boolean => "arrivalExcused" in current().happened;

describe("AS-25 an exception over Spring Festival", () => {
  test("recorded it excuses nothing yet: the clock runs on to its due", () => {
    const told = recorded();
    expect(told.clock("arrival", sunday)).toMatchObject({ state: "RUNNING", due, endedAt: undefined });
    expect(isPromised(told)).toBe(false);
    expect(told.current().exceptions).toMatchObject([
      { id: "arrival-1", clock: "arrival", reason: "FESTIVAL", promised: promise, remark: "班车停运" },
    ]);
  });

  test("approved the clock is EXCUSED, neither kept nor missed, and a promise runs to 24 February 12:00", () => {
    const told = excused();
    for (const at of [sunday, plusMs(due, 1), sh("2026-03-20 00:00")]) {
      expect(told.clock("arrival", at)).toMatchObject({
        state: "EXCUSED",
        due,
        onTime: undefined,
        missed: undefined,
        endedAt: sunday,
        excused: { at: sunday, promised: promise, late: false },
      });
    }
    expect(told.clock("promised-arrival", sunday)).toMatchObject({ state: "RUNNING", startAt: sunday, due: promise });
    expect(told.clock("promised-arrival", promise).state).toBe("RUNNING");
    expect(told.clock("promised-arrival", plusMs(promise, 1))).toMatchObject({ state: "BREACHED", onTime: false });
  });

  test("of an excused clock nobody is reminded and no breach is told; of the promise both", () => {
    const told = excused();
    expect(told.wake(plusMs(due, 1)).filter((event) => "clock" in event && event.clock === "arrival")).toEqual([]);
    expect(told.wake(sh("2026-02-24 10:00"))).toMatchObject([
      { type: "reminded", clock: "promised-arrival", due: promise },
    ]);
    expect(told.wake(promise)).toEqual([]);
    expect(told.wake(plusMs(promise, 1))).toMatchObject([
      { type: "breached", clock: "promised-arrival", due: promise },
    ]);
  });

  test("arrived by the promise, the promise is kept and the arrival stays excused", () => {
    const told = excused();
    arrive(told, promise);
    expect(told.clock("promised-arrival", promise)).toMatchObject({ state: "MET", onTime: true });
    expect(told.clock("arrival", promise)).toMatchObject({ state: "EXCUSED", onTime: undefined, metAt: undefined });
  });

  test("refused the clock runs on, is breached after its due, and another may be recorded before", () => {
    const told = recorded();
    told.must(sunday, head, { ...decision(false), remark: "邻近服务点可派人" } as Command); // the spread of a union forgets its member
    expect(told.clock("arrival", due)).toMatchObject({ state: "RUNNING", excused: undefined });
    expect(isPromised(told)).toBe(false);
    expect(told.must(plusMs(due, -1), dispatcher, festival)).toMatchObject([{ exception: "arrival-2" }]);
    expect(told.wake(plusMs(due, 1))).toMatchObject([{ type: "breached", clock: "arrival", due }]);
  });
});

describe("an approval excuses up to the due, and never erases a breach (A-17)", () => {
  test.each([
    ["a millisecond before the due", plusMs(due, -1), "EXCUSED", undefined],
    ["at the due itself", due, "EXCUSED", undefined],
    ["a millisecond later the breach stands", plusMs(due, 1), "BREACHED", false],
    ["days later the breach stands", sh("2026-02-20 09:00"), "BREACHED", false],
  ])("%s", (_why, at, state, onTime) => {
    const told = excused(at);
    for (const later of [at, sh("2026-02-23 00:00"), sh("2026-04-01 00:00")]) {
      expect(told.clock("arrival", later)).toMatchObject({ state, onTime });
    }
    expect(told.clock("promised-arrival", at), "the customer was given the promise").toMatchObject({ due: promise });
    const breaches = told.wake(sh("2026-02-23 00:00")).filter(({ type }) => type === "breached");
    expect(breaches).toHaveLength(state === "BREACHED" ? 1 : 0);
  });

  test("a late approval gives its promise once: the clock takes no other", () => {
    expect(codeOf(excused(plusMs(due, 1)).ask(plusMs(due, 2), dispatcher, festival))).toBe("too-late");
  });
});

describe("what is refused", () => {
  const monday = sh("2026-02-16 10:00");
  const changed = (over: object): Command => ({ ...festival, ...over }) as Command; // the spread of a union forgets its member
  test.each<[why: string, told: () => Story, at: Instant, by: typeof head, command: Command, code: string]>([
    [
      "a clock without exceptions",
      requested,
      sunday,
      dispatcher,
      changed({ clock: "promised-arrival" }),
      "not-excusable",
    ],
    ["a clock of no name", requested, sunday, dispatcher, changed({ clock: "tea" }), "not-excusable"],
    ["recorded by nobody of the house", requested, sunday, { kind: "reporter" }, festival, "not-your-role"],
    ["recorded in a role of another regulation", requested, sunday, staff("baker"), festival, "not-your-role"],
    ["recorded at the due", requested, due, dispatcher, festival, "too-late"],
    ["recorded after the due", requested, plusMs(due, 1), dispatcher, festival, "too-late"],
    ["a second while one waits", recorded, monday, dispatcher, festival, "exception-pending"],
    ["a second once excused", excused, monday, dispatcher, festival, "clock-not-running"],
    ["a reason of no name", requested, sunday, dispatcher, changed({ reason: "RAIN" }), "bad-fields"],
    ["no reason", requested, sunday, dispatcher, changed({ reason: "" }), "bad-fields"],
    ["a reason in words", requested, sunday, dispatcher, changed({ reason: "逢年过节" }), "bad-fields"],
    ["a promise of no time", requested, sunday, dispatcher, changed({ promised: "soon" }), "bad-fields"],
    ["a promise of the past", requested, sunday, dispatcher, changed({ promised: "2026-02-14" }), "bad-fields"],
    ["a promise no later than the due", requested, sunday, dispatcher, changed({ promised: due }), "bad-fields"],
    ["decided by the dispatcher", recorded, sunday, dispatcher, decision(true), "not-your-role"],
    ["refused by the dispatcher", recorded, sunday, dispatcher, decision(false), "not-your-role"],
    ["decided by whoever asked for service", recorded, sunday, { kind: "reporter" }, decision(true), "not-your-role"],
    ["decided a second time", excused, monday, head, decision(true), "already-decided"],
    ["taken back", excused, monday, head, decision(false), "already-decided"],
    ["a decision on nothing", requested, sunday, head, decision(true), "unknown-exception"],
    ["a decision on another", recorded, sunday, head, decision(true, "arrival-2"), "unknown-exception"],
    ["approved when the promise has passed", recorded, promise, head, decision(true), "promise-passed"],
  ])("%s", (_why, tell, at, by, command, code) => {
    const told = tell();
    const before = told.timeline();
    expect(codeOf(told.ask(at, by, command))).toBe(code);
    expect(told.timeline()).toEqual(before);
  });

  test("once they have arrived nothing is recorded and nothing approved, but the question may be answered no", () => {
    const told = recorded();
    arrive(told, monday);
    expect(codeOf(told.ask(plusMs(monday, 1), dispatcher, festival))).toBe("clock-not-running");
    expect(codeOf(told.ask(plusMs(monday, 1), head, decision(true)))).toBe("clock-not-running");
    told.must(plusMs(monday, 1), head, decision(false));
    expect(told.clock("arrival", promise)).toMatchObject({ state: "MET", onTime: true });
  });

  test("a clock that has not started, for the distance is not known", () => {
    const told = story(sh("2026-02-14 18:00"), arrivalBody(), dts);
    expect(codeOf(told.ask(sunday, dispatcher, festival))).toBe("clock-not-running");
  });

  test("where a reason is wrong, those that are right are named", () => {
    expect(requested().ask(sunday, dispatcher, changed({ reason: "RAIN" }))).toMatchObject({
      error: { fields: [{ path: "/reason", rule: "DTS-14", says: { en: expect.stringContaining("NO_TICKET") } }] },
    });
  });
});

describe("a repeat with its key", () => {
  test.each([
    ["of the record", [{ ...festival, key: "k" } as Command]],
    ["of the decision", [festival, { ...decision(true), key: "k" } as Command]],
  ])("%s is obeyed once", (_why, commands) => {
    const told = requested();
    const both = staff("serviceCentre", "afterSalesHead");
    for (const command of commands) told.must(sunday, both, command);
    const before = told.timeline();
    expect(told.must(sh("2026-02-20 10:00"), both, commands.at(-1) ?? expect.unreachable())).toEqual([]);
    expect(told.timeline()).toEqual(before);
  });

  test.each([
    ["another reason", { ...festival, reason: "OTHER", key: "k" }],
    ["another promise", { ...festival, promised: "2026-02-25", key: "k" }],
    ["another command", { do: "note", text: "x", key: "k" }],
    ["a decision", { ...decision(true), key: "k" }],
  ])("%s with it is refused", (_why, command) => {
    const told = requested();
    told.must(sunday, dispatcher, { ...festival, key: "k" } as Command);
    expect(codeOf(told.ask(sunday, staff("serviceCentre", "afterSalesHead"), command as Command))).toBe("key-reused");
  });
});

test.each([
  ["a date means its end at the office", "2026-02-24", "2026-02-24T16:00:00.000Z"],
  ["a moment is that moment", "2026-02-24T12:00:00+08:00", "2026-02-24T04:00:00.000Z"],
])("%s", (_why, promised, wanted) => {
  expect(requested().must(sunday, dispatcher, { ...festival, promised } as Command)).toMatchObject([
    { promised: wanted },
  ]);
});
