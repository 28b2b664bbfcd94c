import { describe, expect, test } from "vitest";
import { publishedPolicy } from "../../../infra/policy/published.ts";
import { readClocks } from "../../../shared/case/clocks.ts";
import { type Story, sh, staff, step, story } from "../../fixtures/cases.ts";

const norms = publishedPolicy("complaint-handling-norms")?.policy ?? expect.unreachable("the norms ship");
const agent = staff("agent");
const body = { contact: { name: "Gao Yuan", email: "gao@coach.example" }, subject: "Noise", description: "All night." };

/** A promise made on Tuesday 09:30 for Friday noon. */
const promised = (): Story => {
  const told = story(sh("2026-03-10 09:00"), body, norms);
  told.must(sh("2026-03-10 09:30"), agent, step("promise", { promisedAt: sh("2026-03-13 12:00") }));
  return told;
};
const anew = (told: Story, at: string, due: string) =>
  told.must(sh(at), agent, step("promise-anew", { promisedAt: sh(due) }));
const answered = (told: Story, at: string) =>
  told.must(sh(at), agent, step("answer-as-promised", { progress: "The part is here." }));
const promises = (told: Story, at: string) =>
  readClocks(told.book, told.current(), sh(at)).filter(({ clock }) => clock.id === "promised-answer");

describe("each promise is kept by itself (CHN-05)", () => {
  test("a promise that is renewed before its due is replaced openly, and both stay visible", () => {
    const told = promised();
    anew(told, "2026-03-12 10:00", "2026-03-15 18:00");
    expect(promises(told, "2026-03-14 09:00")).toMatchObject([
      { state: "RENEWED", due: sh("2026-03-13 12:00"), renewedAt: sh("2026-03-12 10:00"), onTime: undefined },
      { state: "RUNNING", startAt: sh("2026-03-12 10:00"), due: sh("2026-03-15 18:00") },
    ]);
    expect(told.wake(sh("2026-03-14 09:00")).map(({ type }) => type)).not.toContain("breached");
  });

  test("one that was broken stays broken when a later one is kept", () => {
    const told = promised();
    anew(told, "2026-03-13 12:01", "2026-03-16 18:00");
    answered(told, "2026-03-16 17:00");
    expect(promises(told, "2026-04-01 09:00")).toMatchObject([
      { state: "BREACHED", missed: sh("2026-03-13 12:00"), metAt: undefined, onTime: false },
      { state: "MET", metAt: sh("2026-03-16 17:00"), onTime: true },
    ]);
  });

  test("an answer keeps the promise that is open, and a new promise after it is another", () => {
    const told = promised();
    answered(told, "2026-03-13 11:00");
    anew(told, "2026-03-13 11:30", "2026-03-20 12:00");
    expect(promises(told, "2026-03-14 09:00")).toMatchObject([
      { state: "MET", metAt: sh("2026-03-13 11:00"), renewedAt: undefined },
      { state: "RUNNING", due: sh("2026-03-20 12:00") },
    ]);
  });

  test("the breach of each is told once, however often and late somebody looks", () => {
    const told = promised();
    const breaches = () => told.timeline().filter(({ type }) => type === "breached");
    told.wake(sh("2026-03-13 12:01"));
    told.wake(sh("2026-03-13 12:01"));
    anew(told, "2026-03-14 09:00", "2026-03-16 12:00");
    told.wake(sh("2026-03-20 09:00"));
    told.wake(sh("2026-03-21 09:00"));
    expect(breaches()).toMatchObject([{ due: sh("2026-03-13 12:00") }, { due: sh("2026-03-16 12:00") }]);
  });

  test("nobody is reminded of a promise that was replaced, and everybody of the new one", () => {
    const told = promised();
    told.wake(sh("2026-03-11 23:00"));
    anew(told, "2026-03-12 10:00", "2026-03-16 10:00");
    told.wake(sh("2026-03-13 11:00"));
    told.wake(sh("2026-03-14 10:00"));
    const reminded = told.timeline().filter((event) => event.type === "reminded" && event.clock === "promised-answer");
    expect(reminded).toMatchObject([{ due: sh("2026-03-13 12:00") }, { due: sh("2026-03-16 10:00") }]);
  });
});
