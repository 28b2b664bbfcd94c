import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { readExpression } from "../../../infra/local/cron.ts";
import { itemsUnder, startFixture, steer } from "./fixture.ts";

let end: (() => Promise<void>) | undefined;
afterEach(async () => {
  await end?.();
  end = undefined;
});

async function start(at: string) {
  const fixture = await startFixture({ at });
  end = fixture.end;
  return fixture;
}

describe("when an expression is due", () => {
  test.each([
    ["rate(5 minutes)", "UTC", "2026-09-29T00:07:30Z", "2026-09-29T00:10:00Z", "a rate falls on whole multiples"],
    ["rate(1 day)", "UTC", "2026-09-29T00:00:00Z", "2026-09-30T00:00:00Z", "strictly after"],
    [
      "cron(0 9 ? * MON-FRI *)",
      "Asia/Shanghai",
      "2026-10-02T02:00:00Z",
      "2026-10-05T01:00:00Z",
      "over a weekend, in its zone",
    ],
    ["cron(0 9 ? * 2-6 *)", "Asia/Shanghai", "2026-10-02T02:00:00Z", "2026-10-05T01:00:00Z", "2-6 is Monday to Friday"],
    ["cron(0 9 ? * 1 *)", "UTC", "2026-10-02T00:00:00Z", "2026-10-04T09:00:00Z", "1 is Sunday"],
    ["cron(0 9 ? * 7 *)", "UTC", "2026-10-02T00:00:00Z", "2026-10-03T09:00:00Z", "7 is Saturday"],
    ["cron(0 9 ? * 2#1 *)", "UTC", "2026-10-02T00:00:00Z", "2026-10-05T09:00:00Z", "the first Monday"],
    ["cron(0 9 ? * 6L *)", "UTC", "2026-10-02T00:00:00Z", "2026-10-30T09:00:00Z", "the last Friday"],
    ["cron(0 18 L * ? *)", "UTC", "2026-02-02T00:00:00Z", "2026-02-28T18:00:00Z", "the last day of the month"],
    ["cron(0/20 8 * * ? *)", "UTC", "2026-09-29T08:20:00Z", "2026-09-29T08:40:00Z", "from 0, every 20"],
    ["cron(0 8/6 * * ? *)", "UTC", "2026-09-29T14:00:00Z", "2026-09-29T20:00:00Z", "from 8, every 6"],
    ["cron(0 0 1 1/3 ? *)", "UTC", "2026-09-29T00:00:00Z", "2026-10-01T00:00:00Z", "each quarter"],
    ["cron(0 0 1 1 ? 2028)", "UTC", "2026-09-29T00:00:00Z", "2028-01-01T00:00:00Z", "a year"],
    ["at(2026-10-01T09:00:00)", "Asia/Shanghai", "2026-09-29T00:00:00Z", "2026-10-01T01:00:00Z", "once, in its zone"],
    [
      "cron(0 9 * * ? *)",
      "America/New_York",
      "2027-03-13T15:00:00Z",
      "2027-03-14T13:00:00Z",
      "nine o'clock before and after a change of clocks",
    ],
  ])("%s in %s after %s → %s: %s", (expression, zone, from, to) => {
    expect(new Date(readExpression(expression, zone).nextAfter(Date.parse(from)) ?? 0).toISOString()).toBe(
      new Date(to).toISOString(),
    );
  });

  test("once is over afterwards", () => {
    expect(
      readExpression("at(2026-10-01T09:00:00)", "UTC").nextAfter(Date.parse("2026-10-02T00:00:00Z")),
    ).toBeUndefined();
  });

  test.each(["every day", "rate(1 fortnight)", "cron(* * *)"])("%s is refused", (text) => {
    expect(() => readExpression(text, "UTC")).toThrow();
  });

  test("counting says what stepping would", () => {
    const expressions = fc.constantFrom("rate(7 minutes)", "cron(* * * * ? *)", "cron(0/25 * * * ? *)");
    fc.assert(
      fc.property(expressions, fc.nat(1e7), fc.nat(2e7), (expression, start, length) => {
        const timetable = readExpression(expression, "UTC");
        const [from, to] = [
          Date.parse("2026-09-29T00:00:00Z") + start,
          Date.parse("2026-09-29T00:00:00Z") + start + length,
        ];
        let steps = 0;
        for (let at = timetable.nextAfter(from); at !== undefined && at < to; at = timetable.nextAfter(at)) steps += 1;
        expect(timetable.countBetween(from, to)).toBe(steps);
      }),
      { numRuns: 30 },
    );
  });
});

