import { describe, expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { calendarOf } from "../../../shared/calendar/known.ts";
import type { Actor } from "../../../shared/case/actor.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import { both } from "../../../shared/kernel/text.ts";
import type { ObligationEvent } from "../../../shared/obligation/event.ts";
import { isLate, obligationOf } from "../../../shared/obligation/obligation.ts";
import { workOn } from "../../../shared/obligation/owed.ts";
import { decideVisit, type VisitCommand } from "../../../shared/obligation/visit-decide.ts";
import { sh } from "../../fixtures/cases.ts";

const policy = publishedPolicy("it-customer-service")?.policy ?? expect.unreachable();
const own = policy.schedules.find(({ id }) => id === "project-visit") ?? expect.unreachable();
const duty = own.duty.is === "visit" ? own.duty : expect.unreachable();
const calendar = calendarOf(policy.calendar.holidays) ?? expect.unreachable();
/** The schedule as it is, and as one that asks for the customer's signature. */
const plain = { policy, schedule: own };
const signed = { policy, schedule: { ...own, duty: { ...duty, signature: true } } };

const by: Actor = { kind: "staff", sub: "zhou", name: "Zhou", roles: ["customerService"] };
const planned: ObligationEvent = {
  at: sh("2026-06-01 00:05"),
  by: { kind: "system" },
  type: "planned",
  slot: {
    window: ["2026-07-01", "2026-07-31"] as Extract<ObligationEvent, { type: "planned" }>["slot"]["window"],
    due: sh("2026-08-01 00:00"),
    reminder: sh("2026-07-31 09:00"),
    waived: false,
    why: both("x"),
  },
};
const DONE: VisitCommand = {
  do: "done",
  channel: "phone",
  whom: "Chen",
  answers: { visitedProject: "x", visitedOn: "2026-07-10", opinion: "good" },
};

const following = (events: readonly ObligationEvent[], command: VisitCommand, at: Instant, ground = plain) => {
  const decided = decideVisit(ground, obligationOf(events), events, command, { at, by });
  return decided.ok ? [...events, ...decided.value] : decided.error;
};
const led = (...all: Parameters<typeof following>): readonly ObligationEvent[] => {
  const events = following(...all);
  return Array.isArray(events) ? events : expect.unreachable(JSON.stringify(events));
};

describe("what is written down of a visit", () => {
  test("AS-92 done is not signed where the customer must sign, and a signature comes after the visit", () => {
    const sign: VisitCommand = { do: "signed", name: "Chen", method: "paper" };
    expect(following([planned], sign, sh("2026-07-10 10:00"), signed)).toMatchObject({ code: "nothing-to-do" });
    const done = led([planned], DONE, sh("2026-07-10 10:00"), signed);
    expect(obligationOf(done).state).toBe("DONE");
    expect(obligationOf(led(done, sign, sh("2026-07-10 11:00"), signed)).state).toBe("SIGNED");
    expect(following(done, sign, sh("2026-07-10 11:00"), plain), "nobody need sign").toMatchObject({
      code: "nothing-to-do",
    });
  });

  test("AS-102 one that cannot be kept is rebooked with an apology and a new time before it is due", () => {
    const rebook = (apology: string, next: string): VisitCommand => ({ do: "rebooked", apology, next });
    const at = sh("2026-07-07 10:00");
    const wrong = [
      rebook("", "2026-07-08T10:00:00+08:00"),
      rebook("x", "2026-07-06T10:00:00+08:00"),
      rebook("x", "soon"),
    ];
    for (const one of [...wrong, rebook("x", "2026-08-01T00:00:00+08:00")])
      expect(following([planned], one, at)).toMatchObject({ code: "bad-fields" });
    const events = led([planned], rebook("Sorry.", "2026-07-13T10:00:00+08:00"), at);
    const visit = obligationOf(events);
    expect(visit).toMatchObject({ state: "REBOOKED", appointment: sh("2026-07-13 10:00") });
    const reminded = workOn({ policy, calendar, schedule: own }, visit, at);
    expect(reminded, "the working day before, which is a Friday").toEqual({
      wakeAt: expect.stringMatching(/^2026-07-10T/),
    });
    expect(obligationOf(led(events, DONE, sh("2026-07-13 11:00"))).state).toBe("DONE");
  });

  test("one that was missed may be made up for, and its record says so", () => {
    const missed: ObligationEvent = { at: sh("2026-08-01 00:00"), by: { kind: "system" }, type: "missed" };
    const late = obligationOf(led([planned, missed], DONE, sh("2026-08-05 10:00")));
    expect([late.state, late.missedAt, isLate(late)]).toEqual(["DONE", missed.at, true]);
    const written = { ...DONE, doneAt: "2026-07-30T10:00:00+08:00" };
    expect(
      isLate(obligationOf(led([planned, missed], written, sh("2026-08-05 10:00")))),
      "only written down late",
    ).toBe(false);
    const next: VisitCommand = { do: "rebooked", apology: "x", next: "2026-08-10T10:00:00+08:00" };
    expect(following([planned, missed], next, sh("2026-08-05 10:00"))).toMatchObject({ code: "nothing-to-do" });
  });

  test("the same key again changes nothing, and another command under it is refused", () => {
    const done = led([planned], { ...DONE, key: "k" }, sh("2026-07-10 10:00"));
    expect(led(done, { ...DONE, key: "k" }, sh("2026-07-10 10:01"))).toEqual(done);
    const other: VisitCommand = { do: "unreachable", channel: "phone", key: "k" };
    expect(following(done, other, sh("2026-07-10 10:01"))).toMatchObject({ code: "key-reused" });
  });

  test("who was not reached is tried again; a channel or a time that cannot be is refused", () => {
    const tried = led([planned], { do: "unreachable", channel: "phone" }, sh("2026-07-10 10:00"));
    expect(obligationOf(tried)).toMatchObject({ state: "UNREACHABLE", tries: 1 });
    expect(obligationOf(led(tried, DONE, sh("2026-07-11 10:00"))).state).toBe("DONE");
    const wrong = { ...DONE, channel: "fax", doneAt: "2026-06-30T10:00:00+08:00", whom: " ", answers: {} } as const;
    const refused = following([planned], wrong, sh("2026-07-10 10:00"));
    const paths = "fields" in refused ? refused.fields.map(({ path }) => path) : [];
    expect(paths).toEqual(
      expect.arrayContaining(["/channel", "/doneAt", "/whom", "/answers/visitedProject", "/answers/opinion"]),
    );
  });
});
