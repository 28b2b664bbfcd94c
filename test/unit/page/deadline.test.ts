import { describe, expect, test } from "vitest";
import type { Deadline } from "../../../shared/api/views.ts";
import { deadlineCard } from "../../../shared/page/deadline.ts";

const promise: Deadline = {
  clock: "rectification",
  title: "Solved",
  rules: ["IPP-06"],
  grade: "binding",
  state: "RUNNING",
  startAt: "2026-04-27T15:00:00+08:00",
  effectiveDue: "2026-04-29T00:00:00+08:00",
  due: "2026-04-29T00:00:00+08:00",
  moves: [],
  extensions: [],
  steps: [],
  explanation: [],
};
const drawn = (over: Partial<Deadline>) => String(deadlineCard({ ...promise, ...over }, "en")).replace(/<[^>]+>/g, " ");

describe("a promise on the customer's page", () => {
  test("whose date was moved by what became known shows the date before, and what that was", () => {
    const moves = [{ at: promise.startAt, was: "2026-05-01T00:00:00+08:00", why: "severity: general → major" }];
    const text = drawn({ moves });
    expect(text).toMatch(/First date\s+Thu 30 Apr 2026, 24:00.*severity: general → major.*Tue 28 Apr 2026, 24:00/s);
  });

  test.each([
    ["that stands still has no date", { state: "PAUSED", due: undefined } as const, "worked out anew when it goes on"],
    ["that was renewed says so", { state: "RENEWED" } as const, "A new time was promised"],
    ["that waits for holidays says so", { state: "CALENDAR_MISSING", due: undefined } as const, "not announced yet"],
  ])("%s", (_why, over, said) => expect(drawn(over)).toContain(said));

  test("that is no longer asked has no date, and says of none that it will come", () => {
    const text = drawn({ state: "CANCELLED", due: undefined });
    expect(text).toContain("Cancelled");
    expect(text).not.toMatch(/announced|No later than/);
  });
});
