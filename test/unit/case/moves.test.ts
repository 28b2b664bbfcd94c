import { describe, expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { deadlines } from "../../../shared/api/deadline.ts";
import { endOf, type Story, sh, staff, step, story } from "../../fixtures/cases.ts";

const policy = (id: string) => publishedPolicy(id)?.policy ?? expect.unreachable(`${id} ships`);
const contact = { name: "Gao Yuan", email: "gao@coach.example" };

const manager = staff("customerServiceManager");
const graded = (at: string, severity: string): Story => {
  const body = { contact, unitName: "Lin Studio", unitNo: "B-1203", category: "equipment", description: "The lift." };
  const told = story(sh(at), body, policy("industrial-park-property"));
  told.must(sh(at), manager, step("set-severity", { severity, severityGrounds: "One person was stuck." }));
  return told;
};
const regrade = (told: Story, at: string, severity: string) =>
  told.must(sh(at), manager, step("change-severity", { severity, changeReason: "The press has called." }));
const shown = (told: Story, at: string, clock: string, locale: "zh-CN" | "en" = "en") =>
  deadlines(told.book, told.current(), sh(at), locale).find((one) => one.clock === clock) ??
  expect.unreachable(`no ${clock}`);

describe("a changed severity counts anew from the receipt, and both dates stay (A-30)", () => {
  test("an upgrade brings the due forward", () => {
    const told = graded("2026-04-27 15:00", "general");
    regrade(told, "2026-04-28 09:00", "major");
    expect(told.clock("rectification", sh("2026-04-28 10:00"))).toMatchObject({
      state: "RUNNING",
      startAt: sh("2026-04-27 15:00"),
      due: endOf("2026-04-28"),
      moves: [{ at: sh("2026-04-28 09:00"), was: endOf("2026-04-30"), due: endOf("2026-04-28") }],
    });
    expect(shown(told, "2026-04-28 10:00", "rectification").explanation.at(-1)).toBe(
      "Moved 28 Apr 2026 09:00: was due 30 Apr 2026 24:00, now 28 Apr 2026 24:00 (severity: general → major)",
    );
    expect(shown(told, "2026-04-28 10:00", "rectification", "zh-CN").explanation.at(-1)).toBe(
      "2026年4月28日 09:00 期限变更：原为 2026年4月30日 24:00，现为 2026年4月28日 24:00（投诉程度：一般投诉 → 重大投诉）",
    );
  });

  test("an upgrade whose due has passed by then is overdue at once, and told once", () => {
    const told = graded("2026-04-27 15:00", "general");
    regrade(told, "2026-04-29 09:00", "major");
    expect(told.clock("rectification", sh("2026-04-29 09:00"))).toMatchObject({ state: "BREACHED", onTime: false });
    expect(told.wake(sh("2026-04-29 09:01"))).toMatchObject([{ type: "breached", due: endOf("2026-04-28") }]);
    expect(told.wake(sh("2026-04-29 09:02"))).toEqual([]);
  });

  test("a downgrade after the due says so, and the breach that was told stays in the timeline", () => {
    const told = graded("2026-04-27 15:00", "major");
    told.wake(sh("2026-04-29 00:01"));
    regrade(told, "2026-04-29 09:00", "general");
    const { state, explanation } = shown(told, "2026-04-29 10:00", "rectification");
    expect(state).toBe("RUNNING");
    expect(explanation.at(-1)).toMatch(/; the earlier due had passed by then$/);
    expect(told.timeline().filter(({ type }) => type === "breached")).toHaveLength(1);
  });

  test("the first grading is no move", () => {
    expect(graded("2026-04-30 15:00", "major").clock("rectification", sh("2026-05-01 09:00"))).toMatchObject({
      due: endOf("2026-05-06"),
      moves: [],
    });
  });
});

describe("a fault that is classified anew keeps its original start (A-72)", () => {
  const reported = (fault: string) => {
    const body = {
      contact,
      fault,
      busModel: "RX-12",
      serialNo: "LRX1200026",
      address: "Coach depot",
      phone: "0571-5550177",
      contactPerson: "Gao Yuan",
      description: "The rear door does not close.",
    };
    return story(sh("2026-10-02 20:15"), body, policy("bus-maker-after-sales"));
  };
  const team = staff("serviceTeam");

  test("AS-17 the supplier adds the answer from the report and leaves the arrival as it is", () => {
    const told = reported("body");
    told.must(sh("2026-10-02 20:30"), team, step("triage", { fault: "body", distanceKm: 60 }));
    const triaged = { fault: "body", distanceKm: 60, supplierNeeded: true };
    told.must(sh("2026-10-02 21:00"), team, step("triage", triaged));
    const at = sh("2026-10-02 21:00");
    expect(told.clock("answer", at)).toMatchObject({ due: sh("2026-10-03 08:15"), moves: [] });
    expect(told.clock("arrival", at)).toMatchObject({ due: sh("2026-10-03 20:15"), moves: [] });
  });

  test("a clock that what is known by now does not ask for stays to be seen, and asks nothing", () => {
    const told = reported("body");
    told.must(sh("2026-10-02 20:30"), team, step("triage", { fault: "body", distanceKm: 60 }));
    told.must(sh("2026-10-02 22:00"), team, step("triage", { fault: "chassis", distanceKm: 60 }));
    const late = "2026-10-05 09:00";
    expect(told.clock("arrival", sh(late))).toMatchObject({ state: "CANCELLED", endedAt: sh("2026-10-02 22:00") });
    expect(shown(told, late, "arrival").explanation.at(-1)).toBe(
      "No longer asked since 2 Oct 2026 22:00: was due 3 Oct 2026 20:15 (fault: a body fault → a chassis or engine fault)",
    );
    expect(told.clock("written-contact", sh(late))).toMatchObject({ startAt: sh("2026-10-02 20:15") });
    const breached = told.wake(sh(late)).filter(({ type }) => type === "breached");
    expect(breached).toMatchObject([{ clock: "written-contact" }]);
  });
});
