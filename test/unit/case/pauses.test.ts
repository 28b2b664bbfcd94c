import { describe, expect, test } from "vitest";
import { deadlines } from "../../../shared/api/deadline.ts";
import { nextLook } from "../../../shared/case/owed.ts";
import { lint } from "../../../shared/policy/lint.ts";
import { endOf, type Story, sh, staff, step, story } from "../../fixtures/cases.ts";
import { invented, inventedBody } from "../../fixtures/invented.ts";

const say = (said: string) => ({ "zh-CN": said, en: said });
const desk = staff("desk");
const at = (id: string, event: string) => ({ id, title: say(id), from: ["OPEN"], by: ["desk"], event });

/** The invented regulation, whose reply stands still while a sample is on its way. */
const pausing = (within: string) => {
  const base = invented();
  const { workflow, clocks } = base;
  const steps = [...(workflow?.steps ?? []), at("ask-sample", "sampleAsked"), at("get-sample", "sampleCame")];
  const pauses = [{ from: "sampleAsked", to: "sampleCame" }];
  return invented({ workflow: { ...workflow, steps }, clocks: clocks.map((one) => ({ ...one, within, pauses })) });
};
const opened = (within: string): Story => story(sh("2026-03-10 09:30"), inventedBody(), pausing(within));
const stand = (told: Story, moment: string) => told.must(sh(moment), desk, step("ask-sample"));
const goOn = (told: Story, moment: string) => told.must(sh(moment), desk, step("get-sample"));
const why = (told: Story, moment: string) =>
  deadlines(told.book, told.current(), sh(moment), "en").find(({ clock }) => clock === "reply")?.explanation;

describe("a clock stands still where its policy says so", () => {
  test("it has no due, is not late and wakes nobody, until it goes on with the hours that are left", () => {
    const told = opened("24 hours");
    stand(told, "2026-03-10 12:30");
    const long = sh("2026-03-20 09:00");
    const { state, due, endedAt } = told.clock("reply", long);
    expect({ state, due, endedAt }).toEqual({ state: "PAUSED", due: undefined, endedAt: undefined });
    expect(told.wake(long)).toEqual([]);
    expect(nextLook(told.book, told.current(), long)).toBeUndefined();
    expect(why(told, "2026-03-20 09:00")?.at(-1)).toBe(
      "Stands still since 10 Mar 2026 12:30; the due is worked out anew when it goes on",
    );
    goOn(told, "2026-03-20 10:00");
    expect(told.clock("reply", sh("2026-03-20 10:00"))).toMatchObject({
      state: "RUNNING",
      due: sh("2026-03-21 07:00"),
      moves: [{ at: sh("2026-03-20 10:00"), was: sh("2026-03-11 09:30"), due: sh("2026-03-21 07:00") }],
    });
    expect(why(told, "2026-03-20 10:00")).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/paused by “ask-sample” until 20 Mar 2026 10:00/),
        expect.stringMatching(/^Moved 20 Mar 2026 10:00: was due 11 Mar 2026 09:30, now 21 Mar 2026 07:00/),
      ]),
    );
    expect(told.wake(sh("2026-03-21 07:01"))).toMatchObject([{ type: "breached", due: sh("2026-03-21 07:00") }]);
  });

  test.each([
    ["4 working days", "2026-03-11 10:00", "2026-03-12 15:00", "2026-03-17", "the night between them"],
    ["4 working days", "2026-03-11 10:00", "2026-03-11 15:00", "2026-03-16", "no night"],
    ["4 working days", "2026-03-13 10:00", "2026-03-15 15:00", "2026-03-17", "a Friday, the weekend counts anyhow"],
    ["5 days", "2026-03-11 10:00", "2026-03-14 15:00", "2026-03-18", "three nights"],
  ])("%s that stand still from %s to %s end on %s: %s", (within, from, to, last) => {
    const told = opened(within);
    stand(told, from);
    goOn(told, to);
    expect(told.clock("reply", sh(to)).due).toBe(endOf(last));
  });

  test("what was late before the pause stays late, and an answer in the middle of a pause is in time", () => {
    const late = opened("24 hours");
    stand(late, "2026-03-11 09:31");
    expect(late.clock("reply", sh("2026-03-12 09:00"))).toMatchObject({ state: "BREACHED" });
    const answered = opened("24 hours");
    stand(answered, "2026-03-10 12:00");
    answered.must(sh("2026-03-20 12:00"), desk, step("answer"));
    expect(answered.clock("reply", sh("2026-04-01 12:00"))).toMatchObject({ state: "MET", onTime: true });
  });

  test("two pauses of one kind, the second announced twice, stand still once each", () => {
    const told = opened("24 hours");
    stand(told, "2026-03-10 10:30");
    goOn(told, "2026-03-10 12:30");
    stand(told, "2026-03-10 13:30");
    stand(told, "2026-03-10 14:00");
    goOn(told, "2026-03-10 15:30");
    goOn(told, "2026-03-10 18:30");
    expect(told.clock("reply", sh("2026-03-10 19:00")).due).toBe(sh("2026-03-11 13:30"));
  });

  test("a policy may pause only what is counted in hours, days or working days, and by events it has", () => {
    const codes = (policy: ReturnType<typeof pausing>) => lint(policy).map(({ code }) => code);
    expect(codes(pausing("4 working days"))).not.toContain("pause-without-days");
    expect(codes(pausing("2 weeks"))).toContain("pause-without-days");
    const [clock] = invented().clocks;
    const foreign = invented({
      clocks: [{ ...clock, within: "24 hours", pauses: [{ from: "rain", to: "answered" }] }],
    });
    expect(lint(foreign).map(({ path }) => path)).toContain("clocks[0].pauses[0].from");
  });
});