describe("advancing the clock", () => {
  test("fires what falls in between, in order, each at its own instant", async () => {
    const { stack } = await start("2026-09-29T08:59:30+08:00");
    const { body } = await steer(stack, "POST", "/clock", { to: "2026-09-29T20:31:00+08:00" });
    expect(body).toMatchObject({ from: expect.stringMatching(/^2026-09-29T00:59:3/), to: "2026-09-29T12:31:00.000Z" });
    expect(await itemsUnder(stack, "fired")).toEqual([
      "2026-09-29T01:00:00.000Z#plan#morning",
      "2026-09-29T02:30:00.000Z#done#2026-09-29T02:30:00.000Z",
      "2026-09-29T12:30:00.000Z#plan#evening",
    ]);
    expect(stack.clock.iso() >= "2026-09-29T12:31:00.000Z").toBe(true);
  });

  test("leaving out idle firings changes nothing but the number of invocations", async () => {
    const outcomes = [];
    for (const every of [false, true]) {
      const { stack } = await start("2026-09-29T20:20+08:00");
      const { body } = await steer(stack, "POST", "/clock", { to: "2026-09-30T10:45:00+08:00", every });
      outcomes.push({ fired: await itemsUnder(stack, "fired"), sum: body.fired + body.skipped, body });
      await end?.();
    }
    end = undefined;
    const [skipping, all] = outcomes;
    expect(skipping?.fired).toEqual(all?.fired);
    expect(skipping?.fired).toHaveLength(4);
    expect(all?.body.skipped).toBe(0);
    expect(skipping?.sum).toBe(all?.sum);
    expect(skipping?.body.fired).toBeLessThan(30);
  });

  test("a request in between ends a promise of idleness", async () => {
    const { stack } = await start("2026-09-26T12:00+08:00");
    await steer(stack, "POST", "/clock", { advance: "30 minutes" });
    await steer(stack, "POST", "/invoke", { function: "Plan", event: { name: "by hand" } });
    await steer(stack, "POST", "/clock", { advance: "2 hours" });
    const fired = await itemsUnder(stack, "fired");
    expect(fired).toHaveLength(2);
    expect(fired[1]).toMatch(/#done#/);
  });

  test("advances wait for one another", async () => {
    const { stack } = await start("2026-09-29T08:30+08:00");
    const answers = await Promise.all([1, 2, 3].map(() => stack.clock.advance({ advance: "1 hour" })));
    for (const [index, { from }] of answers.entries())
      if (index > 0) expect(from >= (answers[index - 1]?.to ?? "")).toBe(true);
  });

  test("what cannot be done is a 400 with a sentence", async () => {
    const { stack } = await start("2026-09-29T08:30+08:00");
    for (const [asked, sentence] of [
      [{ to: "2026-09-28T08:30+08:00" }, "never goes backwards"],
      [{ to: "tomorrow" }, "not an instant"],
      [{ to: "2026-09-30T08:30" }, "not an instant"],
      [{ advance: "a while" }, "no duration"],
      [{ advance: "-3 days" }, "no duration"],
      [{}, "Invalid input"],
    ]) {
      const { status, body } = await steer(stack, "POST", "/clock", asked);
      expect([status, body.message]).toEqual([400, expect.stringContaining(String(sentence))]);
    }
  });

  test("while nobody advances it, the clock runs and schedules fire by themselves", async () => {
    const { stack } = await start("2026-09-29T08:00:00+08:00");
    await stack.clock.advance({ to: "2026-09-29T08:59:59.900+08:00" });
    const fired = async (): Promise<string[]> => {
      const items = await itemsUnder(stack, "fired");
      return items.length > 0 ? items : fired();
    };
    expect((await fired())[0]).toMatch(/^2026-09-29T01:00:0\d\.\d+Z#plan#morning$/);
  });
});
