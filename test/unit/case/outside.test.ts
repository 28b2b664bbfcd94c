import { describe, expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { lineOf } from "../../../shared/api/lines/lines.ts";
import { openActs } from "../../../shared/case/open.ts";
import type { RecordEvent } from "../../../shared/case/outside.ts";
import { lint } from "../../../shared/policy/lint.ts";
import { codeOf, reporter, type Story, sh, staff, step, story } from "../../fixtures/cases.ts";
import { invented, inventedBody } from "../../fixtures/invented.ts";

const bus = publishedPolicy("bus-maker-after-sales")?.policy ?? expect.unreachable("the bus maker ships");
const staffOf = staff("serviceStaff");
const received = sh("2026-03-10 09:30");

const report = (): Story =>
  story(
    received,
    {
      contact: { name: "Gao Yuan", email: "gao@coach.example" },
      fault: "body",
      busModel: "RX-12",
      serialNo: "LRX1200026",
      address: "Coach depot",
      phone: "0571-5550177",
      contactPerson: "Gao Yuan",
      description: "The rear door does not close.",
    },
    bus,
  );
const happened = (over: Partial<RecordEvent> = {}): RecordEvent & { key?: string } => ({
  do: "recordEvent",
  event: "partReplaced",
  ...over,
});
const fault = (told: Story, over: Partial<RecordEvent>, at = sh("2026-03-10 16:00")) => {
  const decided = told.ask(at, staffOf, happened(over));
  if (decided.ok || decided.error.code !== "bad-fields") return expect.unreachable(JSON.stringify(decided));
  return decided.error.fields.map(({ path, rule }) => [path, rule]);
};

describe("what happens outside the workflow is recorded, and clocks follow", () => {
  test("now: the clock starts with it", () => {
    const told = report();
    told.must(sh("2026-03-10 16:00"), staffOf, happened());
    expect(told.clock("old-part-return", sh("2026-03-10 16:00"))).toMatchObject({
      state: "RUNNING",
      startAt: sh("2026-03-10 16:00"),
      due: sh("2026-03-12 00:00"),
    });
  });

  test("afterwards, with a reason: it keeps when it happened and when it was recorded, and counts from the first", () => {
    const told = report();
    told.must(sh("2026-03-10 11:00"), staffOf, happened());
    const at = "2026-03-10T10:00:00+08:00";
    told.must(sh("2026-03-12 09:00"), staffOf, happened({ at, reason: "no net on site" }));
    const { occurrences, happened: first } = told.current();
    expect(first.partReplaced).toBe(sh("2026-03-10 10:00"));
    expect(occurrences.partReplaced?.map((one) => [one.at, one.toldAt])).toEqual([
      [sh("2026-03-10 10:00"), sh("2026-03-12 09:00")],
      [sh("2026-03-10 11:00"), sh("2026-03-10 11:00")],
    ]);
    const [late] = told.timeline().slice(-1);
    const telling = { policy: bus, current: told.current(), reader: "staff", locale: "en" } as const;
    expect(late && lineOf(late, telling)).toEqual({
      what: "Part replaced",
      detail: ["happened 10 Mar 2026 10:00", "recorded later: no net on site"],
    });
    expect(late && lineOf(late, { ...telling, reader: "customer" })).toBeUndefined();
  });

  test("a stop that is recorded after the breach puts the clock right; that somebody was told stays", () => {
    const policy = invented({
      events: [{ id: "called", title: { "zh-CN": "去电", en: "called" } }],
      clocks: invented().clocks.map((clock) => ({ ...clock, within: "24 hours", stop: "called" })),
    });
    const told = story(received, inventedBody(), policy);
    told.wake(sh("2026-03-12 09:00"));
    const at = "2026-03-11T09:00:00+08:00";
    told.must(sh("2026-03-12 10:00"), staff("desk"), { do: "recordEvent", event: "called", at, reason: "forgotten" });
    expect(told.clock("reply", sh("2026-03-12 11:00"))).toMatchObject({ state: "MET", onTime: true });
    expect(told.timeline().filter(({ type }) => type === "breached")).toHaveLength(1);
  });

  test.each([
    ["in the future", { at: "2026-03-10T16:00:00.001+08:00" }, [["/at", "BUS-28"]]],
    ["before the receipt", { at: "2026-03-10T09:29:59+08:00", reason: "x" }, [["/at", "BUS-28"]]],
    ["later without a reason", { at: "2026-03-10T12:00:00+08:00" }, [["/reason", "BUS-28"]]],
    ["later for a reason of blanks", { at: "2026-03-10T12:00:00+08:00", reason: " \u0000" }, [["/reason", "BUS-28"]]],
    ["at no moment", { at: "yesterday" }, [["/at", "BUS-28"]]],
    ["with a fact it does not ask for", { facts: { lossCaused: true } }, [["/facts/lossCaused", undefined]]],
  ])("refused: %s", (_why, over, faults) => {
    const told = report();
    expect(fault(told, over)).toEqual(faults);
    expect(told.timeline()).toHaveLength(1);
  });

  test("refused: an event the regulation has not, one of its steps, the start of an excuse, and another's role", () => {
    const told = report();
    const codes = (event: string, by = staffOf) => codeOf(told.ask(sh("2026-03-10 16:00"), by, happened({ event })));
    expect(codes("constructor")).toBe("unknown-event");
    expect(codes("arrived")).toBe("unknown-event");
    expect(codes("partReplaced", reporter)).toBe("not-your-role");
    const distance = publishedPolicy("distance-tier-after-sales")?.policy;
    const others =
      distance && openActs({ ...told.book, policy: distance }, told.current(), staff("afterSales"), received);
    expect(others?.filter(({ act }) => act === "recordEvent")).toEqual([]);
  });

  test("its repeat is harmless, and its key is no other's", () => {
    const told = report();
    const command = { ...happened(), key: "k" };
    told.must(sh("2026-03-10 16:00"), staffOf, command);
    expect(told.must(sh("2026-03-10 17:00"), staffOf, command)).toEqual([]);
    const other = { ...happened({ event: "enquiryReceived" }), key: "k" };
    expect(codeOf(told.ask(sh("2026-03-10 17:00"), staffOf, other))).toBe("key-reused");
  });

  test("what a policy asks with it is asked, may set facts, and is for whom it names", () => {
    const label = { "zh-CN": "地点", en: "place" };
    const policy = invented({
      facts: [{ id: "place", type: "text", label }],
      events: [
        {
          id: "moved",
          title: { "zh-CN": "移机", en: "moved" },
          by: ["head"],
          fields: [{ id: "place", type: "text", required: true, label }],
          sets: ["place"],
          customerSees: ["place"],
        },
      ],
      clocks: invented().clocks.map((clock) => ({
        ...clock,
        within: "24 hours",
        pauses: [{ from: "moved", to: "answered" }],
      })),
    });
    expect(lint(policy).map(({ path }) => path)).not.toContain("events[0].sets");
    const told = story(received, inventedBody(), policy);
    const moved = (facts: Record<string, unknown>, by = staff("head")) =>
      told.ask(sh("2026-03-10 10:00"), by, { do: "recordEvent", event: "moved", facts });
    expect(codeOf(moved({ place: "Hall 2" }, staff("desk")))).toBe("not-your-role");
    expect(codeOf(moved({}))).toBe("bad-fields");
    expect(moved({ place: "Hall 2" }).ok).toBe(true);
    expect(told.current().facts.place).toBe("Hall 2");
    const acts = openActs(told.book, told.current(), staff("desk"), received);
    expect(acts).toMatchObject([{ of: "moved", closed: { code: "not-your-role" } }]);
    expect(acts[0]?.fields.map(({ id }) => id)).toEqual(["at", "reason", "facts.place"]);
  });

  test("after the case was closed it is written down, and neither starts nor stops anything", () => {
    const told = report();
    told.must(sh("2026-03-10 12:00"), staff("marketing"), step("close-without-visit", { outcome: "Told by phone." }));
    told.must(sh("2026-03-10 16:00"), staffOf, happened());
    expect(told.wake(sh("2026-04-10 16:00"))).toEqual([]);
    expect(told.current().happened.partReplaced).toBe(sh("2026-03-10 16:00"));
  });
});
