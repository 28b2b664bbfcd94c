import { describe, expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import type { Actor } from "../../../shared/case/actor.ts";
import { caseOf } from "../../../shared/case/case.ts";
import { decide } from "../../../shared/case/decide.ts";
import type { CaseEvent } from "../../../shared/case/event.ts";
import { nextLook, owedEvents } from "../../../shared/case/owed.ts";
import type { Instant } from "../../../shared/kernel/instant.ts";
import type { Policy } from "../../../shared/policy/policy.ts";
import { mailsOf } from "../../../shared/record/mails.ts";
import { endOf, reporter, rulebook, sh } from "../../fixtures/cases.ts";

const shipped = publishedPolicy("company-quality-supervision")?.policy ?? expect.unreachable("it ships");
const person = (name: string, ...roles: string[]): Actor => ({ kind: "staff", sub: `sub-${name}`, name, roles });
const head = person("Zhou Min", "departmentHead");
const body = person("Gu Qing", "complaintBody");

const received: CaseEvent = {
  type: "received",
  at: sh("2026-09-28 09:00"),
  by: reporter,
  number: "2026-09-001",
  locale: "en",
  contact: { name: "He Lan", email: "he@customer.example" },
  answers: { category: "2", founded: true },
  damages: [],
};
const answers = {
  cause: "No list.",
  measure: "Called.",
  prevention: "A list.",
  ownerRole: "departmentHead",
  owner: "Zhou Min",
  due: "2026-10-09",
};

/** A case whose story goes on command by command. */
const told = (policy: Policy = shipped) => {
  const book = rulebook(policy);
  let timeline: readonly CaseEvent[] = [received];
  const current = () => caseOf(policy, timeline);
  const add = (events: readonly CaseEvent[]) => {
    timeline = [...timeline, ...events];
  };
  const say = (at: Instant, by: Actor, command: Parameters<typeof decide>[2]) => {
    const decided = decide(book, current(), command, { by, at });
    if (decided.ok) add(decided.value);
    return decided.ok ? "ok" : decided.error.code;
  };
  return {
    current,
    events: () => timeline,
    plan: (at = sh("2026-09-28 10:00"), over: Record<string, unknown> = {}, key?: string) =>
      say(at, head, { do: "planAction", corrective: "founded-complaint", answers: { ...answers, ...over }, key }),
    finish: (by = head, at = sh("2026-10-08 10:00")) =>
      say(at, by, { do: "finishAction", action: "founded-complaint-1", result: "Done." }),
    verify: (by: Actor, effective = true, at = sh("2026-10-08 11:00")) =>
      say(at, by, { do: "verifyAction", action: "founded-complaint-1", effective, finding: "Seen." }),
    wake: (at: Instant) => {
      const owed = owedEvents(book, current(), at).filter(({ type }) => type.startsWith("action"));
      add(owed);
      return owed.map(({ type }) => type);
    },
    next: (at: Instant) => nextLook(book, current(), at),
    state: () => current().actions.map(({ state }) => state),
  };
};

describe("another side verifies (PSI-09)", () => {
  test.each<[string, Actor, string]>([
    ["another side", body, "ok"],
    ["the owner, also with the verifier's role", person("Zhou Min", "complaintBody"), "same-side"],
    ["who reported it done, also with the verifier's role", { ...body, sub: "sub-Zhou Min" } as Actor, "same-side"],
    ["somebody of both sides who did neither", person("Bai Lu", "departmentHead", "complaintBody"), "same-side"],
    ["somebody of the responsible department alone", person("Bai Lu", "departmentHead"), "not-your-role"],
  ])("%s", (_why, by, outcome) => {
    const story = told();
    expect([story.plan(), story.finish()]).toEqual(["ok", "ok"]);
    expect(story.verify(by)).toBe(outcome);
  });

  test("a verifier's role that is the responsible department's own is of the same side", () => {
    const [, founded] = shipped.corrective;
    const policy = {
      ...shipped,
      corrective: [{ ...founded, verifiedBy: ["departmentHead", "complaintBody"] }],
    } as Policy;
    const story = told(policy);
    expect([story.plan(), story.finish()]).toEqual(["ok", "ok"]);
    expect(story.verify(person("Bai Lu", "departmentHead"))).toBe("same-side");
    expect(story.verify(body)).toBe("ok");
  });
});

describe("from its plan to its end", () => {
  test("sent back it is done again, or planned anew; verified nothing is left", () => {
    const story = told();
    story.plan();
    expect([story.verify(body), story.state()]).toEqual(["nothing-to-do", ["PLANNED"]]);
    story.finish();
    expect([story.finish(), story.verify(body, false), story.state()]).toEqual(["nothing-to-do", "ok", ["REOPENED"]]);
    expect([story.plan(sh("2026-10-08 12:00"), { due: "2026-10-30" }), story.state()]).toEqual(["ok", ["PLANNED"]]);
    expect(story.current().actions).toHaveLength(1);
    expect(story.current().actions[0]?.plan?.due).toBe(endOf("2026-10-30"));
    expect([story.finish(), story.verify(body), story.state()]).toEqual(["ok", "ok", ["VERIFIED"]]);
    expect([story.finish(), story.verify(body)]).toEqual(["nothing-to-do", "nothing-to-do"]);
  });

  test("a repeat by its key changes nothing, another plan under the same key is refused", () => {
    const story = told();
    const at = sh("2026-09-28 10:00");
    expect([story.plan(at, {}, "k"), story.plan(at, {}, "k"), story.plan(at, { owner: "Bai Lu" }, "k")]).toEqual([
      "ok",
      "ok",
      "key-reused",
    ]);
    expect(story.events()).toHaveLength(2);
  });

  test("a second plan beside a running one is a second action", () => {
    const story = told();
    expect([story.plan(), story.plan(), story.state()]).toEqual(["ok", "ok", ["PLANNED", "PLANNED"]]);
    expect(story.current().actions.map(({ id }) => id)).toEqual(["founded-complaint-1", "founded-complaint-2"]);
  });

  test("hostile words are cleaned and kept as they are otherwise", () => {
    const story = told();
    story.plan(undefined, { owner: "  <b>Zhou\u0000Min</b> ", cause: "a\r\nb" });
    expect(story.current().actions[0]?.plan).toMatchObject({ owner: { person: "<b>Zhou Min</b>" }, cause: "a\nb" });
    expect(story.plan(undefined, { owner: "\u0000" })).toBe("bad-fields");
  });
});

describe("its due is a promise (due Friday 9 October, after National Day)", () => {
  const due = endOf("2026-10-09");
  test("reminded at nine on the last working day before, once, and overdue a moment after its end", () => {
    const story = told();
    story.plan();
    expect(story.next(sh("2026-10-02 09:00"))).toBe(sh("2026-10-08 09:00"));
    expect([story.wake(sh("2026-10-08 09:00")), story.wake(sh("2026-10-08 09:01"))]).toEqual([["actionReminded"], []]);
    expect(story.wake(due), "24:00 of its day is in time").toEqual([]);
    expect([story.wake(sh("2026-10-10 00:01")), story.wake(sh("2026-10-10 00:02"))]).toEqual([["actionOverdue"], []]);
  });

  test("asleep over both, only the breach is told; done late, it is told all the same", () => {
    const asleep = told();
    asleep.plan();
    expect(asleep.wake(sh("2026-10-12 09:00"))).toEqual(["actionOverdue"]);
    const late = told();
    late.plan();
    late.finish(head, sh("2026-10-10 08:00"));
    expect(late.wake(sh("2026-10-10 08:01"))).toEqual(["actionOverdue"]);
  });

  test("done in time nothing is owed any more, however late it is verified", () => {
    const story = told();
    story.plan();
    story.finish();
    expect([story.wake(sh("2026-10-12 09:00")), story.verify(body, true, sh("2026-11-02 09:00"))]).toEqual([[], "ok"]);
    expect(story.wake(sh("2026-11-03 09:00"))).toEqual([]);
  });

  test("whom it concerns is told: its owner's side, and of a breach all three", () => {
    const story = told();
    story.plan();
    story.wake(sh("2026-10-08 09:00"));
    story.wake(sh("2026-10-10 00:01"));
    story.finish();
    story.verify(body, false);
    const mails = story.events().flatMap((event, place) =>
      mailsOf(shipped, event, place)
        .filter(({ to }) => to !== "reporter")
        .map(({ template, to }) => `${event.type}: ${template} to ${to}`),
    );
    expect(mails).toEqual([
      "actionPlanned: action to departmentHead",
      "actionReminded: reminder to departmentHead",
      "actionOverdue: breach to departmentHead",
      "actionOverdue: breach to complaintBody",
      "actionDone: action to complaintBody",
      "actionVerified: action to departmentHead",
    ]);
  });
});
