import { describe, expect, test } from "vitest";
import { type PastCase, replay } from "../../../shared/case/replay.ts";
import { Policy } from "../../../shared/policy/policy.ts";
import { complaint, dfaSource, rulebook, sh, staff, step, story } from "../../fixtures/cases.ts";

/** The door factory's regulation with another length of its plan clock. */
const withPlan = (within: string) => {
  const draft = structuredClone(dfaSource) as { clocks: { id: string; within?: string; examples: unknown[] }[] }; // the compiled file's own shape
  for (const clock of draft.clocks) if (clock.id === "plan") clock.within = within;
  return rulebook(Policy.parse(draft));
};

/** Received on Tuesday 10 March, with a plan on the day given. */
const planned = (day: string, over: Record<string, unknown> = {}): PastCase => {
  const { book, timeline, must } = story(sh("2026-03-10 09:30"), complaint(over));
  const clerk = staff("afterSales");
  must(sh("2026-03-10 10:00"), clerk, step("accept"));
  must(sh(`${day} 15:00`), clerk, step("reply-plan", { plan: "a new leaf" }));
  must(sh(`${day} 16:00`), clerk, step("mark-executed"));
  return { rulebook: book, timeline: timeline() };
};

const now = sh("2026-06-01 09:00");

describe("a draft judged on past cases", () => {
  test.each([
    {
      why: "three working days instead of four make a plan of the fourth day late",
      within: "3 working days",
      day: "2026-03-16",
      gained: 1,
      lost: 0,
    },
    {
      why: "the same plan a day earlier is in time under both",
      within: "3 working days",
      day: "2026-03-13",
      gained: 0,
      lost: 0,
    },
    {
      why: "five working days forgive a plan of the fifth",
      within: "5 working days",
      day: "2026-03-17",
      gained: 0,
      lost: 1,
    },
    {
      why: "a plan that is late under both is neither gained nor lost",
      within: "5 working days",
      day: "2026-03-25",
      gained: 0,
      lost: 0,
    },
  ])("$why", ({ within, day, gained, lost }) => {
    const said = replay([planned(day)], withPlan(within), now);
    expect(said).toMatchObject({ cases: 1, gained, lost, moved: 1 });
  });

  test("breaches are counted by category and by department", () => {
    const past = [
      planned("2026-03-16"),
      planned("2026-03-16", { category: "1-1-4", damages: [] }),
      planned("2026-03-13"),
    ];
    const said = replay(past, withPlan("3 working days"), now);
    expect(said.byCategory).toEqual({ "1-2-1": { gained: 1, lost: 0 }, "1-1-4": { gained: 1, lost: 0 } });
    expect(said.byDepartment).toEqual({ afterSales: { gained: 2, lost: 0 } });
    expect(said.shifts).toHaveLength(3);
    expect(said.shifts[0]).toMatchObject({ clock: "plan", was: { late: false }, would: { late: true } });
  });

  test("the version that judged a case changes nothing about it, and nothing is written", () => {
    const past = [planned("2026-03-16"), planned("2026-03-25")];
    const before = structuredClone(past.map(({ timeline }) => timeline));
    expect(replay(past, rulebook(), now)).toMatchObject({ cases: 2, gained: 0, lost: 0, moved: 0, shifts: [] });
    expect(past.map(({ timeline }) => timeline)).toEqual(before);
  });

  test("a clock that the draft leaves out loses its breaches; no cases give zeros", () => {
    const draft = Policy.parse({ ...dfaSource, clocks: dfaSource.clocks.filter(({ id }) => id !== "plan") });
    expect(replay([planned("2026-03-25")], rulebook(draft), now)).toMatchObject({ gained: 0, lost: 1, moved: 1 });
    expect(replay([], rulebook(), now)).toMatchObject({ cases: 0, clocks: 0, gained: 0, lost: 0, byCategory: {} });
  });
});
